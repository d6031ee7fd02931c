-- What:  the shop window: the vendor list with search, a vendor's page, a branch's menu.
-- Why:   what a customer is shown is decided in one call. These readers run with the definer's rights and name their own
--        condition (verified, active, on sale): a vendor browsing the shop sees what customers see, never its own hidden goods,
--        and stock answers "in stock" without its count.
-- Back:  supabase/rollbacks/20261101000420_catalog_shop.sql
-- Order: list · vendor · menu · site map · rights

create index categories_folded on public.categories (app.fold(name));

-- == List =============================================================================================================
-- Verified vendors, each by its best branch (open first, then as sorted, then nearest):
-- {data: [{id, slug, name, business_type, description, image_url, rating, rating_count, branch: {id, name, lat, lng}, district, city, is_open,
--   opens_at, minimum_order_minor, delivery_fee_minor, free_delivery_from_minor, eta_minutes, currency, distance_m, serves_point,
--   matched_products}], next_cursor, total}.
-- filter: {city?, district?, q?, category?, open_now?, lat?, lng?, sort?, max_fee?, max_minutes?, min_rating?, limit?, cursor?}. With a
-- point only branches that deliver to it count, and fee, ETA and distance are theirs; without one these are null, and a filter or an order by
-- them goes by the branch's base fee and its preparing. The open come first; then, by sort: `recommended` by likeness when searched (before
-- the open), else the nearest (without a point: the best rated); `nearest`, `fastest`, `rating` and `minimum` (the lowest). `total` counts all pages.
-- `among` are the only vendors looked at, null for all.
--
-- Planned anew each time: with the filters known, the plan uses the zone's or the name's index and drops what is not asked.
create function app.vendor_page(filter jsonb, among uuid[] default null) returns jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := app.read_cursor(body ->> 'cursor', 'number', 'number', 'uuid', 'time');
  -- One walk through the pages judges "open" by the clock of its first page, or branches would change places between pages.
  clock timestamptz := least(coalesce((after ->> 3)::timestamptz, now()), now());
  words text := nullif(trim(app.fold(left(body ->> 'q', 80))), '');
  category_words text := app.fold(trim(left(body ->> 'category', 80)));
  here_lat float8 := (body ->> 'lat')::float8;
  here_lng float8 := (body ->> 'lng')::float8;
  here box := box(point(here_lng, here_lat), point(here_lng, here_lat));
  only_open boolean := coalesce((body ->> 'open_now')::boolean, false);
  sort text := coalesce(nullif(nullif(body ->> 'sort', 'recommended'), case when here is null then 'nearest' end),
    case when words is not null then 'likeness' when here is null then 'rating' else 'nearest' end);
  max_fee bigint := (body ->> 'max_fee')::bigint;
  max_minutes int := (body ->> 'max_minutes')::int;
  min_rating numeric := (body ->> 'min_rating')::numeric;
