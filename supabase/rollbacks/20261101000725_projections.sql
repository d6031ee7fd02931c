-- What:  undoes projections and their consumer.
-- Why:   they are counted from events, which stay.
-- Loses: nothing that the migration does not count again. Jobs of the consumer go with it.

delete from public.consumers where name = 'projections';
drop function if exists public.rebuild_projection, public.list_projections, public.advance_projections, app.project_event, app.projection_json, app.serve_generation,
  app.ask_to_advance, app.add_wallet_months, app.add_branch_days;
drop table if exists public.wallet_months, public.branch_days, public.projections;
drop function if exists app.serving_generation;
