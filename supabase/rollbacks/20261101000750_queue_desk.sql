-- What:  undoes what operators see of the queue and do about it.
-- Why:   functions only; the queue goes on.
-- Loses: no data.

drop function if exists public.get_queue, public.list_dead_jobs, public.replay_jobs, public.discard_jobs, public.get_job_outcomes,
  public.pause_consumer, app.hold_dead_jobs, app.audit_dead_jobs, app.dead_job_json;
