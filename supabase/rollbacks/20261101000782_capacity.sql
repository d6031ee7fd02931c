-- What:  undoes the kitchen's limits.
-- Why:   branches keep their number of hands and products their minutes. Quotes ask for these functions: take back their own step too, or go forward again.
-- Loses: what running orders have reserved.

drop function if exists public.list_slots, app.reserve_kitchen, app.kitchen_takes, app.kitchen_share;
drop table if exists public.kitchen_reservations;