begin
  if (here_lat is null) <> (here_lng is null) then
    perform app.invalid(case when here_lat is null then 'lat' else 'lng' end, 'Give both lat and lng, or neither.');
  end if;
  -- 0.45 is the likeness that still finds "lahmcun" in "lahmacun" (0.55); the default of 0.6 does not.
  perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
  return (
    with product_hits as (
      select p.vendor_id, p.id, p.name, 0.9 * extensions.word_similarity(words, p.folded) as likeness
      from public.products p
      where words is not null and p.folded operator(extensions.%>) words and p.available and p.deleted_at is null
    ), hits as (
      select vendor_id, max(likeness) as likeness
      from (
        select vendor_id, likeness from product_hits
        union all
        select v.id, extensions.word_similarity(words, v.folded) from public.vendors v
        where words is not null and v.folded operator(extensions.%>) words) as names
      group by vendor_id
    ), candidates as (
      select b.id as branch_id, b.vendor_id, app.distance_m(b.lat, b.lng, here_lat, here_lng) as distance_m,
        case sort when 'rating' then -coalesce(v.rating, 0) when 'minimum' then b.minimum_order_minor
          when 'fastest' then takes.minutes end as rank
      from public.branches b
        join public.vendors v on v.id = b.vendor_id
        join public.districts d on d.id = b.district_id
        join public.cities c on c.id = d.city_id
        cross join lateral (select app.prep_minutes(b) + case when here is null then 0 else app.ride_minutes(b, here_lat, here_lng) end as minutes) as takes
      where b.active and v.verified and (among is null or v.id = any (among)) and (min_rating is null or v.rating >= min_rating)
        and (body ->> 'city' is null or c.slug = body ->> 'city')
        and (body ->> 'district' is null or d.slug = body ->> 'district')
        and (here is null or (b.zone_box @> here and app.serves(b, here_lat, here_lng)))
        and (category_words is null or v.business_type::text = category_words
          or exists (select from public.categories k where k.vendor_id = v.id and app.fold(k.name) = category_words))
        and (words is null or b.vendor_id in (select h.vendor_id from hits h))
        and (max_fee is null or case when here is null then b.fee_base_minor else app.delivery_fee(b, here_lat, here_lng, 0) end <= max_fee)
        and (max_minutes is null or takes.minutes <= max_minutes)
    ), best_branches as (
      select distinct on (vendor_id) vendor_id, branch_id, distance_m, rank,
        branch_id in (select app.open_branches(array(select branch_id from candidates), clock)) as open
      from candidates
      order by vendor_id, open desc, rank, distance_m, branch_id
    ), found as (
      select x.*, h.likeness, max(h.likeness) over () as best from best_branches x left join hits h using (vendor_id)
    ), keyed as (
      select f.branch_id, f.vendor_id, f.distance_m, f.best,
        case sort when 'likeness' then -round(f.likeness::numeric, 3) else (not f.open)::int end as first_key,
        case sort when 'likeness' then (not f.open)::int when 'nearest' then round(f.distance_m)::int else f.rank end as second_key
      from found f
      where (f.open or not only_open)
        and (words is null or f.likeness >= 0.65 * f.best) -- beside an exact match, a vague one is noise
    ), page as (
      select * from keyed
      where after is null or (first_key, second_key, vendor_id) > ((after ->> 0)::numeric, (after ->> 1)::numeric, (after ->> 2)::uuid)
      order by first_key, second_key, vendor_id limit size + 1
    )
    select app.page(array_agg(card order by first_key, second_key, vendor_id),
      array_agg(jsonb_build_array(first_key, second_key, vendor_id, clock) order by first_key, second_key, vendor_id), size)
      || jsonb_build_object('total', (select count(*) from keyed))
    from (
      select p.first_key, p.second_key, p.vendor_id, jsonb_build_object(
          'id', v.id, 'slug', v.slug, 'name', v.name, 'business_type', v.business_type, 'description', v.description,
          'image_url', v.image_url, 'rating', v.rating, 'rating_count', v.rating_count,
          'branch', jsonb_build_object('id', b.id, 'name', b.name, 'lat', b.lat, 'lng', b.lng), 'district', d.name, 'city', c.name,
          'is_open', hours.is_open, 'opens_at', hours.opens_at, 'minimum_order_minor', b.minimum_order_minor,
          'delivery_fee_minor', case when here is not null then app.delivery_fee(b, here_lat, here_lng, 0) end,
          'free_delivery_from_minor', b.free_delivery_from_minor,
          'eta_minutes', app.prep_minutes(b) + case when here is not null then app.ride_minutes(b, here_lat, here_lng) end,
          'currency', 'TRY', 'distance_m', round(p.distance_m)::int, 'serves_point', case when here is not null then true end,
          'matched_products', coalesce((
            select jsonb_agg(name order by likeness desc, id)
            from (
              select s.id, s.name, s.likeness from product_hits s
              where s.vendor_id = v.id and s.likeness >= 0.65 * p.best
              order by s.likeness desc, s.id limit 3) as liked), '[]')) as card
      from page p
        join public.branches b on b.id = p.branch_id
        join public.vendors v on v.id = p.vendor_id
        join public.districts d on d.id = b.district_id
        join public.cities c on c.id = d.city_id
        cross join lateral app.opening(b.id, now()) as hours) as cards);
