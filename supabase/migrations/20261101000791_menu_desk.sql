-- What:  a menu changed in the large: many products at once, in another order, or from a file.
-- Why:   each is one transaction, so a menu is never seen half changed. A file is planned and then applied only if the plan is still the one that
--        was shown: its token is the plan's own hash, so whatever would make the outcome different makes it old.
-- Back:  supabase/rollbacks/20261101000791_menu_desk.sql
-- Order: many products · order · export · plan · import · rights

-- == Many products ====================================================================================================
-- Changes up to 2000 products {products: [{id, version?, price_minor?, available?, category_id?, position?}], vendor_id?}, all or none. What moves to
-- another category without a position goes to its end. Returns {data: [{id, version, price_minor, available, category_id, position}]}.
-- Raises 404 for another vendor's product or category, 409 VERSION_CONFLICT with `current` (up to 50) for old versions.
create function public.edit_products(body jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  vendor uuid := app.my_vendor((given ->> 'vendor_id')::uuid, 'menu');
  ids uuid[] := array(select (p ->> 'id')::uuid from jsonb_array_elements(given -> 'products') as p);
  stale jsonb;
  category uuid;
begin
  if cardinality(ids) > 2000 then
    perform app.invalid('products', 'Change 2000 products at a time.');
  elsif (select count(distinct i) from unnest(ids) as i) <> cardinality(ids) then
    perform app.invalid('products', 'A product is listed twice.');
  end if;
  perform from public.products p where p.id = any (ids) and p.vendor_id = vendor and p.deleted_at is null order by p.id for no key update;
  if (select count(*) from public.products p where p.id = any (ids) and p.vendor_id = vendor and p.deleted_at is null) <> cardinality(ids) then
    perform app.not_found('A product');
  end if;
  select jsonb_agg(app.product_json(s.p)) into stale from (
    select p from jsonb_array_elements(given -> 'products') as g join public.products p on p.id = (g ->> 'id')::uuid
    where p.version <> (g ->> 'version')::int order by p.id limit 50) s;
  if stale is not null then
    perform app.fail(409, 'VERSION_CONFLICT', 'Someone changed this meanwhile. Look at the present state and try again.', jsonb_build_object('current', stale));
  end if;
  for category in select distinct (g ->> 'category_id')::uuid from jsonb_array_elements(given -> 'products') as g where g ->> 'category_id' is not null order by 1 loop
    perform app.keep_category(category, vendor);
  end loop;
  update public.products p set price_minor = coalesce(n.price_minor, p.price_minor), available = coalesce(n.available, p.available),
    category_id = coalesce(n.category_id, p.category_id), position = coalesce(n.position, p.position), version = p.version + 1, updated_at = now()
  from (
    select g.id, g.price_minor, g.available, g.category_id, coalesce(g.position, case when g.category_id <> x.category_id then
      (select coalesce(max(l.position), -1) from public.products l where l.category_id = g.category_id and l.vendor_id = vendor)
        + row_number() over (partition by g.category_id, g.category_id <> x.category_id order by x.position, x.id) end)::int as position
    from jsonb_to_recordset(given -> 'products') as g (id uuid, price_minor bigint, available boolean, category_id uuid, position int)
    join public.products x on x.id = g.id) n
  where p.id = n.id;
  return jsonb_build_object('data', (
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'version', p.version, 'price_minor', p.price_minor, 'available', p.available,
      'category_id', p.category_id, 'position', p.position) order by p.id), '[]') from public.products p where p.id = any (ids)));
end $$;

