-- What:  undoes how a business becomes a vendor, and the operator's switch.
-- Why:   vendors and applications stay as they are; only the record of who let whom in or out goes.
-- Loses: every verification with its reason.

drop function if exists public.set_vendor_verified, public.list_admin_vendors, public.decide_application, public.list_applications,
  public.my_applications, public.submit_application, app.vendor_for_operator, app.open_vendor, app.application_for_operator,
  app.application_json;
drop index if exists public.vendors_newest, public.vendor_applications_newest;
drop table if exists public.vendor_verifications;
