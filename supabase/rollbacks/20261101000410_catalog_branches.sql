-- What:  undoes the functions that say when a branch is open, whom it serves, what a ride costs and how long it takes.
-- Why:   functions only.
-- Loses: no data.

drop function if exists app.ride_minutes, app.delivery_fee, app.zone_around, app.serves, app.next_opening, app.is_open, app.open_branches,
  app.opening, app.open_windows, app.prep_minutes;
drop type if exists app.opening;
