-- What:  undoes the foundation and gives new objects the default rights of a new Supabase project again.
-- Why:   default rights belong to the role that sets them: run this as the role that migrated (postgres). pgcrypto and the schema
--        `extensions` are Supabase's and stay; pg_trgm goes, and refuses to while something outside this project uses it.
-- Loses: idempotency keys and the whole record of events.

drop function if exists public.health, app.request_id, app.changed, app.answer_key, app.claim_key;
drop table if exists public.events, public.idempotency_keys;
drop function if exists app.refuse_change, app.is_zone, app.zone_box, app.point_in_zone, app.polygons, app.ring, app.distance_m, app.slug,
  app.fold, app.body, app.invalid, app.not_found, app.fail;
drop collation if exists app.turkish;
drop schema if exists app;
drop extension if exists pg_trgm;

alter default privileges grant execute on functions to public;
alter default privileges in schema public grant all on tables to anon, authenticated;
alter default privileges in schema public grant all on sequences to anon, authenticated;
alter default privileges in schema public grant all on functions to anon, authenticated;
