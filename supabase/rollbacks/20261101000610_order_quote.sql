-- What:  undoes the quote.
-- Why:   functions only.
-- Loses: no data.

drop function if exists public.quote_order, app.check_order_body, app.is_whole, app.public_branch, app.quote, app.nearest_slots,
  app.free_slots, app.priced_lines;
