-- What:  undoes the record of what operators did.
-- Why:   nothing in the schema depends on it by then; the functions of later files that write it are undone before.
-- Loses: the whole record.

drop function if exists public.check_audit, public.list_audit, app.audit, app.audit_json;
drop table if exists public.audit_head, public.audit_entries cascade; -- with app.audit_hash(), which takes a row of it
