-- What:  rebuilding orders and wallets from their events: as they are, as they were at any time, and the check that both agree with the rows.
-- Why:   a row says how things are, its events how they came to be. A row that nobody's event explains was changed behind their back.
-- Back:  supabase/rollbacks/20261101000720_event_sourcing.sql
-- Note:  of an order every column and its items are rebuilt; of a wallet its balance and version (its owner never changes). Refunds, payments
--        and positions are rows of their own and no part of it.
-- Order: upcasting · snapshots · replay · as it was · check · rights

-- == Upcasting ========================================================================================================
-- An event of an order in the second shape. In the first, `data` was all there was; what never changes is taken from the row, and what was
-- not written down follows from the rules of then: to the millisecond it does not (app.untold_columns).
create function app.upcast_event_1(e public.events) returns public.events language plpgsql stable security definer set search_path = '' as $$
declare
  o public.orders;
  refunded bigint;
  minutes int;
  target text := e.data ->> 'to';
begin
  e.schema_version := 2;
  select * into o from public.orders where id = e.stream_id;
  minutes := coalesce((e.data ->> 'prep_minutes')::int, o.prep_minutes);
  e.changes := jsonb_build_object('updated_at', e.at) || case e.type
    when 'order.created' then to_jsonb(o) - 'version' || jsonb_build_object('status', 'NEW', 'courier_id', null, 'end_reason', null,
      'paid_minor', o.wallet_minor, 'refunded_minor', 0, 'payment_status', case when o.wallet_minor = o.total_minor then 'paid' else 'pending' end,
      'placed_at', case when o.payment_method <> 'card' or o.total_minor = 0 then o.created_at end, 'updated_at', o.created_at,
      'eta_at', coalesce(o.scheduled_for, o.created_at + make_interval(mins => o.prep_minutes + o.ride_minutes)),
      'items', (select jsonb_agg(i || '{"refunded_quantity": 0}') from jsonb_array_elements(app.items_json(o.id)) as i))
    when 'order.status_changed' then jsonb_build_object('status', target, 'prep_minutes', minutes)
      || case when target = 'DELIVERED' then jsonb_build_object('paid_minor', o.total_minor, 'payment_status', 'paid', 'eta_at', e.at)
        when target in ('REJECTED', 'CANCELED_BY_USER', 'CANCELED_BY_VENDOR') then jsonb_build_object('end_reason', e.data -> 'reason')
          || case o.paid_minor when 0 then '{"payment_status": "void"}' else '{}' end::jsonb
        when target in ('PICKED_UP', 'ON_ROUTE') then jsonb_build_object('eta_at', e.at + make_interval(mins => o.ride_minutes))
        when target = 'CONFIRMED' then jsonb_build_object('eta_at', coalesce(o.scheduled_for, e.at + make_interval(mins => minutes + o.ride_minutes)))
        else '{}' end
    when 'order.courier_assigned' then jsonb_build_object('courier_id', e.data -> 'courier_id')
    when 'order.paid' then jsonb_build_object('paid_minor', o.total_minor, 'payment_status', 'paid', 'placed_at', e.at)
    else '{}' end;
  if e.type = 'order.refunded' then
    refunded := (select sum(r.amount_minor) from public.refunds r where r.order_id = o.id and r.created_at <= e.at);
    e.changes := e.changes || jsonb_build_object('refunded_minor', refunded,
      'payment_status', case when refunded = o.paid_minor then 'refunded' else 'partly_refunded' end);
  end if;
  return e;
end $$;

-- An event as one written today would be: one step a shape. A new shape is a new default of events.schema_version and one more step here.
-- What a wallet's events say has had one shape so far.
create function app.upcast_event(e public.events) returns public.events language plpgsql stable security definer set search_path = '' as $$
begin
  if e.stream_type = 'order' and e.schema_version = 1 then
    e := app.upcast_event_1(e);
  end if;
  return e;
end $$;

-- The columns that a stream beginning in this shape cannot tell exactly, and the check leaves out.
create function app.untold_columns(schema_version int) returns text[] language sql immutable as $$
  select case schema_version when 1 then '{placed_at,prep_minutes,eta_at,confirm_by,updated_at,items}'::text[] else '{}' end
$$;

-- == Snapshots ========================================================================================================
-- A stream's state after every hundredth event, so that replay reads a hundred events at most. Nothing is lost with them.
create table public.event_snapshots (
  stream_type text not null,
  stream_id uuid not null,
  version int not null check (version > 0),
  state jsonb not null,
  at timestamptz not null, -- of the event
  primary key (stream_type, stream_id, version)
);
alter table public.event_snapshots enable row level security;
create trigger event_snapshots_are_not_rewritten before update on public.event_snapshots
  for each statement execute function app.refuse_change();

