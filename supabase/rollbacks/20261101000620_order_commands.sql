-- What:  undoes placing, moving and assigning orders, and the jobs.
-- Why:   functions only; orders stay where they stand. Stop the cron jobs that call the last two.
-- Loses: no data.

drop function if exists app.lock_many, public.place_order, public.transition_order, public.assign_courier, app.lock_order, app.move_order, app.move_stock,
  public.reject_unconfirmed_orders, public.purge_expired;
