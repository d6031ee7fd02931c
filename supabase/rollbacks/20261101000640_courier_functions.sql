-- What:  undoes what couriers and their vendor do: accounts, shifts, tasks, positions.
-- Why:   functions only; couriers stay on the shift they are on.
-- Loses: no data.

drop function if exists public.report_position, public.list_courier_tasks, public.set_courier_shift, public.update_courier,
  public.create_courier, public.list_vendor_couriers, app.shift_json, app.lock_my_courier, app.courier_json;
