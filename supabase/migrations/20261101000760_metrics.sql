-- What:  what monitoring reads of the whole house: orders, queue, schedule, sagas, locks, and whether the ledger adds up.
-- Why:   a process can count what it does itself; how long an order waits or whether every lira is where it belongs, only the database knows.
-- Back:  supabase/rollbacks/20261101000760_metrics.sql
-- Order: index · samples · snapshot · rights

create index sagas_stuck on public.sagas (kind) where state = 'stuck';

-- == Samples ==========================================================================================================
create function app.sample(of_name text, of_value numeric, of_labels jsonb default '{}') returns jsonb language sql immutable set search_path = '' as $$
  select jsonb_build_object('name', 'kapgel_' || of_name, 'value', of_value::text, 'labels', of_labels)
$$;

create function app.order_samples() returns setof jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select s.sample from (
      -- An order that awaits its card has not reached its branch.
      select case when o.placed_at is null then 'AWAITING_CARD' else o.status::text end as status, count(*) as n,
        extract(epoch from now() - min(o.updated_at)) as oldest
      from public.orders o where o.status in ('NEW', 'CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE') group by 1) o,
      lateral (values (app.sample('orders', o.n, jsonb_build_object('status', o.status))),
        (app.sample('orders_oldest_seconds', greatest(0, o.oldest), jsonb_build_object('status', o.status)))) as s (sample);
end $$;

-- What waits for its next try, or in its order behind one that does, is not overdue.
create function app.queue_samples() returns setof jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select s.sample from (
      select c.name, c.paused_at is not null as paused, count(*) filter (where j.state = 'ready' and j.attempts = 0) as ready,
        count(*) filter (where j.state = 'running') as running, count(*) filter (where j.state = 'ready' and j.attempts > 0) as retrying,
        count(*) filter (where j.state = 'dead') as dead,
        extract(epoch from now() - min(j.run_at) filter (where j.state = 'ready' and j.run_at <= now() and not (c.ordered and exists (
          select from public.jobs earlier where earlier.consumer = j.consumer and earlier.stream_id = j.stream_id and earlier.event_id < j.event_id
            and earlier.state <> 'dead')))) as overdue
      from public.consumers c left join public.jobs j on j.consumer = c.name group by c.name) q,
      lateral (values ('queue_jobs', q.ready, 'ready'), ('queue_jobs', q.running, 'running'), ('queue_jobs', q.retrying, 'retrying'),
        ('queue_jobs', q.dead, 'dead'), ('queue_oldest_seconds', coalesce(q.overdue, 0), null), ('queue_paused', q.paused::int, null)) as v (name, value, state),
      lateral (select app.sample(v.name, v.value, jsonb_strip_nulls(jsonb_build_object('consumer', q.name, 'state', v.state)))) as s (sample);
  return query
    select s.sample from (
      select count(*) as waiting, coalesce(extract(epoch from now() - min(e.due_at)), 0) as oldest
      from public.outbox_events e where e.published_at is null and e.due_at <= now()) o,
      lateral (values (app.sample('outbox_waiting', o.waiting)), (app.sample('outbox_oldest_seconds', o.oldest))) as s (sample);
  return query
    select app.sample('outbox_latency_seconds', p.value::numeric, jsonb_build_object('quantile', p.quantile)) from (
      select percentile_cont(array[0.5, 0.95]) within group (order by extract(epoch from c.at - greatest(e.created_at, e.due_at))::float8) as values
      from (select x.* from public.consumed_events x where x.at > now() - interval '5 minutes' order by x.at desc limit 1000) c
        join public.outbox_events e on e.id = c.event_id) l,
      unnest(array['0.5', '0.95'], l.values) as p (quantile, value)
    where p.value is not null;
end $$;

-- Prometheus has a label `job` of its own. A job that never ran is endlessly late, unless it is one that comes rarely: its first time may still be ahead.
create function app.schedule_samples() returns setof jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select s.sample from public.scheduled_jobs j,
      lateral (select jsonb_build_object('job_name', j.name) as labels) l,
      lateral (values
        (app.sample('scheduled_job_period_seconds', extract(epoch from j.every), l.labels)),
        (app.sample('scheduled_job_failed', (j.last_error is not null)::int, l.labels)),
        (app.sample('scheduled_job_lag_seconds', case
          when j.last_finished_at is not null then greatest(0, extract(epoch from now() - j.last_finished_at - j.every))
          when j.every < interval '1 hour' then 'Infinity' else 0 end, l.labels))) as s (sample);
end $$;

create function app.saga_samples() returns setof jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select app.sample('sagas', count(s.kind), jsonb_build_object('kind', k.kind, 'state', k.state))
    from (select kind, state from unnest(array['card_payment', 'card_refund']) as kind, unnest(array['running', 'waiting', 'stuck']::public.saga_state[]) as state) k
      left join ( -- each half has its index
        select x.kind, x.state from public.sagas x where x.state in ('running', 'waiting')
        union all
        select x.kind, x.state from public.sagas x where x.state = 'stuck') s on s.kind = k.kind and s.state = k.state
    group by k.kind, k.state;
  return query
    select app.sample('sagas_ended', count(*), jsonb_build_object('kind', s.kind, 'state', s.state))
    from public.sagas s where s.created_at > now() - interval '24 hours' and s.next_run_at is null group by s.kind, s.state;
end $$;

-- pg_locks shows everybody's waits to everybody; pg_stat_activity only with a right that a hosted database need not give.
create function app.lock_samples() returns setof jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select s.sample from (
      select count(distinct l.pid) as n, coalesce(extract(epoch from clock_timestamp() - min(l.waitstart)), 0) as oldest
      from pg_catalog.pg_locks l where not l.granted) w,
      lateral (values (app.sample('lock_waits', w.n)), (app.sample('lock_wait_oldest_seconds', greatest(0, w.oldest)))) as s (sample);
end $$;

-- `entries`: everything together must sum to zero. `balances`: what owners' accounts keep must be the sum of their entries.
create function app.ledger_samples() returns setof jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    with accounts as (
      select a.kind, a.balance_minor, coalesce(e.sum, 0) as sum
      from public.ledger_accounts a left join (
        select x.account_id, sum(x.amount_minor) as sum from public.ledger_entries x group by x.account_id) e on e.account_id = a.id)
    select app.sample('ledger_balance_minor', sum(a.sum), jsonb_build_object('kind', a.kind)) from accounts a group by a.kind
    union all select app.sample('ledger_difference_minor', coalesce(abs(sum(a.sum)), 0), '{"check": "entries"}') from accounts a
    union all select app.sample('ledger_difference_minor', coalesce(sum(abs(a.balance_minor - a.sum)), 0), '{"check": "balances"}') from accounts a;
end $$;

-- == Snapshot =========================================================================================================
-- [{name, labels, value}], `value` as a text. Part `now` is cheap; `ledger` reads every entry, so it is asked for rarely. Raises 400.
create function public.metrics_snapshot(part text) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  samples jsonb[];
begin
  if part = 'now' then
    samples := array(select app.order_samples() union all select app.queue_samples() union all select app.schedule_samples()
      union all select app.saga_samples() union all select app.lock_samples());
  elsif part = 'ledger' then
    samples := array(select app.ledger_samples());
  else
    perform app.invalid('part', 'Choose now or ledger.');
  end if;
  return to_jsonb(samples);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.metrics_snapshot to service_role;