-- == Order ============================================================================================================
-- Puts a product before another of its category, or last: {before: product id | null}. What stands where is no version of a product: an open
-- form is not refused because of it. Returns the product. Raises 404, also for a product of another category.
create function public.place_product(product_id uuid, body jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  before uuid := (given ->> 'before')::uuid;
  category uuid;
  present public.products;
begin
  perform app.require_role('vendor_admin');
  select p.category_id into category from public.products p where p.id = place_product.product_id and p.vendor_id in (select app.my_vendor_ids('menu'));
  perform from public.categories k where k.id = category for no key update; -- first, so that two moves in one category do not wait for each other
  present := app.lock_product(product_id);
  if present.category_id <> category then
    perform app.fail(409, 'VERSION_CONFLICT', 'The product moved to another category meanwhile.', jsonb_build_object('current', app.product_json(present)));
  elsif before is not null and not exists (
    select from public.products p where p.id = before and p.category_id = category and p.vendor_id = present.vendor_id) then
    perform app.not_found('The product');
  end if;
  update public.products p set position = n.position from (
    select x.id, row_number() over (order by x.position, x.id) * 2 as position
    from public.products x where x.category_id = category and x.vendor_id = present.vendor_id) n
  where p.id = n.id and p.position <> n.position;
  update public.products p set position = coalesce((select b.position - 1 from public.products b where b.id = before),
    (select max(l.position) + 1 from public.products l where l.category_id = category and l.vendor_id = present.vendor_id))
  where p.id = present.id returning * into present;
  return app.product_json(present);
end $$;

-- Puts the menu's categories in the order of `ids`, which must be all of them: {ids, vendor_id?}. Returns list_categories.
-- Raises 409 VERSION_CONFLICT with `current` when they are not, as when somebody added one meanwhile.
create function public.arrange_categories(body jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  vendor uuid := app.my_vendor((given ->> 'vendor_id')::uuid, 'menu');
  ids uuid[] := array(select (i #>> '{}')::uuid from jsonb_array_elements(given -> 'ids') as i);
begin
  perform from public.vendors v where v.id = vendor for no key update;
  if array(select k.id from public.categories k where k.vendor_id = vendor order by k.id) <> array(select i from unnest(ids) as i order by i) then
    perform app.fail(409, 'VERSION_CONFLICT', 'Someone changed this meanwhile. Look at the present state and try again.',
      jsonb_build_object('current', public.list_categories(vendor)));
  end if;
  update public.categories k set position = n.place - 1 from unnest(ids) with ordinality as n (id, place) where k.id = n.id;
  return public.list_categories(vendor);
end $$;

-- == Export ===========================================================================================================
-- The whole menu in menu order, as a file holds it: {branches: [{id, name}], products: [{id, category, name, description, price_minor, available,
-- stock: {branch id: count, null: unlimited}}]}.
create function public.export_menu(vendor_id uuid default null) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  vendor uuid := app.my_vendor(export_menu.vendor_id, 'menu');
begin
  return jsonb_build_object(
    'branches', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.created_at, b.id), '[]') from public.branches b where b.vendor_id = vendor),
    'products', (
      select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'category', k.name, 'name', p.name, 'description', p.description,
        'price_minor', p.price_minor, 'available', p.available, 'stock', (
          select coalesce(jsonb_object_agg(b.id, s.quantity), '{}') from public.branches b
          left join public.branch_stock s on s.branch_id = b.id and s.product_id = p.id where b.vendor_id = vendor))
        order by k.position, k.id, p.position, p.id), '[]')
      from public.products p join public.categories k on k.id = p.category_id where p.vendor_id = vendor and p.deleted_at is null));
end $$;

