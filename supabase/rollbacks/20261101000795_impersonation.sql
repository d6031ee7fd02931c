-- What:  undoes looking at a person's account.
-- Why:   PostgREST must stop asking before the function goes, or it could answer nothing.
-- Loses: who looked at whom; the operators' record keeps it.

alter role authenticator reset pgrst.db_pre_request;
notify pgrst, 'reload config';
drop function if exists public.end_impersonation, public.current_impersonation, public.start_impersonation, app.end_impersonations, app.before_request;
drop table if exists public.impersonations cascade; -- with app.impersonation_json(), which takes a row of it
