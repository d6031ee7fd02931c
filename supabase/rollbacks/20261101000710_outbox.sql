-- What:  undoes the outbox and the queue.
-- Why:   what happened to orders and wallets stays in their events.
-- Loses: whatever was still to be sent, and the record of what was.

drop trigger if exists events_go_out on public.events;
drop function if exists public.turn_queue, public.claim_for_broker, public.confirm_carried, public.may_consume, public.note_consumed, public.bury_event,
  public.database_consumers, public.handle_here,
  public.begin_scheduled_job, public.end_scheduled_job, public.purge_queue, app.emit, app.emit_event, app.consume, app.relay_events, app.claim_jobs,
  app.settle_jobs, app.run_job, app.is_behind, app.due_jobs, app.run_jobs, app.fail_job;
drop table if exists public.scheduled_jobs, public.job_failures, public.consumed_events, public.jobs, public.consumers;
drop function if exists app.outbox_json;
drop table if exists public.outbox_events;
