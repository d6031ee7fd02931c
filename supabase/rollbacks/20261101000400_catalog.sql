-- What:  undoes the catalog's tables with their policies, and the functions that say whose a row is.
-- Why:   one statement drops all tables: they refer to each other.
-- Loses: every vendor, application, branch, menu and stock count.

drop table if exists public.branch_stock, public.product_option_groups, public.options, public.option_groups, public.products,
  public.categories, public.branch_special_days, public.branch_hours, public.branches, public.vendor_applications, public.vendor_members,
  public.staff_rights, public.vendors;
drop function if exists app.my_rights, app.my_branch_ids, app.my_vendor_ids, app.is_public_vendor;
drop type if exists public.staff_right, public.staff_role, public.stock_policy, public.fee_policy, public.application_status, public.business_type;
