-- What:  what an order would cost and whether it could be placed: app.quote(), read by POST /api/quotes and by place_order.
-- Why:   one calculation for both, so that a customer is never told one price and charged another.
-- Back:  supabase/rollbacks/20261101000610_order_quote.sql
-- Order: lines · slots · quote · rights

-- The lines of a body's `items`, priced from the database, each with what is wrong with it:
-- [{line, product_id, name, quantity, unit_price_minor, regular_unit_price_minor (where a price rule lowers it), line_total_minor, make_minutes,
-- options, note, counted, problem}]. A product's price is that of this instant, also in an order for later.
create function app.priced_lines(branch public.branches, items jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    with asked as (
      select n::int as line, (item ->> 'product_id')::uuid as product_id, (item ->> 'quantity')::int as quantity, item ->> 'note' as note,
        coalesce(array(select distinct o::uuid from jsonb_array_elements_text(coalesce(nullif(item -> 'option_ids', 'null'), '[]')) as o), '{}') as option_ids
      from jsonb_array_elements(items) with ordinality as lines (item, n)
    ),
    wanted as (select product_id, sum(quantity) as quantity from asked group by product_id),
    chosen as (
      select a.line, count(*) as known, sum(o.price_delta_minor) as delta, bool_and(o.available) as available,
        jsonb_agg(jsonb_build_object('id', o.id, 'group', g.name, 'name', o.name, 'price_delta_minor', o.price_delta_minor)
          order by pg.position, o.position, o.id) as options
      from asked a
      join public.product_option_groups pg on pg.product_id = a.product_id
      join public.option_groups g on g.id = pg.group_id
      join public.options o on o.group_id = g.id and o.id = any (a.option_ids)
      group by a.line
    ),
    short as ( -- the first group of a line with too few or too many choices
      select distinct on (a.line) a.line, g.name, g.min_choices, g.max_choices
      from asked a
      join public.product_option_groups pg on pg.product_id = a.product_id
      join public.option_groups g on g.id = pg.group_id
      where (select count(*) from public.options o where o.group_id = g.id and o.id = any (a.option_ids)) not between g.min_choices and g.max_choices
      order by a.line, pg.position
    ),
    priced as (
      select a.line, a.product_id, p.name, a.quantity, a.note, coalesce(c.options, '[]') as options,
        greatest(0, price.price_minor + coalesce(c.delta, 0)) as unit_price_minor,
        nullif(greatest(0, price.regular_minor + coalesce(c.delta, 0)), greatest(0, price.price_minor + coalesce(c.delta, 0))) as regular_unit_price_minor,
        p.make_minutes * a.quantity as make_minutes,
        coalesce(s.stock_policy = 'counted', false) as counted,
        case
          when p.id is null or not p.available or not coalesce(s.available, true) then jsonb_build_object(
            'code', 'PRODUCT_UNAVAILABLE', 'status', 422, 'message', coalesce(p.name, 'A product') || ' is not on sale here any more.')
          when coalesce(c.known, 0) < cardinality(a.option_ids) then jsonb_build_object(
            'code', 'VALIDATION_ERROR', 'status', 400, 'message', p.name || ' has no such option.')
          when not coalesce(c.available, true) then jsonb_build_object(
            'code', 'PRODUCT_UNAVAILABLE', 'status', 422, 'message', 'An option of ' || p.name || ' has run out.')
          when short.line is not null then jsonb_build_object(
            'code', 'VALIDATION_ERROR', 'status', 400, 'message', format('%s: choose %s of %s.', p.name,
              case when short.min_choices = short.max_choices then short.min_choices::text else short.min_choices || '–' || short.max_choices end, short.name))
          when s.stock_policy = 'counted' and s.quantity < w.quantity then jsonb_build_object(
            'code', 'OUT_OF_STOCK', 'status', 409, 'message', 'There is not enough ' || p.name || ' left.')
        end as problem
      from asked a
      join wanted w using (product_id)
      left join public.products p on p.id = a.product_id and p.vendor_id = branch.vendor_id and p.deleted_at is null
      left join app.product_prices(branch, now(), array(select product_id from wanted)) as price on price.product_id = p.id
      left join public.branch_stock s on s.product_id = p.id and s.branch_id = branch.id
      left join chosen c using (line)
      left join short using (line)
    )
    select jsonb_agg(to_jsonb(priced) || jsonb_build_object('line_total_minor', unit_price_minor * quantity,
      'problem', problem || jsonb_build_object('details', case problem ->> 'code'
        when 'VALIDATION_ERROR' then jsonb_build_object(format('items.%s.option_ids', line - 1), jsonb_build_array(problem ->> 'message'))
        else jsonb_build_object('product_id', product_id, 'name', name) end)) order by line)
    from priced);
