-- What:  a vendor's figures over a period beside the period before: money, the week's hours, times, products, endings, who comes back.
-- Why:   days come from the projection branch_days; the rest reads one vendor's orders of at most twice 90 days by index, never a whole table.
-- Back:  supabase/rollbacks/20261101000789_insights.sql
-- Order: totals · times · insights · rights

-- == Totals ===========================================================================================================
-- What a period's orders came to; `back_customers` had ordered here before their first order of the period.
create function app.insight_totals(vendor uuid, branches uuid[], since timestamptz, until timestamptz) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    with mine as materialized (
      select o.customer_id, o.status, o.created_at, o.subtotal_minor + o.delivery_fee_minor - o.discount_minor as revenue_minor
      from public.orders o
      where o.vendor_id = vendor and o.created_at >= since and o.created_at < until and o.branch_id = any (branches) and o.placed_at is not null),
    people as (select m.customer_id, count(*) as orders, min(m.created_at) as first from mine m where m.status = 'DELIVERED' group by 1)
    select jsonb_build_object('orders', count(*),
      'delivered', count(*) filter (where status = 'DELIVERED'),
      'rejected', count(*) filter (where status = 'REJECTED'),
      'canceled', count(*) filter (where status in ('CANCELED_BY_USER', 'CANCELED_BY_VENDOR')),
      'revenue_minor', coalesce(sum(revenue_minor) filter (where status = 'DELIVERED'), 0),
      'average_order_minor', coalesce(round(avg(revenue_minor) filter (where status = 'DELIVERED')), 0),
      'customers', (select count(*) from people),
      'back_customers', (select count(*) from people p where p.orders > 1 or exists (
        select from public.orders b where b.customer_id = p.customer_id and b.created_at < p.first and b.vendor_id = vendor and b.status = 'DELIVERED')))
    from mine);
end $$;

-- == Times ============================================================================================================
-- Minutes that half of the orders, and nine of ten, took at most: {prep, delivery, whole}, each {median, p90, orders}. Preparation goes from
-- confirmed to ready, delivery from picked up to the door, the whole from ordered to handed over.
create function app.insight_times(vendor uuid, branches uuid[], since timestamptz, until timestamptz) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    with steps as (
      select o.id, o.placed_at,
        max(e.at) filter (where e.data ->> 'to' = 'CONFIRMED') as confirmed, max(e.at) filter (where e.data ->> 'to' = 'READY') as ready,
        max(e.at) filter (where e.data ->> 'to' = 'PICKED_UP') as picked_up, max(e.at) filter (where e.data ->> 'to' = 'DELIVERED') as delivered
      from public.orders o join public.events e on e.stream_type = 'order' and e.stream_id = o.id and e.type = 'order.status_changed'
      where o.vendor_id = vendor and o.created_at >= since and o.created_at < until and o.branch_id = any (branches) and o.placed_at is not null
        and o.scheduled_for is null -- what is wanted later waits on purpose
      group by o.id),
    spans as (
      select 'prep' as span, extract(epoch from ready - confirmed) / 60 as minutes from steps where ready >= confirmed
      union all select 'delivery', extract(epoch from delivered - picked_up) / 60 from steps where delivered >= picked_up
      union all select 'whole', extract(epoch from delivered - placed_at) / 60 from steps where delivered >= placed_at)
    select jsonb_object_agg(n.span, jsonb_build_object('orders', coalesce(s.orders, 0), 'median', s.median, 'p90', s.p90))
    from unnest(array['prep', 'delivery', 'whole']) as n (span)
    left join (
      select span, count(*) as orders, round(percentile_cont(0.5) within group (order by minutes)::numeric, 1) as median,
        round(percentile_cont(0.9) within group (order by minutes)::numeric, 1) as p90
      from spans group by span) s on s.span = n.span);
end $$;

