-- What:  what a vendor does to its products and their stock.
-- Why:   each is one transaction that proves the caller is a member of the vendor; another vendor's ids answer 404.
-- Back:  supabase/rollbacks/20261101000430_catalog_products.sql
-- Order: whose · products · stock · rights

-- == Whose ============================================================================================================
-- The vendor a caller works for: `vendor_id` when given, else the first they joined. Raises 401, 404, and 403 without the right.
create function app.my_vendor(vendor uuid, need public.staff_right default 'staff') returns uuid language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('vendor_admin');
  mine uuid;
begin
  select m.vendor_id into mine from public.vendor_members m
  where m.user_id = actor and m.active and (vendor is null or m.vendor_id = vendor)
  order by m.created_at, m.vendor_id limit 1;
  if mine is null then
    perform app.not_found('The vendor');
  elsif mine not in (select app.my_vendor_ids(need)) then
    perform app.fail(403, 'FORBIDDEN', 'Your account may not do this.');
  end if;
  return mine;
end $$;

-- Whose picture an upload is (lib/catalog/pictures.ts): the caller's vendor, where they may change the menu.
create function public.picture_vendor(vendor_id uuid default null) returns uuid language plpgsql stable security definer set search_path = '' as $$
begin
  return app.my_vendor(picture_vendor.vendor_id, 'menu');
end $$;

-- The fields of a body that may be set, and no others.
create function app.pick(body jsonb, variadic fields text[]) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(body) where key = any (fields)
$$;

-- Refuses a change made on an older version than the present one. Without a version the last writer wins.
create function app.check_version(body jsonb, present int, current_row jsonb) returns void language plpgsql as $$
begin
  if (body ->> 'version')::int <> present then
    perform app.fail(409, 'VERSION_CONFLICT', 'Someone changed this meanwhile. Look at the present state and try again.',
      jsonb_build_object('current', current_row));
  end if;
end $$;

-- == Products =========================================================================================================
-- {id, vendor_id, category_id, name, description, image_url, price_minor, currency, available, position, make_minutes, allergens, option_group_ids,
-- stock: [{branch_id, stock_policy, quantity, available}] (one for each branch), version, created_at, updated_at}.
create function app.product_json(p public.products) returns jsonb language sql stable as $$
  select to_jsonb(p) - 'folded' - 'deleted_at' || jsonb_build_object(
    'option_group_ids', (
      select coalesce(jsonb_agg(x.group_id order by x.position, x.group_id), '[]')
      from public.product_option_groups x where x.product_id = p.id),
    'stock', (
      select coalesce(jsonb_agg(jsonb_build_object('branch_id', b.id, 'stock_policy', coalesce(s.stock_policy, 'unlimited'),
        'quantity', s.quantity, 'available', coalesce(s.available, true)) order by b.created_at, b.id), '[]')
      from public.branches b left join public.branch_stock s on s.branch_id = b.id and s.product_id = p.id
      where b.vendor_id = p.vendor_id))
$$;

-- The caller's product, locked against other changes. Raises 404.
create function app.lock_product(product uuid) returns public.products
language plpgsql security definer set search_path = '' as $$
declare
  locked public.products;
begin
  perform app.require_role('vendor_admin');
  select p.* into locked from public.products p
  where p.id = product and p.deleted_at is null and p.vendor_id in (select app.my_vendor_ids('menu'))
  for update;
  if locked.id is null then
    perform app.not_found('The product');
  end if;
  return locked;
end $$;

-- The category must be of the same vendor, and stays while a product moves in. Raises 404.
create function app.keep_category(category uuid, vendor uuid) returns void language plpgsql as $$
begin
  perform from public.categories k where k.id = category and k.vendor_id = vendor for key share;
  if not found then
    perform app.not_found('The category');
  end if;
end $$;

-- Gives a product exactly these option groups, in this order. Raises 404 for a group of another vendor.
create function app.set_product_groups(p public.products, group_ids jsonb) returns void language plpgsql as $$
begin
  delete from public.product_option_groups where product_id = p.id;
  insert into public.product_option_groups (product_id, group_id, vendor_id, position)
  select p.id, g.id, p.vendor_id, min(ids.n)
  from jsonb_array_elements_text(group_ids) with ordinality as ids (id, n)
    join public.option_groups g on g.id = ids.id::uuid and g.vendor_id = p.vendor_id
  group by g.id;
  if (select count(*) from public.product_option_groups where product_id = p.id)
    <> (select count(distinct id) from jsonb_array_elements_text(group_ids) as id) then
    perform app.not_found('The option group');
  end if;
end $$;

-- The allergens of a body, each once and in one order; none for no word of them.
create function app.allergens(given jsonb) returns text[] language sql immutable as $$
  select array(select distinct a from jsonb_array_elements_text(nullif(given, 'null')) as a order by a)
$$;

-- The vendor's products in menu order, as {data: [product], next_cursor}. filter: {vendor_id?, q?, category_id?, limit?, cursor?}.
create function public.list_vendor_products(filter jsonb default '{}') returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  vendor uuid := app.my_vendor((body ->> 'vendor_id')::uuid, 'orders');
  size int := app.page_size(body);
  after jsonb := app.read_cursor(body ->> 'cursor', 'number', 'uuid', 'number', 'uuid');
  words text := nullif(trim(app.fold(left(body ->> 'q', 80))), '');