-- == Plan =============================================================================================================
-- What each line of a file would do: [{line, verdict: add|change|leave|refuse, id, name, category, changes: {field: {from, to}},
-- stock: [{branch_id, from, to}], problems: [code]}]. A line names its product by id, or else by category and name, so that a file taken twice
-- adds nothing twice. A field that is null stays as it is.
create function app.menu_plan(vendor uuid, lines jsonb) returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return (
    with given as materialized (
      select * from jsonb_to_recordset(lines) as g (line int, id uuid, category text, name text, description text, price_minor bigint, available boolean, stock jsonb)),
    known as materialized (
      select p.id, k.name as category, p.name, p.description, p.price_minor, p.available
      from public.products p join public.categories k on k.id = p.category_id where p.vendor_id = vendor and p.deleted_at is null),
    named as materialized (select k.category, k.name, min(k.id::text)::uuid as id from known k group by k.category, k.name having count(*) = 1),
    shelves as materialized (select distinct k.name from public.categories k where k.vendor_id = vendor),
    fresh as materialized (
      select g.category, row_number() over (order by min(g.line)) + (select count(*) from public.categories k where k.vendor_id = vendor) as place
      from given g where g.category is not null and g.category not in (select s.name from shelves s) group by g.category),
    matched as (
      select g.*, coalesce(g.id, n.id) as target,
        count(*) over (partition by coalesce(g.id, n.id), case when coalesce(g.id, n.id) is null then g.category || E'\n' || g.name end) as times
      from given g left join named n on g.id is null and n.category = g.category and n.name = g.name),
    judged as (
      select m.line, m.target as id, coalesce(m.name, k.name, '') as name, coalesce(m.category, k.category, '') as category, k.id is null as is_new,
        array_remove(array[
          case when m.target is not null and k.id is null then 'unknown_product' end,
          case when m.times > 1 then 'twice' end,
          case when m.target is null and m.category is null then 'category_missing' end,
          case when m.target is null and m.name is null then 'name_missing' end,
          case when m.target is null and m.price_minor is null then 'price_missing' end,
          case when f.place > 50 then 'too_many_categories' end], null) as problems,
        jsonb_strip_nulls(jsonb_build_object(
          'category', case when m.category <> k.category or k.id is null then jsonb_build_object('from', k.category, 'to', m.category) end,
          'name', case when m.name <> k.name or k.id is null then jsonb_build_object('from', k.name, 'to', m.name) end,
          'description', case when m.description <> coalesce(k.description, '') then jsonb_build_object('from', k.description, 'to', m.description) end,
          'price_minor', case when m.price_minor <> k.price_minor or k.id is null then jsonb_build_object('from', k.price_minor, 'to', m.price_minor) end,
          'available', case when m.available <> coalesce(k.available, true) then jsonb_build_object('from', k.available, 'to', m.available) end)) as changes,
        (select coalesce(jsonb_agg(jsonb_build_object('branch_id', w.branch_id, 'from', s.quantity, 'to', w.quantity) order by w.branch_id), '[]')
          from (select e.key::uuid as branch_id, (e.value #>> '{}')::int as quantity from jsonb_each(coalesce(m.stock, '{}')) as e) w
          left join public.branch_stock s on s.branch_id = w.branch_id and s.product_id = k.id
          where s.quantity is distinct from w.quantity) as stock
      from matched m left join known k on k.id = m.target left join fresh f on f.category = m.category)
    select coalesce(jsonb_agg(jsonb_build_object('line', j.line, 'id', j.id, 'name', j.name, 'category', j.category, 'changes', j.changes, 'stock', j.stock,
      'problems', j.problems, 'verdict', case when cardinality(j.problems) > 0 then 'refuse' when j.is_new then 'add'
        when j.changes = '{}' and j.stock = '[]' then 'leave' else 'change' end) order by j.line), '[]')
    from judged j);
end $$;

-- == Import ===========================================================================================================
-- Plans a file of up to 2000 lines {lines: [{line, id?, category?, name?, description?, price_minor?, available?, stock?: {branch id: count, null:
-- unlimited}}], vendor_id?}, or with the `token` of a plan applies it: all of it, or none. Returns {token, applied, lines}.
-- Raises 404 for another vendor's branch, 409 VERSION_CONFLICT when the plan would now be another, 400 on `csv` while a line is refused.
create function public.import_menu(body jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  given jsonb := app.body(body);
  lines jsonb := coalesce(given -> 'lines', '[]');
  vendor uuid := app.my_vendor((given ->> 'vendor_id')::uuid, 'menu');
  applies boolean := given ->> 'token' is not null;
  plan jsonb;
  token text;
begin
  if jsonb_array_length(lines) > 2000 then
    perform app.invalid('csv', 'A file can have 2000 lines. Split it.');
  elsif exists (
    select from jsonb_array_elements(lines) as l, jsonb_object_keys(case jsonb_typeof(l -> 'stock') when 'object' then l -> 'stock' else '{}' end) as branch
    where not exists (select from public.branches b where b.id = branch::uuid and b.vendor_id = vendor)) then
    perform app.not_found('A branch');
  end if;
  if applies then
    -- In the order everybody locks: the vendor, its branches (their orders under way end first), products, stock.
    perform from public.vendors v where v.id = vendor for no key update;
    perform from public.branches b where b.vendor_id = vendor order by b.id for update;
    perform from public.products p where p.vendor_id = vendor and p.deleted_at is null order by p.id for no key update;
    perform from public.branch_stock s where s.branch_id in (select b.id from public.branches b where b.vendor_id = vendor) order by s.product_id, s.branch_id for update;
  end if;
  plan := app.menu_plan(vendor, lines);
  token := encode(sha256(convert_to(plan::text, 'UTF8')), 'hex');
  if applies and token <> given ->> 'token' then
    perform app.fail(409, 'VERSION_CONFLICT', 'The menu changed since this file was checked. Check it again.', jsonb_build_object('token', token));
  elsif applies and exists (select from jsonb_array_elements(plan) as l where l ->> 'verdict' = 'refuse') then
    perform app.invalid('csv', 'The file has lines that cannot be taken.');
  elsif applies then
    perform app.apply_menu_plan(vendor, plan);
  end if;
  return jsonb_build_object('token', token, 'applied', applies, 'lines', plan);
end $$;

-- Does what a plan says. The vendor's products and stock are locked by now.
create function app.apply_menu_plan(vendor uuid, plan jsonb) returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into public.categories (vendor_id, name, position)
  select vendor, l ->> 'category', (select coalesce(max(k.position), -1) from public.categories k where k.vendor_id = vendor) + row_number() over (order by min((l ->> 'line')::int))
  from jsonb_array_elements(plan) as l
  where l ->> 'verdict' in ('add', 'change') and not exists (select from public.categories k where k.vendor_id = vendor and k.name = l ->> 'category')
  group by l ->> 'category';

  with work as materialized (
    select (l ->> 'line')::int as line, l ->> 'verdict' as verdict, coalesce((l ->> 'id')::uuid, gen_random_uuid()) as id, l -> 'changes' as changes, l -> 'stock' as stock,
      (select k.id from public.categories k where k.vendor_id = vendor and k.name = l #>> '{changes,category,to}' order by k.position, k.id limit 1) as shelf
    from jsonb_array_elements(plan) as l where l ->> 'verdict' in ('add', 'change')),
  placed as materialized (
    select w.*, (select coalesce(max(p.position), -1) from public.products p where p.category_id = w.shelf and p.vendor_id = vendor)
      + row_number() over (partition by w.shelf order by w.line) as place from work w),
  added as (
    insert into public.products (id, vendor_id, category_id, name, description, price_minor, available, position)
    select w.id, vendor, w.shelf, w.changes #>> '{name,to}', coalesce(w.changes #>> '{description,to}', ''), (w.changes #>> '{price_minor,to}')::bigint,
      coalesce((w.changes #>> '{available,to}')::boolean, true), w.place
    from placed w where w.verdict = 'add'),
  changed as (
    update public.products p set category_id = coalesce(w.shelf, p.category_id), position = case when w.shelf is null then p.position else w.place end,
      name = coalesce(w.changes #>> '{name,to}', p.name), description = coalesce(w.changes #>> '{description,to}', p.description),
      price_minor = coalesce((w.changes #>> '{price_minor,to}')::bigint, p.price_minor),
      available = coalesce((w.changes #>> '{available,to}')::boolean, p.available), version = p.version + 1, updated_at = now()
    from placed w where p.id = w.id and w.verdict = 'change' and w.changes <> '{}')
  insert into public.branch_stock as s (branch_id, product_id, stock_policy, quantity)
  select (b ->> 'branch_id')::uuid, w.id, case when b ->> 'to' is null then 'unlimited' else 'counted' end::public.stock_policy, (b ->> 'to')::int
  from placed w, jsonb_array_elements(w.stock) as b
  order by w.id, 1
  on conflict on constraint branch_stock_pkey do update set stock_policy = excluded.stock_policy, quantity = excluded.quantity, updated_at = now();
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.edit_products, public.place_product, public.arrange_categories, public.export_menu, public.import_menu to authenticated;
