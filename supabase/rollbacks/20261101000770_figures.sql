-- What:  undoes the figures by day and the wallet's month.
-- Why:   both are read from projections, which stay.
-- Loses: no data.

create or replace function public.vendor_stats(period text default 'today') returns jsonb language plpgsql stable set search_path = '' as $$
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

drop function if exists app.vendor_days;

create or replace function public.get_wallet() returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
  wallet uuid := app.account('wallet', actor);
begin
  return (select jsonb_build_object('id', a.id, 'balance_minor', a.balance_minor, 'currency', a.currency, 'transfers_enabled', s.transfers_enabled)
    from public.ledger_accounts a, public.money_settings s where a.id = wallet);
end $$;
