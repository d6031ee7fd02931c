-- What:  undoes the shop window.
-- Why:   functions, and the index that the list's category filter reads.
-- Loses: no data.

drop function if exists public.list_vendor_slugs, public.get_menu, public.get_vendor, public.list_vendors, app.vendor_page, app.special_days_json,
  app.hours_json;
drop index if exists public.categories_folded;
