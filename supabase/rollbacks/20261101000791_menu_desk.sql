-- What:  undoes how a menu is changed in the large.
-- Why:   functions only; the menu stays as it is.
-- Loses: no data.

drop function if exists public.import_menu, app.apply_menu_plan, app.menu_plan, public.export_menu, public.arrange_categories, public.place_product,
  public.edit_products;
