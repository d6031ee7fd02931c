-- What:  projections: figures that are counted from events as they come (a branch's days, a wallet's months), and their rebuilding.
-- Why:   each event adds its part, so that they can be counted from the first event again while writes and reads go on: a new generation grows
--        beside the one that is read and takes its place when it has caught up.
-- Back:  supabase/rollbacks/20261101000725_projections.sql
-- Order: tables · what an event adds · advancing · rebuilding · policies · rights

-- == Tables ===========================================================================================================
-- A row a generation. The position is (xid, id) of the last event counted: read in that order, and only below every transaction that still
-- runs, none commits behind it.
create table public.projections (
  name text not null check (name in ('branch_days', 'wallet_months')),
  generation int not null,
  serving boolean not null, -- the one that is read; the other is being built
  xid xid8 not null default '0',
  event_id bigint not null default 0,
  events bigint not null default 0, -- counted so far
  begun_at timestamptz not null default now(),
  advanced_at timestamptz,
  primary key (name, generation)
);
create unique index projections_serving on public.projections (name) where serving;
create unique index projections_building on public.projections (name) where not serving;
insert into public.projections (name, generation, serving) values ('branch_days', 1, true), ('wallet_months', 1, true);

-- A branch's day in İstanbul: what happened on it, whenever the order was placed.
create table public.branch_days (
  generation int not null,
  branch_id uuid not null,
  day date not null,
  placed int not null,
  delivered int not null,
  rejected int not null,
  canceled int not null,
  revenue_minor bigint not null, -- of delivered orders, without tips
  prepared int not null, -- orders that became ready,
  prep_seconds bigint not null, -- and how long they took from confirmation, in all
  primary key (generation, branch_id, day)
);

create table public.wallet_months (
  generation int not null,
  wallet_id uuid not null,
  month date not null, -- its first day, in İstanbul
  credited_minor bigint not null,
  debited_minor bigint not null,
  movements int not null,
  primary key (generation, wallet_id, month)
);

-- == What an event adds ===============================================================================================
-- Both take the events after one position up to another. What they look up of the same order was committed before.
create function app.add_branch_days(to_generation int, since public.projections, until_xid xid8, until_id bigint) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.branch_days as d (generation, branch_id, day, placed, delivered, rejected, canceled, revenue_minor, prepared, prep_seconds)
  select to_generation, (o.first ->> 'branch_id')::uuid, (e.at at time zone 'Europe/Istanbul')::date,
    count(*) filter (where e.type <> 'order.status_changed'),
    count(*) filter (where e.data ->> 'to' = 'DELIVERED'),
    count(*) filter (where e.data ->> 'to' = 'REJECTED'),
    count(*) filter (where e.data ->> 'to' in ('CANCELED_BY_USER', 'CANCELED_BY_VENDOR')),
    coalesce(sum((o.first ->> 'subtotal_minor')::bigint + (o.first ->> 'delivery_fee_minor')::bigint - (o.first ->> 'discount_minor')::bigint)
      filter (where e.data ->> 'to' = 'DELIVERED'), 0),
    count(*) filter (where e.data ->> 'to' = 'READY'),
    coalesce(sum(extract(epoch from e.at - (select max(k.at) from public.events k
      where k.stream_type = 'order' and k.stream_id = e.stream_id and k.version < e.version and k.data ->> 'to' = 'CONFIRMED'))::bigint)
      filter (where e.data ->> 'to' = 'READY'), 0)
  from public.events e
  cross join lateral (
    select (app.upcast_event(f)).changes as first from public.events f where f.stream_type = 'order' and f.stream_id = e.stream_id and f.version = 1) o
  where (e.xid, e.id) > (since.xid, since.event_id) and (e.xid, e.id) <= (until_xid, until_id) and e.stream_type = 'order'
    and o.first ->> 'branch_id' is not null
    -- An order that awaits its card does not exist for its branch: it is placed when it is paid, and when it never is, it does not end either.
    and (e.type in ('order.paid', 'order.status_changed') or (e.type = 'order.created' and o.first ->> 'placed_at' is not null))
    and (o.first ->> 'placed_at' is not null or e.type = 'order.paid' or exists (
      select from public.events p where p.stream_type = 'order' and p.stream_id = e.stream_id and p.version < e.version and p.type = 'order.paid'))
  group by 2, 3
  on conflict (generation, branch_id, day) do update set placed = d.placed + excluded.placed, delivered = d.delivered + excluded.delivered,
    rejected = d.rejected + excluded.rejected, canceled = d.canceled + excluded.canceled, revenue_minor = d.revenue_minor + excluded.revenue_minor,
    prepared = d.prepared + excluded.prepared, prep_seconds = d.prep_seconds + excluded.prep_seconds;
