-- What:  undoes what a vendor does to its products and their stock.
-- Why:   functions only; the products stay as they are.
-- Loses: no data.

drop function if exists public.set_stock, public.delete_product, public.update_product, public.create_product, public.list_vendor_products,
  public.picture_vendor, app.allergens, app.set_product_groups, app.keep_category, app.lock_product, app.product_json, app.check_version, app.pick, app.my_vendor;
