-- What:  undoes reading orders, and takes back the rights it gave on the functions of lists.
-- Why:   functions only.
-- Loses: no data.

drop function if exists public.vendor_stats, public.list_order_events, public.get_order, public.list_vendor_orders, public.list_orders,
  app.order_page, app.statuses;
revoke execute on function app.page_size, app.read_cursor, app.cursor_of, app.page from authenticated;