end $$;

create function app.add_wallet_months(to_generation int, since public.projections, until_xid xid8, until_id bigint) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.wallet_months as m (generation, wallet_id, month, credited_minor, debited_minor, movements)
  select to_generation, e.stream_id, date_trunc('month', e.at at time zone 'Europe/Istanbul')::date,
    coalesce(sum(a.amount) filter (where a.amount > 0), 0), coalesce(-sum(a.amount) filter (where a.amount < 0), 0), count(*)
  from public.events e, lateral (select (e.data ->> 'amount_minor')::bigint as amount) a
  where (e.xid, e.id) > (since.xid, since.event_id) and (e.xid, e.id) <= (until_xid, until_id) and e.stream_type = 'wallet'
  group by 2, 3
  on conflict (generation, wallet_id, month) do update set credited_minor = m.credited_minor + excluded.credited_minor,
    debited_minor = m.debited_minor + excluded.debited_minor, movements = m.movements + excluded.movements;
end $$;

-- == Advancing ========================================================================================================
-- Asks to be advanced again, unless that has been asked.
create function app.ask_to_advance(due timestamptz) returns void language plpgsql security definer set search_path = '' as $$
declare
  stream uuid := '00000000-0000-0000-0000-000000000000'; -- there is one: all projections advance together
begin
  if not exists (select from public.outbox_events e where e.stream_id = stream and e.published_at is null and e.due_at <= due) then
    perform app.emit('projection.fell_behind', 'projection', stream, '{}', due);
  end if;
end $$;

-- Counts what has happened since, up to `batch` events into each generation; one that was being built and has caught up takes over. One caller
-- at a time, the others skip; whoever leaves something behind asks to be called again. Returns how many events were counted.
create function public.advance_projections(batch int default 5000) returns int language plpgsql security definer set search_path = '' as $$
declare
  p public.projections;
  last record;
  counted int := 0;
  full_batch boolean := false;
begin
  if not pg_try_advisory_xact_lock(hashtext('advance_projections')) then
    perform app.ask_to_advance(clock_timestamp() + interval '1 second');
    return 0;
  end if;
  for p in select * from public.projections order by name, generation loop
    select x.xid, x.id, x.n into last from (
      select e.xid, e.id, row_number() over (order by e.xid, e.id) as n from public.events e
      where (e.xid, e.id) > (p.xid, p.event_id) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
      order by e.xid, e.id limit batch) x
    order by x.n desc limit 1;
    if last.n is not null then
      case p.name
        when 'branch_days' then perform app.add_branch_days(p.generation, p, last.xid, last.id);
        when 'wallet_months' then perform app.add_wallet_months(p.generation, p, last.xid, last.id);
      end case;
      update public.projections x set xid = last.xid, event_id = last.id, events = x.events + last.n, advanced_at = clock_timestamp()
      where x.name = p.name and x.generation = p.generation;
      counted := counted + last.n;
    end if;
    if last.n = batch then
      full_batch := true;
    elsif not p.serving then
      perform app.serve_generation(p.name, p.generation);
    end if;
  end loop;
  if full_batch then
    perform app.ask_to_advance(clock_timestamp());
  elsif exists (select from public.projections x, public.events e where (e.xid, e.id) > (x.xid, x.event_id)) then -- its transaction may still run
    perform app.ask_to_advance(clock_timestamp() + interval '1 second');
  end if;
  return counted;
end $$;

