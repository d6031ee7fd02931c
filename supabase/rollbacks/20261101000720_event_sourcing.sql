-- What:  undoes replay, its snapshots and the check of rows against their events.
-- Why:   the events stay, with all that replay needs.
-- Loses: snapshots, which are made of events.

drop trigger if exists events_take_snapshots on public.events;
drop function if exists public.check_rebuilt_state, public.get_order_at, app.state_differences, app.wallet_at, app.order_at, app.state_at,
  app.wallet_state, app.order_state, app.version_at, app.rebuild_snapshots, app.take_snapshot;
drop table if exists public.event_snapshots;
drop function if exists app.untold_columns, app.upcast_event, app.upcast_event_1;
