-- What:  undoes how a vendor's staff is listed, made and changed.
-- Why:   functions only; roles and rights stand with the vendor's other tables.
-- Loses: no data.

drop function if exists public.update_staff, public.create_staff, public.list_staff, app.staff_json;
