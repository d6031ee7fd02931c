-- What:  undoes the steps of unanswered orders, seeing them, and setting a branch's pace.
-- Why:   the branches keep their columns: a pause that runs ends by its clock.
-- Loses: which orders called for whom, and who had seen them.

delete from public.scheduled_jobs where name = 'escalate-unanswered';
delete from public.notification_rules where event_type = 'order.unanswered';
update public.consumers set event_types = array_remove(event_types, 'order.unanswered') where name = 'notifications';
drop function if exists public.escalate_unanswered, public.set_branch_pace, public.see_order, public.list_waiting_alarms, public.get_order_alarms,
  app.pause_unanswered, app.next_day_opening, app.tell_pace, app.take_alarm_step, app.alarms_json, app.alarm_steps;
drop table if exists public.order_alarms;