begin
  perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  return (
    select app.page(
      array_agg(app.product_json(page.product) order by shelf, category_id, position, id),
      array_agg(jsonb_build_array(shelf, category_id, position, id) order by shelf, category_id, position, id), size)
    from (
      select p as product, k.position as shelf, p.category_id, p.position, p.id
      from public.products p join public.categories k on k.id = p.category_id
      where p.vendor_id = vendor and p.deleted_at is null
        and (body ->> 'category_id' is null or p.category_id = (body ->> 'category_id')::uuid)
        and (words is null or p.folded operator(extensions.%>) words)
        and (after is null or (k.position, p.category_id, p.position, p.id)
          > ((after ->> 0)::numeric, (after ->> 1)::uuid, (after ->> 2)::numeric, (after ->> 3)::uuid))
      order by k.position, p.category_id, p.position, p.id limit size + 1) as page);
end $$;

-- Makes a product of {category_id, name, price_minor, description?, image_url?, available?, position?, make_minutes?, allergens?,
-- option_group_ids?, vendor_id?}.
create function public.create_product(body jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  vendor uuid := app.my_vendor((given ->> 'vendor_id')::uuid, 'menu');
  made public.products;
begin
  perform app.keep_category((given ->> 'category_id')::uuid, vendor);
  insert into public.products (vendor_id, category_id, name, description, image_url, price_minor, allergens, available, make_minutes, position)
  values (vendor, (given ->> 'category_id')::uuid, given ->> 'name', coalesce(given ->> 'description', ''), given ->> 'image_url',
    (given ->> 'price_minor')::bigint, app.allergens(given -> 'allergens'), coalesce((given ->> 'available')::boolean, true),
    coalesce((given ->> 'make_minutes')::int, 2), coalesce((given ->> 'position')::int, (
      select coalesce(max(p.position) + 1, 0) from public.products p
      where p.category_id = (given ->> 'category_id')::uuid and p.deleted_at is null)))
  returning * into made;
  perform app.set_product_groups(made, coalesce(given -> 'option_group_ids', '[]'));
  return app.product_json(made);
end $$;

-- Changes the given fields of a product, as create_product takes them. A `version` that is not the present one: 409 VERSION_CONFLICT.
create function public.update_product(product_id uuid, patch jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(patch);
  present public.products := app.lock_product(product_id);
  next public.products;
begin
  perform app.check_version(given, present.version, app.product_json(present));
  next := jsonb_populate_record(present,
    app.pick(given, 'category_id', 'name', 'description', 'image_url', 'price_minor', 'allergens', 'available', 'position', 'make_minutes'));
  if next.category_id is distinct from present.category_id then
    perform app.keep_category(next.category_id, present.vendor_id);
  end if;
  if given ? 'option_group_ids' then
    perform app.set_product_groups(present, given -> 'option_group_ids');
  end if;
  update public.products p set category_id = next.category_id, name = next.name, description = next.description,
    image_url = next.image_url, price_minor = next.price_minor, allergens = app.allergens(to_jsonb(next.allergens)), available = next.available,
    position = next.position, make_minutes = next.make_minutes,
    version = p.version + 1, updated_at = now()
  where p.id = present.id returning * into next;
  return app.product_json(next);
end $$;

-- Takes a product off the menu for good. Orders that hold it keep it; its name is seen nowhere else.
create function public.delete_product(product_id uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  present public.products := app.lock_product(product_id);
begin
  delete from public.product_option_groups x where x.product_id = present.id;
  update public.products p set deleted_at = now(), category_id = null, version = p.version + 1, updated_at = now()
  where p.id = present.id;
end $$;

-- == Stock ============================================================================================================
-- Sets what a branch has of a product: {branch_id, stock_policy: unlimited|counted, quantity?, available?} → the row
-- {branch_id, product_id, stock_policy, quantity, available, updated_at}. The count is absolute: an order that takes stock at the
-- same moment waits for the row's lock, or is waited for, and then takes from the new count.
create function public.set_stock(product_id uuid, body jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  policy public.stock_policy := given ->> 'stock_policy';
  count int := (given ->> 'quantity')::int;
  vendor uuid;
  branch uuid;
  saved public.branch_stock;
begin
  perform app.require_role('vendor_admin');
  select p.vendor_id into vendor from public.products p
  where p.id = set_stock.product_id and p.deleted_at is null and p.vendor_id in (select app.my_vendor_ids('menu'));
  if vendor is null then
    perform app.not_found('The product');
  end if;
  select b.id into branch from public.branches b where b.id = (given ->> 'branch_id')::uuid and b.vendor_id = vendor;
  if branch is null then
    perform app.not_found('The branch');
  end if;
  if policy = 'counted' and count is null then
    perform app.invalid('quantity', 'Say how many there are.');
  end if;
  -- What begins to be counted waits for the branch's orders under way, which locked only what was counted when they began.
  if policy = 'counted' and not exists (select from public.branch_stock s
    where s.branch_id = branch and s.product_id = set_stock.product_id and s.stock_policy = 'counted') then
    perform from public.branches b where b.id = branch for update;
  end if;
  insert into public.branch_stock as s (branch_id, product_id, stock_policy, quantity, available)
  values (branch, set_stock.product_id, policy, case when policy = 'counted' then count end, coalesce((given ->> 'available')::boolean, true))
  on conflict on constraint branch_stock_pkey do update set stock_policy = excluded.stock_policy, quantity = excluded.quantity,
    available = coalesce((given ->> 'available')::boolean, s.available), updated_at = now()
  returning * into saved;
  return to_jsonb(saved);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.picture_vendor, public.list_vendor_products, public.create_product, public.update_product,
  public.delete_product, public.set_stock to authenticated;
