-- What:  undoes couriers, their shifts and their trail.
-- Why:   their accounts keep the role courier, which then has nothing to do.
-- Loses: every courier and position.

drop table if exists public.courier_locations, public.couriers;
drop function if exists app.my_courier_id;
drop type if exists public.vehicle, public.shift_status;