-- == Insights =========================================================================================================
-- filter: {period: today|7d|30d|90d, branch_id?, vendor_id?}. The period before is as long and ends at the same time of day. Returns {period,
-- from, to, previous_from, previous_to, currency, totals, previous, times, previous_times, by_day, by_weekday_hour: [{weekday, hour, orders}]
-- (0 is Sunday, only what had orders), top_products, dead_products, dead_count, endings: [{status, reason, orders, lost_minor}]}.
-- Raises 403 without the right to money, 404 for another vendor's branch.
create function public.vendor_insights(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  vendor uuid := app.my_vendor((body ->> 'vendor_id')::uuid, 'money');
  branches uuid[] := array(select b.id from public.branches b where b.vendor_id = vendor and (body ->> 'branch_id' is null or b.id = (body ->> 'branch_id')::uuid));
  period text := coalesce(body ->> 'period', '7d');
  days int := case period when 'today' then 1 when '7d' then 7 when '30d' then 30 when '90d' then 90 end;
  today date := (now() at time zone 'Europe/Istanbul')::date;
  since timestamptz;
  before timestamptz;
  before_end timestamptz;
begin
  if days is null then
    perform app.invalid('period', 'Use today, 7d, 30d or 90d.');
  elsif body ->> 'branch_id' is not null and cardinality(branches) = 0 then
    perform app.not_found('The branch');
  end if;
  since := (today - days + 1)::timestamp at time zone 'Europe/Istanbul';
  before := (today - 2 * days + 1)::timestamp at time zone 'Europe/Istanbul';
  before_end := now() - make_interval(days => days);
  return (
    with mine as materialized (
      select o.id, o.status, o.created_at, o.end_reason, o.total_minor
      from public.orders o
      where o.vendor_id = vendor and o.created_at >= since and o.branch_id = any (branches) and o.placed_at is not null),
    sold as materialized (
      select i.product_id, min(i.name) as name, sum(i.quantity) as quantity, sum(i.line_total_minor) as revenue_minor
      from mine join public.order_items i on i.order_id = mine.id where mine.status = 'DELIVERED' group by i.product_id),
    dead as materialized (
      select p.id as product_id, p.name, p.price_minor, p.created_at from public.products p
      where p.vendor_id = vendor and p.deleted_at is null and p.available and p.created_at < since
        and not exists (select from sold s where s.product_id = p.id))
    select jsonb_build_object('period', period, 'from', since, 'to', now(), 'previous_from', before, 'previous_to', before_end, 'currency', 'TRY',
      'totals', app.insight_totals(vendor, branches, since, now()), 'previous', app.insight_totals(vendor, branches, before, before_end),
      'times', app.insight_times(vendor, branches, since, now()), 'previous_times', app.insight_times(vendor, branches, before, before_end),
      'by_day', (
        select jsonb_agg(jsonb_build_object('day', s.day::date, 'placed', coalesce(d.placed, 0), 'delivered', coalesce(d.delivered, 0),
          'revenue_minor', coalesce(d.revenue_minor, 0), 'prep_minutes', round(d.prep_seconds / 60.0 / nullif(d.prepared, 0), 1)) order by s.day)
        from generate_series(today - days + 1, today, interval '1 day') as s (day)
        left join (
          select b.day, sum(b.placed) as placed, sum(b.delivered) as delivered, sum(b.revenue_minor) as revenue_minor, sum(b.prepared) as prepared,
            sum(b.prep_seconds) as prep_seconds
          from public.branch_days b
          where b.generation = app.serving_generation('branch_days') and b.branch_id = any (branches) and b.day > today - days
          group by b.day) d on d.day = s.day),
      'by_weekday_hour', (
        select coalesce(jsonb_agg(to_jsonb(h) order by h.weekday, h.hour), '[]') from (
          select extract(dow from at)::int as weekday, extract(hour from at)::int as hour, count(*) as orders
          from (select m.created_at at time zone 'Europe/Istanbul' as at from mine m) t group by 1, 2) h),
      'top_products', (select coalesce(jsonb_agg(to_jsonb(t) order by t.quantity desc, t.name), '[]') from (
        select * from sold order by quantity desc, name limit 10) t),
      'dead_products', (select coalesce(jsonb_agg(to_jsonb(t) - 'created_at' order by t.created_at, t.product_id), '[]') from (
        select * from dead order by created_at, product_id limit 50) t),
      'dead_count', (select count(*) from dead),
      'endings', (select coalesce(jsonb_agg(to_jsonb(e) order by e.orders desc, e.status, e.reason), '[]') from (
        select m.status, coalesce(m.end_reason, '') as reason, count(*) as orders, sum(m.total_minor) as lost_minor
        from mine m where m.status in ('REJECTED', 'CANCELED_BY_USER', 'CANCELED_BY_VENDOR')
        group by 1, 2 order by 3 desc, 1, 2 limit 50) e)));
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.vendor_insights to authenticated;