-- == Rebuilding =======================================================================================================
-- Puts a generation in the place of the one that was read, whose rows go.
create function app.serve_generation(of_name text, to_generation int) returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from public.projections where name = of_name and serving;
  update public.projections set serving = true where name = of_name and generation = to_generation;
  case of_name
    when 'branch_days' then delete from public.branch_days where generation < to_generation;
    when 'wallet_months' then delete from public.wallet_months where generation < to_generation;
  end case;
end $$;

create function app.serving_generation(of_name text) returns int language plpgsql stable security definer set search_path = '' as $$
begin
  return (select p.generation from public.projections p where p.name = of_name and p.serving);
end $$;

create function app.projection_json(p public.projections) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  behind record;
begin
  select count(*) as events, min(e.at) as since into behind
  from (select x.at from public.events x where (x.xid, x.id) > (p.xid, p.event_id) order by x.xid, x.id limit 100000) e;
  return jsonb_build_object('name', p.name, 'generation', p.generation, 'position', jsonb_build_object('xid', p.xid::text, 'event_id', p.event_id::text),
    'events', p.events, 'lag_events', behind.events, 'lag_seconds', greatest(0, coalesce(extract(epoch from clock_timestamp() - behind.since), 0))::int,
    'rows', case p.name
      when 'branch_days' then (select count(*) from public.branch_days d where d.generation = p.generation)
      else (select count(*) from public.wallet_months m where m.generation = p.generation) end,
    'begun_at', p.begun_at, 'advanced_at', p.advanced_at);
end $$;

-- Every projection: {data: [{name, generation, position, events, lag_events, lag_seconds, rows, begun_at, advanced_at, rebuilding}]}; `rebuilding`
-- is the generation that is being built, in the same shape, or null. A lag is counted up to 100 000 events. Operators only.
create function public.list_projections() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('admin');
begin
  return jsonb_build_object('data', (
    select jsonb_agg(app.projection_json(p) || jsonb_build_object('rebuilding',
      (select app.projection_json(b) from public.projections b where b.name = p.name and not b.serving)) order by p.name)
    from public.projections p where p.serving));
end $$;

-- Begins to count a projection from the first event again; one that is being rebuilt goes on. Returns it as list_projections does.
create function public.rebuild_projection(name text) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('admin');
  current int := app.serving_generation(rebuild_projection.name);
begin
  if current is null then
    perform app.not_found('The projection');
  end if;
  insert into public.projections (name, generation, serving) values (rebuild_projection.name, current + 1, false) on conflict do nothing;
  perform app.ask_to_advance(clock_timestamp());
  perform app.audit('projection.rebuilt', 'projection', rebuild_projection.name, null, jsonb_build_object('generation', current),
    jsonb_build_object('generation', current + 1));
  return (select p from jsonb_array_elements(public.list_projections() -> 'data') as p where p ->> 'name' = rebuild_projection.name);
end $$;

-- What the consumer does: an event is a reason to look, not what is counted; the position decides that. One look a transaction serves all
-- the events it is asked about.
create function app.project_event(of_event bigint) returns void language plpgsql security definer set search_path = '' as $$
begin
  if current_setting('app.projected', true) is distinct from pg_current_xact_id()::text then
    perform set_config('app.projected', pg_current_xact_id()::text, true);
    perform public.advance_projections();
  end if;
end $$;

insert into public.consumers (name, handler, event_types) values ('projections', 'app.project_event',
  '{order.created,order.paid,order.status_changed,wallet.credited,wallet.debited,projection.fell_behind}');

-- == Policies =========================================================================================================
alter table public.projections enable row level security;
alter table public.branch_days enable row level security;
alter table public.wallet_months enable row level security;

create policy "vendors see their branches' days, operators all" on public.branch_days for select to authenticated
  using (generation = (select app.serving_generation('branch_days'))
    and (branch_id in (select app.my_branch_ids('money')) or (select app.is_admin())));
create policy "a wallet's months are seen with it" on public.wallet_months for select to authenticated
  using (generation = (select app.serving_generation('wallet_months')) and exists (select from public.store_credit_wallets w where w.id = wallet_id));

-- == Rights ===========================================================================================================
grant select on public.branch_days, public.wallet_months to authenticated;
grant execute on function app.serving_generation to authenticated;
grant execute on function public.list_projections, public.rebuild_projection to authenticated;
grant execute on function public.advance_projections to service_role;
