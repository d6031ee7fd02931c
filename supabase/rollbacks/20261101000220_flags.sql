-- What:  undoes the operator's switches.
-- Why:   what asks them is of later files, which are undone before.
-- Loses: how each switch stood; its changes stay on record.

drop function if exists public.set_flag, public.list_flags, public.read_flags, app.flag_on, app.flag_bucket;
drop table if exists public.flags cascade; -- with app.flag_json(), which takes a row of it