end $$;

-- The times at which an order of so many minutes' work, so long a ride away, could be handed over: the quarters of an hour from `earliest` to
-- seven days ahead at which the branch is open and its kitchen has room for it.
create function app.free_slots(branch public.branches, earliest timestamptz, work int, ride int) returns setof timestamptz
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select distinct slot from
      app.open_windows(branch.id, (earliest - interval '2 days')::date, (earliest + interval '8 days')::date) as w,
      generate_series(
        date_bin('15 minutes', greatest(lower(w), earliest) + interval '15 minutes' - interval '1 microsecond', timestamptz 'epoch'),
        least(upper(w) - interval '1 microsecond', now() + interval '7 days'), interval '15 minutes') as slot
    where branch.kitchen_hands is null or app.kitchen_takes(branch, work, slot - make_interval(mins => ride));
end $$;

-- Up to three of them nearest to the wished one.
create function app.nearest_slots(branch public.branches, wished timestamptz, earliest timestamptz, work int, ride int) returns timestamptz[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select coalesce(array_agg(slot order by slot), '{}')
    from (select slot from app.free_slots(branch, earliest, work, ride) as slot order by abs(extract(epoch from slot - wished)), slot limit 3) nearest);
end $$;

-- A quote for a body as POST /api/orders takes it: {items, subtotal_minor, delivery_fee_minor, discount_minor, tip_minor, total_minor,
-- currency, eta_minutes, eta_at, ride_minutes, make_minutes, prices_until: when a price may next change by a rule, coupon: what
-- app.coupon_gift() says of it or null, problems: [{code, status, message, details}]}. A coupon that cannot be used takes nothing off and is the last problem.
create function app.quote(branch public.branches, body jsonb) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  pickup boolean := body ->> 'type' = 'pickup';
  lat float8 := (body #>> '{address,lat}')::float8;
  lng float8 := (body #>> '{address,lng}')::float8;
  wished timestamptz := (body ->> 'scheduled_for')::timestamptz;
  tip bigint := coalesce((body ->> 'tip_minor')::bigint, 0);
  lines jsonb := app.priced_lines(branch, body -> 'items');
  subtotal bigint := (select coalesce(sum((line ->> 'line_total_minor')::bigint), 0) from jsonb_array_elements(lines) as line);
  problems jsonb := (select coalesce(jsonb_agg(line -> 'problem'), '[]') from jsonb_array_elements(lines) as line where line ->> 'problem' is not null);
  fee bigint := 0;
  ride int := 0;
  eta int;
  work int := (select least(coalesce(sum((line ->> 'make_minutes')::int), 0), 1000000) from jsonb_array_elements(lines) as line);
  free timestamptz[];
  coupon jsonb;
begin
  if not pickup and lat is not null then
    fee := app.delivery_fee(branch, lat, lng, subtotal);
    ride := app.ride_minutes(branch, lat, lng);
  end if;
  eta := branch.prep_minutes + ride;

  if (pickup and not branch.accepts_pickup) or not (pickup or branch.accepts_delivery) then
    problems := jsonb_build_object('code', 'BRANCH_CLOSED', 'status', 422, 'message', case when pickup
      then 'This branch does not hand over orders at the counter.' else 'This branch does not deliver right now.' end, 'details', '{}'::jsonb) || problems;
  elsif wished is not null then
    if wished < now() + make_interval(mins => eta) or wished > now() + interval '7 days' or not app.is_open(branch.id, wished)
      or not app.kitchen_takes(branch, work, wished - make_interval(mins => ride)) then
      problems := jsonb_build_object('code', 'SLOT_UNAVAILABLE', 'status', 409, 'message', 'This time is not available. Choose another one.',
        'details', jsonb_build_object('alternatives', to_jsonb(app.nearest_slots(branch, wished, now() + make_interval(mins => eta), work, ride)))) || problems;
    end if;
  elsif not app.is_open(branch.id, now()) then
    problems := jsonb_build_object('code', 'BRANCH_CLOSED', 'status', 422, 'message', 'The branch is closed right now.',
      'details', jsonb_build_object('opens_at', app.next_opening(branch.id, now()))) || problems;
  elsif not app.kitchen_takes(branch, work, now() + make_interval(mins => branch.prep_minutes)) then
    free := app.nearest_slots(branch, now() + make_interval(mins => eta), now() + make_interval(mins => eta), work, ride);
    problems := jsonb_build_object('code', 'SLOT_UNAVAILABLE', 'status', 409, 'message', 'The kitchen is full right now. Choose one of the next free times.',
      'details', jsonb_build_object('reason', 'KITCHEN_FULL', 'alternatives', to_jsonb(free))) || problems;
    eta := coalesce(ceil(extract(epoch from free[1] - now()) / 60)::int, eta);
  end if;
  if not pickup and lat is not null and not app.point_in_zone(branch.zone, lat, lng) then
    problems := problems || jsonb_build_object('code', 'OUTSIDE_DELIVERY_ZONE', 'status', 422,
      'message', 'This branch does not deliver to that address.', 'details', '{}'::jsonb);
  end if;
  if subtotal < branch.minimum_order_minor then
    problems := problems || jsonb_build_object('code', 'MINIMUM_ORDER_VALUE', 'status', 422, 'message', 'The order is below the minimum of this branch.',
      'details', jsonb_build_object('minimum_order_minor', branch.minimum_order_minor, 'missing_minor', branch.minimum_order_minor - subtotal));
  end if;
  if body ->> 'coupon' is not null then
    coupon := app.coupon_gift(branch, body ->> 'coupon', subtotal, case when pickup or lat is not null then fee end, pickup);
    problems := problems || coalesce(coupon -> 'problem', '[]');
    coupon := case when coupon ? 'problem' then null else coupon end;
  end if;

  return jsonb_build_object('items', lines, 'subtotal_minor', subtotal, 'delivery_fee_minor', fee, 'tip_minor', tip,
    'discount_minor', coalesce((coupon ->> 'discount_minor')::bigint, 0),
    'total_minor', subtotal + fee + tip - coalesce((coupon ->> 'discount_minor')::bigint, 0), 'coupon', coupon,
    'currency', 'TRY', 'eta_minutes', eta, 'ride_minutes', ride, 'make_minutes', work,
    'eta_at', coalesce(wished, now() + make_interval(mins => eta)), 'prices_until', app.next_price_change(branch, now()), 'problems', problems);
end $$;

-- The branch when customers may order from it, with the time to prepare that holds now. Raises 404.
create function app.public_branch(branch_id uuid) returns public.branches language plpgsql stable security definer set search_path = '' as $$
declare
  branch public.branches;
begin
  select b.* into branch from public.branches b join public.vendors v on v.id = b.vendor_id where b.id = branch_id and b.active and v.verified;
  if branch.id is null then
    perform app.not_found('The branch');
  end if;
  branch.prep_minutes := app.prep_minutes(branch);
  return branch;
end $$;

create function app.is_whole(value jsonb, least_value int, greatest_value int) returns boolean language sql immutable as $$
  select coalesce(case jsonb_typeof(value) when 'number' then value::numeric % 1 = 0 and value::numeric between least_value and greatest_value end, false)
$$;

-- Refuses a body that no client of ours sends, whoever calls the function: 1–50 items of 1–99 pieces, a sane tip, a type.
create function app.check_order_body(body jsonb) returns void language plpgsql immutable as $$
begin
  if coalesce(jsonb_typeof(body -> 'items'), '') <> 'array' or jsonb_array_length(body -> 'items') not between 1 and 50
    or exists (select from jsonb_array_elements(body -> 'items') as i
      where i ->> 'product_id' is null or not app.is_whole(i -> 'quantity', 1, 99) or jsonb_typeof(i -> 'option_ids') not in ('array', 'null')) then
    perform app.invalid('items', 'Order 1 to 50 products, 1 to 99 of each.');
  elsif body ->> 'tip_minor' is not null and not app.is_whole(body -> 'tip_minor', 0, 1000000) then
    perform app.invalid('tip_minor', 'A tip is between 0 and 1000000.');
  elsif body ->> 'type' is null or body ->> 'type' not in ('delivery', 'pickup') then
    perform app.invalid('type', 'Choose delivery or pickup.');
  end if;
end $$;

-- A quote for an order's body, as app.quote() describes it; anyone may ask. Problems are told, not raised.
create function public.quote_order(draft jsonb) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(draft);
begin
  perform app.check_order_body(body);
  return app.quote(app.public_branch((body ->> 'branch_id')::uuid), body);
end $$;

grant execute on function public.quote_order to anon, authenticated;