create function app.take_snapshot() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.event_snapshots (stream_type, stream_id, version, state, at)
  select new.stream_type, new.stream_id, new.version, rebuilt.state, new.at
  from (select app.state_at(new.stream_type, new.stream_id, new.version) as state) rebuilt where rebuilt.state is not null;
  return null;
end $$;
create trigger events_take_snapshots after insert on public.events for each row when (new.version % 100 = 0)
  execute function app.take_snapshot();

-- Makes every snapshot anew from events alone: for the migration that changes what upcasting makes of old events. Returns how many.
create function app.rebuild_snapshots() returns int language plpgsql security definer set search_path = '' as $$
declare
  made int;
begin
  delete from public.event_snapshots;
  insert into public.event_snapshots (stream_type, stream_id, version, state, at)
  select e.stream_type, e.stream_id, e.version, rebuilt.state, e.at
  from public.events e, lateral (select app.state_at(e.stream_type, e.stream_id, e.version, false) as state) rebuilt
  where e.version % 100 = 0 and rebuilt.state is not null;
  get diagnostics made = row_count;
  return made;
end $$;

-- == Replay ===========================================================================================================
-- The version of a stream at a time: that of its newest event until then; null before its first. A time in whole milliseconds, as browsers
-- count them, means all of its millisecond.
create function app.version_at(of_type text, of_stream uuid, moment timestamptz) returns int language plpgsql stable security definer set search_path = '' as $$
declare
  until timestamptz := case when moment = date_trunc('milliseconds', moment) then moment + interval '999 microseconds' else moment end;
begin
  return (select e.version from public.events e where e.stream_type = of_type and e.stream_id = of_stream and e.at <= until
    order by e.version desc limit 1);
end $$;

-- An order's columns and items after its event `until`: each as the last event that told of it left it. One pass over the events since the
-- newest snapshot, or with `from_snapshot` false over all.
create function app.order_state(of_order uuid, until int, from_snapshot boolean default true) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  base public.event_snapshots;
  state jsonb;
begin
  if from_snapshot then
    select * into base from public.event_snapshots s where s.stream_type = 'order' and s.stream_id = of_order and s.version <= until
    order by s.version desc limit 1;
  end if;
  select jsonb_object_agg(c.key, c.value order by told.version) into state
  from (
    select base.version, base.state as changes where base.version is not null
    union all
    select e.version, (app.upcast_event(e)).changes from public.events e
    where e.stream_type = 'order' and e.stream_id = of_order and e.version > coalesce(base.version, 0) and e.version <= until
  ) as told, jsonb_each(told.changes) as c;
  return state || jsonb_build_object('version', until);
end $$;

-- A wallet's balance after its event `until`: the sum of what came and went.
create function app.wallet_state(of_wallet uuid, until int, from_snapshot boolean default true) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  base public.event_snapshots;
  moved bigint;
begin
  if from_snapshot then
    select * into base from public.event_snapshots s where s.stream_type = 'wallet' and s.stream_id = of_wallet and s.version <= until
    order by s.version desc limit 1;
  end if;
  select coalesce(sum((e.data ->> 'amount_minor')::bigint), 0) into moved from public.events e
  where e.stream_type = 'wallet' and e.stream_id = of_wallet and e.version > coalesce(base.version, 0) and e.version <= until;
  return jsonb_build_object('balance_minor', coalesce((base.state ->> 'balance_minor')::bigint, 0) + moved, 'version', until);
end $$;

create function app.state_at(of_type text, of_stream uuid, until int, from_snapshot boolean default true) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return case of_type when 'order' then app.order_state(of_stream, until, from_snapshot) else app.wallet_state(of_stream, until, from_snapshot) end;
end $$;

-- The state at a time; null before the first event.
create function app.order_at(of_order uuid, moment timestamptz) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return app.order_state(of_order, app.version_at('order', of_order, moment));
end $$;

create function app.wallet_at(of_wallet uuid, moment timestamptz) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  until int := app.version_at('wallet', of_wallet, moment);
begin
  return case when until is not null then app.wallet_state(of_wallet, until) end;
end $$;

-- == As it was ========================================================================================================
-- One order as it was, in the shape of get_order: nobody moves it there, and telephones, positions and the hand-over are for orders that run now.
-- Names and pictures are today's. Raises 404 for an order that is not the caller's to see now or did not exist then, 400 for a time to come.
create function public.get_order_at(order_id uuid, moment timestamptz) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('customer', 'vendor_admin', 'courier', 'admin');
  state jsonb;
  o public.orders;
  picture jsonb;
