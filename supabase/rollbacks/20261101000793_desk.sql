-- What:  undoes the operator's overview, search, pages of people and map.
-- Why:   functions and indexes only. Who is suspended stays so: users.suspended_at belongs to an earlier file.
-- Loses: no data.

drop function if exists public.operator_overview, public.search_desk, public.get_person, public.set_person_suspended, public.get_town,
  app.waiting, app.orders_numbered, app.id_range;
drop index if exists public.users_search, public.vendor_applications_waiting;
