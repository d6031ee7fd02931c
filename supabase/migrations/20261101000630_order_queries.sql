-- What:  reading orders: pages for each role, one order, its timeline, a vendor's figures.
-- Why:   security invoker: row-level security decides which orders exist for the caller; each function adds the scope whose index it reads.
-- Back:  supabase/rollbacks/20261101000630_order_queries.sql
-- Order: pages · one order · figures · rights

-- The statuses a filter names: 'active', 'past', or statuses separated by commas; null means all.
create function app.statuses(filter text) returns public.order_status[] language plpgsql immutable as $$
begin
  return case
    when filter is null or filter = '' then null
    when filter = 'active' then '{NEW,CONFIRMED,PREPARING,READY,PICKED_UP,ON_ROUTE}'::public.order_status[]
    when filter = 'past' then '{DELIVERED,REJECTED,CANCELED_BY_USER,CANCELED_BY_VENDOR}'::public.order_status[]
    else string_to_array(filter, ',')::public.order_status[] end;
exception when invalid_text_representation then
  perform app.invalid('status', 'Use active, past or names of statuses.');
  return null;
end $$;

-- A page of orders, newest first: those whose `scope` column holds one of `ids` (null: all that the caller may see). Each id's newest are
-- read by its own index and then merged: asked with `= any`, the planner would rather walk everybody's orders from the newest down.
create function app.order_page(scope text, ids uuid[], filter jsonb) returns jsonb language plpgsql stable set search_path = '' as $$
declare
  size int := app.page_size(filter);
  after jsonb := coalesce(app.read_cursor(filter ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
  page jsonb;
begin
  execute format($query$
    select app.page(
      array_agg(app.order_json(o) order by o.created_at desc, o.id desc),
      array_agg(jsonb_build_array(o.created_at, o.id) order by o.created_at desc, o.id desc), $1)
    from (
      select o.* from unnest(coalesce($2, array[null]::uuid[])) as scoped
      cross join lateral (
        select * from public.orders o
        where %s and ($3 is null or o.status = any ($3)) and (o.created_at, o.id) < ($4, $5)
        order by o.created_at desc, o.id desc limit $1 + 1) as o
      order by o.created_at desc, o.id desc limit $1 + 1) as o $query$, case when ids is null then 'true' else format('o.%I = scoped', scope) end)
  into page using size, ids, app.statuses(filter ->> 'status'), (after ->> 0)::timestamptz, (after ->> 1)::uuid;
  return page;
end $$;

-- The caller's orders {status?, limit?, cursor?}: a customer's own, a vendor's, a courier's, or for an operator all.
create function public.list_orders(filter jsonb) returns jsonb language plpgsql stable set search_path = '' as $$
declare
  actor uuid := app.require_role('customer', 'vendor_admin', 'courier', 'admin');
  body jsonb := app.body(filter);
begin
  return case app.actor_role()
    when 'customer' then app.order_page('customer_id', array[actor], body)
    when 'vendor_admin' then app.order_page('vendor_id', array(select app.my_vendor_ids('orders')), body)
    when 'courier' then app.order_page('courier_id', array[app.my_courier_id()], body)
    else app.order_page('branch_id', null, body) end;
end $$;

-- The orders of the caller's branches {status?, branch_id?, limit?, cursor?}; a branch of another vendor is 404.
create function public.list_vendor_orders(filter jsonb) returns jsonb language plpgsql stable set search_path = '' as $$
declare
  actor uuid := app.require_role('vendor_admin');
  body jsonb := app.body(filter);
  branch uuid := (body ->> 'branch_id')::uuid;
begin
  if branch is not null and branch not in (select app.my_branch_ids()) then
    perform app.not_found('The branch');
  end if;
  return app.order_page('branch_id', case when branch is null then array(select app.my_branch_ids()) else array[branch] end, body);
end $$;

-- One order. Raises 404 when it is not the caller's to see.
create function public.get_order(order_id uuid) returns jsonb language plpgsql stable set search_path = '' as $$
declare
  actor uuid := app.require_role('customer', 'vendor_admin', 'courier', 'admin');
  o public.orders;
begin
  select * into o from public.orders where id = order_id;
  if o.id is null then
    perform app.not_found('The order');
  end if;
  return app.order_json(o);
end $$;

-- What happened to an order, oldest first, as a list of {version, type, at, actor: {role, name}, data} after `cursor` (a version).
-- Names are shown as first names: a timeline is read by both sides of the counter. An operator is also told `changes`, column by column.
create function public.list_order_events(order_id uuid, page jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer', 'vendor_admin', 'courier', 'admin');
  body jsonb := app.body(page);
  size int := least(50, greatest(1, coalesce((body ->> 'limit')::int, 20)));
  seen int := case when body ->> 'cursor' ~ '^[0-9]{1,9}$' then (body ->> 'cursor')::int else 0 end;
  events jsonb;
  last int;
  to_operator boolean := app.is_admin();
begin
  if not app.can_see_order(order_id) then
    perform app.not_found('The order');
  elsif body ->> 'cursor' !~ '^[0-9]{1,9}$' then
    perform app.invalid('cursor', 'This cursor is not one of ours. Start from the first page.');
  end if;
  select jsonb_agg(jsonb_build_object('version', e.version, 'type', e.type, 'at', e.at,
      'actor', jsonb_build_object('role', e.actor_role, 'name', split_part(u.full_name, ' ', 1)), 'data', e.data)
      || case when to_operator then jsonb_build_object('changes', e.changes) else '{}' end order by e.version), max(e.version)
  into events, last
  from (select * from public.events where stream_type = 'order' and stream_id = order_id and version > seen order by version limit size) e
  left join public.users u on u.id = e.actor_id;
  return jsonb_build_object('data', coalesce(events, '[]'),
    'next_cursor', (select last::text where exists (select from public.events where stream_type = 'order' and stream_id = order_id and version > last)));
end $$;

-- == Figures ==========================================================================================================
-- The caller's vendor in a period (today, 7d, 30d; days of İstanbul): {period, from, to, orders, delivered, rejected, canceled, active,
-- revenue_minor (of delivered orders, without tips), average_order_minor, currency, by_hour: [{hour, orders}], top_products: [{product_id, name, quantity, revenue_minor}]}.
create function public.vendor_stats(period text default 'today') returns jsonb language plpgsql stable set search_path = '' as $$
declare
  actor uuid := app.require_role('vendor_admin');
  days int := case period when 'today' then 1 when '7d' then 7 when '30d' then 30 end;
  since timestamptz;
begin
  if days is null then
    perform app.invalid('period', 'Use today, 7d or 30d.');
  end if;
  since := (date_trunc('day', now() at time zone 'Europe/Istanbul') - make_interval(days => days - 1)) at time zone 'Europe/Istanbul';
  return (
    with mine as materialized (
      select o.id, o.status, o.created_at, o.subtotal_minor + o.delivery_fee_minor - o.discount_minor as revenue_minor
      from public.orders o where o.vendor_id = any (array(select app.my_vendor_ids('money'))) and o.created_at >= since)
    select jsonb_build_object('period', period, 'from', since, 'to', now(), 'currency', 'TRY',
      'orders', count(*),
      'delivered', count(*) filter (where status = 'DELIVERED'),
      'rejected', count(*) filter (where status = 'REJECTED'),
      'canceled', count(*) filter (where status in ('CANCELED_BY_USER', 'CANCELED_BY_VENDOR')),
      'active', count(*) filter (where status in ('NEW', 'CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE')),
      'revenue_minor', coalesce(sum(revenue_minor) filter (where status = 'DELIVERED'), 0),
      'average_order_minor', coalesce(round(avg(revenue_minor) filter (where status = 'DELIVERED')), 0),
      'by_hour', (select jsonb_agg(jsonb_build_object('hour', hour, 'orders', coalesce(n, 0)) order by hour)
        from generate_series(0, 23) as hour
        left join (select extract(hour from created_at at time zone 'Europe/Istanbul')::int as hour, count(*) as n from mine group by 1) h using (hour)),
      'top_products', (select coalesce(jsonb_agg(to_jsonb(top) order by quantity desc, name), '[]') from (
        select i.product_id, min(i.name) as name, sum(i.quantity) as quantity, sum(i.line_total_minor) as revenue_minor
        from mine join public.order_items i on i.order_id = mine.id where mine.status = 'DELIVERED'
        group by i.product_id order by 3 desc, 2 limit 5) top))
    from mine);
end $$;

-- == Rights ===========================================================================================================
grant execute on function app.statuses, app.order_page, app.page_size, app.read_cursor, app.cursor_of, app.page to authenticated;
grant execute on function public.list_orders, public.list_vendor_orders, public.get_order, public.list_order_events, public.vendor_stats to authenticated;