end $$;

create function public.list_vendors(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return app.vendor_page(filter);
end $$;

-- == Vendor ===========================================================================================================
-- Opening hours as [{weekday, opens, closes}] and special days from today on as [{date, closed, opens, closes, note}];
-- times are "HH:MM" on the branch's own clock.
create function app.hours_json(branch uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('weekday', weekday, 'opens', left(opens::text, 5), 'closes', left(closes::text, 5))
    order by weekday, opens), '[]')
  from public.branch_hours where branch_id = branch
$$;

create function app.special_days_json(branch uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('date', date, 'closed', closed, 'opens', left(opens::text, 5), 'closes', left(closes::text, 5),
    'note', note) order by date), '[]')
  from public.branch_special_days where branch_id = branch and date >= current_date - 1
$$;

-- A verified vendor with its active branches: {id, slug, name, business_type, description, image_url, rating, rating_count, currency,
-- branches: [{id, name, lat, lng, district, city, address_text, phone, zone, is_open, opens_at, closes_at, hours, special_days,
-- accepts_delivery, accepts_pickup, prep_minutes, minimum_order_minor, fee_policy, fee_base_minor, fee_per_km_minor,
-- free_delivery_from_minor, delivery_fee_minor, eta_minutes, distance_m, serves_point}]}. The last four are null without a point; with
-- one, branches that serve it come first. Raises 404.
create function public.get_vendor(slug text, lat float8 default null, lng float8 default null) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  vendor public.vendors;
  here_lat float8 := case when lng is not null then lat end;
  here_lng float8 := case when lat is not null then lng end;
begin
  select v.* into vendor from public.vendors v where v.slug = get_vendor.slug and v.verified;
  if vendor.id is null then
    perform app.not_found('The vendor');
  end if;
  return jsonb_build_object(
    'id', vendor.id, 'slug', vendor.slug, 'name', vendor.name, 'business_type', vendor.business_type, 'description', vendor.description,
    'image_url', vendor.image_url, 'rating', vendor.rating, 'rating_count', vendor.rating_count, 'currency', 'TRY',
    'branches', coalesce((
      select jsonb_agg(jsonb_build_object(
          'id', b.id, 'name', b.name, 'lat', b.lat, 'lng', b.lng, 'district', d.name, 'city', c.name, 'address_text', b.address_text,
          'phone', b.phone, 'zone', b.zone, 'is_open', o.is_open, 'opens_at', o.opens_at, 'closes_at', o.closes_at,
          'hours', app.hours_json(b.id), 'special_days', app.special_days_json(b.id))
        || jsonb_build_object(
          'accepts_delivery', b.accepts_delivery, 'accepts_pickup', b.accepts_pickup, 'prep_minutes', app.prep_minutes(b),
          'minimum_order_minor', b.minimum_order_minor, 'fee_policy', b.fee_policy, 'fee_base_minor', b.fee_base_minor,
          'fee_per_km_minor', b.fee_per_km_minor, 'free_delivery_from_minor', b.free_delivery_from_minor,
          'delivery_fee_minor', case when m.serves then app.delivery_fee(b, here_lat, here_lng, 0) end,
          'eta_minutes', case when m.serves then app.prep_minutes(b) + app.ride_minutes(b, here_lat, here_lng) end,
          'distance_m', round(m.distance)::int, 'serves_point', m.serves)
        order by coalesce(m.serves, false) desc, o.is_open desc, m.distance, b.created_at, b.id)
      from public.branches b
        join public.districts d on d.id = b.district_id
        join public.cities c on c.id = d.city_id
        cross join lateral app.opening(b.id, now()) as o
        cross join lateral (
          select app.distance_m(b.lat, b.lng, here_lat, here_lng) as distance,
            case when here_lat is not null then app.serves(b, here_lat, here_lng) end as serves) as m
      where b.vendor_id = vendor.id and b.active), '[]'));
end $$;