begin
  if not app.can_see_order(order_id) then
    perform app.not_found('The order');
  elsif moment > clock_timestamp() then
    perform app.invalid('at', 'This time is still to come.');
  end if;
  state := app.order_at(order_id, moment);
  if state is null then
    perform app.not_found('The order');
  end if;
  o := jsonb_populate_record(null::public.orders, state);
  picture := app.order_json(o);
  return picture || jsonb_build_object(
    'allowed_transitions', '[]'::jsonb,
    'handover', null,
    'customer', picture -> 'customer' || '{"phone": null}',
    'courier', case when o.courier_id is not null then picture -> 'courier' || '{"phone": null, "position": null}' end,
    'items', (select jsonb_agg(i - 'counted' || jsonb_build_object('image_url', p.image_url) order by (i ->> 'line')::int)
      from jsonb_array_elements(state -> 'items') as i join public.products p on p.id = (i ->> 'product_id')::uuid),
    'refunds', (select coalesce(jsonb_agg(r.refund order by r.refund ->> 'at', r.refund ->> 'id'), '[]') from (
      select distinct on (e.data ->> 'refund_id') jsonb_build_object('id', f.id, 'amount_minor', f.amount_minor, 'to', e.data ->> 'to',
        'status', e.data ->> 'status', 'reason', f.reason, 'at', f.created_at) as refund
      from public.events e join public.refunds f on f.id = (e.data ->> 'refund_id')::uuid
      where e.stream_type = 'order' and e.stream_id = o.id and e.type = 'order.refunded' and e.version <= o.version
      order by e.data ->> 'refund_id', e.version desc) r));
end $$;

-- == Check ============================================================================================================
-- What events do not explain of a stream's row: [{column, rebuilt, stored}]. Read in one snapshot, while others write.
create function app.state_differences(of_type text, of_stream uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  stored jsonb;
  rebuilt jsonb;
  untold text[] := (select app.untold_columns(min(e.schema_version)) from public.events e where e.stream_type = of_type and e.stream_id = of_stream);
begin
  if of_type = 'order' then
    select to_jsonb(o) || jsonb_build_object('items', app.items_json(o.id)) into stored from public.orders o where o.id = of_stream;
  else
    select jsonb_build_object('balance_minor', a.balance_minor, 'version', a.version) into stored from public.ledger_accounts a where a.id = of_stream;
  end if;
  rebuilt := app.state_at(of_type, of_stream,
    (select coalesce(max(e.version), 0) from public.events e where e.stream_type = of_type and e.stream_id = of_stream), false);
  if of_type = 'order' and rebuilt is not null then -- times as this session writes them
    rebuilt := to_jsonb(jsonb_populate_record(null::public.orders, rebuilt)) || jsonb_build_object('items', rebuilt -> 'items');
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object('column', key, 'rebuilt', r.value, 'stored', s.value) order by key), '[]')
    from jsonb_each(stored) s full join jsonb_each(rebuilt) r using (key)
    where r.value is distinct from s.value and key <> all (untold));
end $$;

-- Compares rows with what their events rebuild, newest rows first: `filter` is {stream: 'order' | 'wallet', id?, limit?, cursor?}. Returns a
-- page of {stream, id, version, events, differences}. Operators only; 404 for an id that is none.
create function public.check_rebuilt_state(filter jsonb) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('admin');
  body jsonb := app.body(filter);
  stream text := body ->> 'stream';
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
  only_id uuid := (body ->> 'id')::uuid;
  page jsonb;
begin
  if stream is null or stream not in ('order', 'wallet') then
    perform app.invalid('stream', 'Use order or wallet.');
  end if;
  with rows as (
    select o.id, o.version, o.created_at from public.orders o
    where stream = 'order' and (only_id is null or o.id = only_id) and (o.created_at, o.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
    union all
    select a.id, a.version, a.created_at from public.ledger_accounts a
    where stream = 'wallet' and a.kind = 'wallet' and (only_id is null or a.id = only_id)
      and (a.created_at, a.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
    order by created_at desc, id desc limit size + 1)
  select app.page(
    array_agg(jsonb_build_object('stream', stream, 'id', r.id, 'version', r.version,
      'events', (select count(*) from public.events e where e.stream_type = stream and e.stream_id = r.id),
      'differences', app.state_differences(stream, r.id)) order by r.created_at desc, r.id desc),
    array_agg(jsonb_build_array(r.created_at, r.id) order by r.created_at desc, r.id desc), size)
  into page from rows r;
  if only_id is not null and page -> 'data' = '[]' then
    perform app.not_found(case stream when 'order' then 'The order' else 'The wallet' end);
  end if;
  return page;
end $$;

-- == Rights ===========================================================================================================
revoke insert, update, delete, truncate on public.event_snapshots from service_role;
grant execute on function public.get_order_at, public.check_rebuilt_state to authenticated;
