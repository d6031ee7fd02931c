-- What:  undoes the hand-over: codes, proofs, reports of failed deliveries, earnings.
-- Why:   orders stay where they are; one whose report waits is on the road as before.
-- Loses: codes and proofs, the reports and what was decided. What happened stays among the events.

drop trigger if exists orders_keep_handover on public.orders;
drop function if exists public.courier_earnings, public.decide_failed_delivery, public.report_failed_delivery, public.waive_handover_code,
  public.hand_over_order, app.told_time, app.handover_json, app.note_order, app.keep_handover, app.new_code;
drop table if exists public.delivery_reports, public.handovers;
drop type if exists public.failure_decision, public.failure_reason, public.handover_proof;
