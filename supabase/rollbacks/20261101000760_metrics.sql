-- What:  undoes what monitoring reads of the whole house.
-- Why:   functions and an index only; each process still counts for itself.
-- Loses: no data.

drop function if exists public.metrics_snapshot, app.ledger_samples, app.lock_samples, app.saga_samples, app.schedule_samples, app.queue_samples,
  app.order_samples, app.sample;
drop index if exists public.sagas_stuck;
