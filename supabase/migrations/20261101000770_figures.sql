-- What:  the vendor's figures told day by day, the wallet's month at a glance.
-- Why:   both are counted as events come (branch_days, wallet_months); reading every order of a month for them would not last.
-- Back:  supabase/rollbacks/20261101000770_figures.sql
-- Order: days · month

-- == Days =============================================================================================================
-- What happened on each day from `since` on at the caller's branches, days without anything included: [{day, placed, delivered, revenue_minor,
-- prep_minutes}]; prep_minutes is the average of the orders that became ready that day, null when none did.
create function app.vendor_days(since timestamptz) returns jsonb language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_agg(jsonb_build_object('day', s.day::date, 'placed', coalesce(d.placed, 0), 'delivered', coalesce(d.delivered, 0),
      'revenue_minor', coalesce(d.revenue_minor, 0), 'prep_minutes', round(d.prep_seconds / 60.0 / nullif(d.prepared, 0), 1)) order by s.day)
    from generate_series((since at time zone 'Europe/Istanbul')::date, (now() at time zone 'Europe/Istanbul')::date, interval '1 day') as s (day)
    left join (
      select b.day, sum(b.placed) as placed, sum(b.delivered) as delivered, sum(b.revenue_minor) as revenue_minor, sum(b.prepared) as prepared,
        sum(b.prep_seconds) as prep_seconds
      from public.branch_days b
      where b.generation = app.serving_generation('branch_days') and b.branch_id = any (array(select app.my_branch_ids('money')))
      group by b.day) d on d.day = s.day);
end $$;

-- As before, and by_day: [{day, placed, delivered, revenue_minor, prep_minutes}].
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
        group by i.product_id order by 3 desc, 2 limit 5) top),
      'by_day', app.vendor_days(since))
    from mine);
end $$;

-- == Month ============================================================================================================
-- The caller's wallet {id, balance_minor, currency, transfers_enabled, month: {credited_minor, debited_minor}}, made when first asked for.
-- The month is İstanbul's, and as far as its events have been counted.
create or replace function public.get_wallet() returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer');
  wallet uuid := app.account('wallet', actor);
begin
  return (
    select jsonb_build_object('id', a.id, 'balance_minor', a.balance_minor, 'currency', a.currency, 'transfers_enabled', s.transfers_enabled,
      'month', jsonb_build_object('credited_minor', coalesce(m.credited_minor, 0), 'debited_minor', coalesce(m.debited_minor, 0)))
    from public.ledger_accounts a cross join public.money_settings s
    left join public.wallet_months m on m.generation = app.serving_generation('wallet_months') and m.wallet_id = a.id
      and m.month = date_trunc('month', now() at time zone 'Europe/Istanbul')::date
    where a.id = wallet);
end $$;

-- == Rights ===========================================================================================================
grant execute on function app.vendor_days to authenticated;
