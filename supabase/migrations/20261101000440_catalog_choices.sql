-- What:  what a vendor does to the shelves of its menu (categories) and to what a customer may choose (option groups).
-- Why:   as with products: one transaction each, members only, another vendor's ids answer 404. Both lists are bounded, so that an
--        editor holds them whole.
-- Back:  supabase/rollbacks/20261101000440_catalog_choices.sql
-- Order: categories · option groups · rights

-- == Categories =======================================================================================================
create function app.category_json(k public.categories) returns jsonb language sql stable as $$
  select to_jsonb(k) || jsonb_build_object('product_count',
    (select count(*) from public.products p where p.category_id = k.id and p.vendor_id = k.vendor_id and p.deleted_at is null))
$$;

-- {data: [{id, vendor_id, name, position, product_count}]} in menu order; a vendor has 50 at most, so that one page holds them.
create function public.list_categories(vendor_id uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  vendor uuid := app.my_vendor(list_categories.vendor_id, 'orders');
begin
  return (
    select jsonb_build_object('next_cursor', null, 'data', coalesce(jsonb_agg(app.category_json(k) order by k.position, k.id), '[]'))
    from public.categories k where k.vendor_id = vendor);
end $$;

-- Makes a category of {name, position?, vendor_id?}, or with `id` changes the given fields of one.
create function public.save_category(body jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  vendor uuid := app.my_vendor((given ->> 'vendor_id')::uuid, 'menu');
  saved public.categories;
begin
  if given ->> 'id' is not null then
    update public.categories k set name = coalesce(given ->> 'name', k.name), position = coalesce((given ->> 'position')::int, k.position)
    where k.id = (given ->> 'id')::uuid and k.vendor_id in (select app.my_vendor_ids('menu'))
    returning * into saved;
    if saved.id is null then
      perform app.not_found('The category');
    end if;
    return app.category_json(saved);
  end if;
  perform from public.vendors v where v.id = vendor for no key update; -- two saves at once cannot both be the fiftieth
  if (select count(*) from public.categories k where k.vendor_id = vendor) >= 50 then
    perform app.invalid('name', 'A menu can have 50 categories.');
  end if;
  insert into public.categories (vendor_id, name, position)
  values (vendor, given ->> 'name', coalesce((given ->> 'position')::int,
    (select coalesce(max(k.position) + 1, 0) from public.categories k where k.vendor_id = vendor)))
  returning * into saved;
  return app.category_json(saved);
end $$;

-- Deletes an empty category. Raises 409 INVALID_TRANSITION while it has products.
create function public.delete_category(category_id uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  held int;
begin
  perform app.require_role('vendor_admin');
  perform from public.categories k where k.id = delete_category.category_id and k.vendor_id in (select app.my_vendor_ids('menu')) for update;
  if not found then
    perform app.not_found('The category');
  end if;
  select count(*) into held from public.products p where p.category_id = delete_category.category_id;
  if held > 0 then
    perform app.fail(409, 'INVALID_TRANSITION', 'Move or delete the products of this category first.', jsonb_build_object('product_count', held));
  end if;
  delete from public.categories k where k.id = delete_category.category_id;
end $$;

-- == Option groups ====================================================================================================
create function app.option_group_json(g public.option_groups) returns jsonb language sql stable as $$
  select to_jsonb(g) || jsonb_build_object(
    'options', (select coalesce(jsonb_agg(to_jsonb(o) - 'group_id' order by o.position, o.id), '[]') from public.options o where o.group_id = g.id),
    'product_count', (select count(*) from public.product_option_groups x where x.group_id = g.id and x.vendor_id = g.vendor_id))
$$;

-- {data: [{id, vendor_id, name, min_choices, max_choices, options: [{id, name, price_delta_minor, available, position}],
-- product_count}]} by name; a vendor has 50 at most, so that one page holds them.
create function public.list_option_groups(vendor_id uuid default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  vendor uuid := app.my_vendor(list_option_groups.vendor_id, 'orders');
begin
  return (
    select jsonb_build_object('next_cursor', null,
      'data', coalesce(jsonb_agg(app.option_group_json(g) order by g.name collate app.turkish, g.id), '[]'))
    from public.option_groups g where g.vendor_id = vendor);
end $$;

-- Makes an option group of {name, min_choices, max_choices, options: [{id?, name, price_delta_minor?, available?}], vendor_id?}, or with
-- `id` replaces one: options named by id stay themselves, new ones are made, the others go. Their order is the array's.
create function public.save_option_group(body jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  choices jsonb := coalesce(given -> 'options', '[]');
  vendor uuid := app.my_vendor((given ->> 'vendor_id')::uuid, 'menu');
  saved public.option_groups;
begin
  if (given ->> 'min_choices')::int > least((given ->> 'max_choices')::int, jsonb_array_length(choices)) then
    perform app.invalid('min_choices', 'No more options can be required than may be chosen and are offered.');
  elsif jsonb_array_length(choices) > 50 then
    perform app.invalid('options', 'A group can have 50 options.');
  elsif (select count(c ->> 'id') <> count(distinct c ->> 'id') from jsonb_array_elements(choices) as c) then
    perform app.invalid('options', 'An option is listed twice.');
  end if;
  if given ->> 'id' is null then
    perform from public.vendors v where v.id = vendor for no key update; -- two saves at once cannot both be the fiftieth
    if (select count(*) from public.option_groups g where g.vendor_id = vendor) >= 50 then
      perform app.invalid('name', 'A menu can have 50 option groups.');
    end if;
    insert into public.option_groups (vendor_id, name, min_choices, max_choices)
    values (vendor, given ->> 'name', (given ->> 'min_choices')::int, (given ->> 'max_choices')::int) returning * into saved;
  else
    update public.option_groups g set name = given ->> 'name', min_choices = (given ->> 'min_choices')::int,
      max_choices = (given ->> 'max_choices')::int
    where g.id = (given ->> 'id')::uuid and g.vendor_id in (select app.my_vendor_ids('menu')) returning * into saved;
    if saved.id is null then
      perform app.not_found('The option group');
    end if;
  end if;
  if exists (
    select from jsonb_array_elements(choices) as c
    where c ->> 'id' is not null and not exists (select from public.options o where o.id = (c ->> 'id')::uuid and o.group_id = saved.id)) then
    perform app.not_found('The option');
  end if;
  delete from public.options o where o.group_id = saved.id
    and not exists (select from jsonb_array_elements(choices) as c where (c ->> 'id')::uuid = o.id);
  insert into public.options as o (id, group_id, name, price_delta_minor, available, position)
  select coalesce((c ->> 'id')::uuid, gen_random_uuid()), saved.id, c ->> 'name', coalesce((c ->> 'price_delta_minor')::bigint, 0),
    coalesce((c ->> 'available')::boolean, true), n
  from jsonb_array_elements(choices) with ordinality as list (c, n)
  on conflict (id) do update set name = excluded.name, price_delta_minor = excluded.price_delta_minor,
    available = excluded.available, position = excluded.position;
  return app.option_group_json(saved);
end $$;

-- Deletes an option group; products that had it simply have it no more.
create function public.delete_option_group(group_id uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform app.require_role('vendor_admin');
  delete from public.option_groups g where g.id = delete_option_group.group_id and g.vendor_id in (select app.my_vendor_ids('menu'));
  if not found then
    perform app.not_found('The option group');
  end if;
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.list_categories, public.save_category, public.delete_category, public.list_option_groups,
  public.save_option_group, public.delete_option_group to authenticated;
