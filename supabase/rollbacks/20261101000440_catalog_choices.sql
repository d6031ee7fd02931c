-- What:  undoes what a vendor does to its categories and option groups.
-- Why:   functions only; the menu stays as it is.
-- Loses: no data.

drop function if exists public.delete_option_group, public.save_option_group, public.list_option_groups, public.delete_category,
  public.save_category, public.list_categories, app.option_group_json, app.category_json;