-- == Menu =============================================================================================================
-- What can be ordered from a branch: {branch_id, currency, prices_until, vendor: {id, slug, name}, categories: [{id, name, products: [{id,
-- name, description, image_url, price_minor, regular_price_minor, price_until, allergens, in_stock, option_groups: [{id, name, min_choices,
-- max_choices, options: [{id, name, price_delta_minor}]}]}]}]}. Prices are those of this instant, and good until `prices_until`; what a rule
-- lowers says the regular price, and until when it is lower (app.product_prices). Products and options that the vendor switched off are left out; a product is in stock when the branch has
-- it and each of its groups still has as many options as must be chosen. Raises 404.
create function public.get_menu(branch_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  branch public.branches;
  vendor public.vendors;
begin
  select b.* into branch from public.branches b where b.id = get_menu.branch_id and b.active;
  select v.* into vendor from public.vendors v where v.id = branch.vendor_id and v.verified;
  if vendor.id is null then
    perform app.not_found('The branch');
  end if;
  return jsonb_build_object(
    'branch_id', branch_id, 'currency', 'TRY', 'prices_until', app.next_price_change(branch, now()),
    'vendor', jsonb_build_object('id', vendor.id, 'slug', vendor.slug, 'name', vendor.name),
    'categories', (
      with choices as ( -- each group once, however many products share it
        select g.id, g.min_choices > count(o.id) as lacking, count(o.id) > 0 as offered,
          jsonb_build_object('id', g.id, 'name', g.name, 'min_choices', g.min_choices, 'max_choices', g.max_choices,
            'options', jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'price_delta_minor', o.price_delta_minor)
              order by o.position, o.id) filter (where o.id is not null)) as shown
        from public.option_groups g left join public.options o on o.group_id = g.id and o.available
        where g.vendor_id = vendor.id
        group by g.id
      ), product_choices as (
        select x.product_id, bool_or(c.lacking) as lacking, jsonb_agg(c.shown order by x.position, c.id) filter (where c.offered) as shown
        from public.product_option_groups x join choices c on c.id = x.group_id
        where x.vendor_id = vendor.id
        group by x.product_id
      ), shelves as (
        select p.category_id, jsonb_agg(jsonb_build_object(
            'id', p.id, 'name', p.name, 'description', p.description, 'image_url', p.image_url, 'price_minor', price.price_minor,
            'regular_price_minor', case when price.rule_id is not null then price.regular_minor end, 'price_until', price.until,
            'allergens', p.allergens,
            'in_stock', coalesce(s.available and (s.stock_policy = 'unlimited' or s.quantity > 0), true) and not coalesce(x.lacking, false),
            'option_groups', coalesce(x.shown, '[]')) order by p.position, p.id) as products
        from public.products p
          join app.product_prices(branch, now()) as price on price.product_id = p.id
          left join product_choices x on x.product_id = p.id
          left join public.branch_stock s on s.product_id = p.id and s.branch_id = get_menu.branch_id
        where p.vendor_id = vendor.id and p.deleted_at is null and p.available
        group by p.category_id)
      select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'products', shelves.products) order by k.position, k.id), '[]')
      from public.categories k join shelves on shelves.category_id = k.id));
end $$;

-- == Site map =========================================================================================================
-- The addresses of all vendors that have a page, in pages of `size`: {slugs: [slug], pages}. Page 0 is the first.
create function public.list_vendor_slugs(page int default 0, size int default 5000) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    with shown as materialized (
      select v.slug from public.vendors v
      where v.verified and exists (select from public.branches b where b.vendor_id = v.id and b.active))
    select jsonb_build_object('pages', ceil(count(*)::numeric / least(5000, greatest(1, size)))::int,
      'slugs', (select coalesce(jsonb_agg(slug), '[]') from (
        select slug from shown order by slug offset greatest(0, page)::bigint * least(5000, greatest(1, size)) limit least(5000, greatest(1, size))) of_page))
    from shown);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.list_vendors, public.get_vendor, public.get_menu, public.list_vendor_slugs to anon, authenticated;
