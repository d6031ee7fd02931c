-- What:  undoes what a vendor does to its branches and its profile.
-- Why:   functions only; branches and vendors stay as they are.
-- Loses: no data.

drop function if exists public.update_vendor_profile, public.get_vendor_profile, app.profile_json, public.update_branch, public.create_branch,
  public.get_vendor_branch, public.list_vendor_branches, app.check_district, app.check_zone, app.set_special_days, app.set_hours, app.branch_json,
  app.pace_json;
