-- What:  the hand-over at the door: the customer's code, the proof of it, a delivery that failed and what becomes of it; what a courier earned.
-- Why:   a code that only its customer can read proves that courier and customer met. A failed delivery is a report beside the order's state:
--        the order stays on the road until its vendor has decided, so the moves an order can make stay those of order_transitions.
-- Back:  supabase/rollbacks/20261101000792_handover.sql
-- Order: tables · keeping · JSON · hand over · failed · earnings · rights

-- == Tables ===========================================================================================================
create type public.handover_proof as enum ('code', 'courier', 'operator'); -- the customer's code, or whose word it is
create type public.failure_reason as enum ('nobody_there', 'wrong_address', 'refused', 'unreachable');
create type public.failure_decision as enum ('try_again', 'cancel', 'overtaken'); -- overtaken: the order ended before anybody decided

-- One row a delivery, from pick-up on. Read through order_json only: nobody but the customer is ever shown the code.
create table public.handovers (
  order_id uuid primary key references public.orders (id) on delete cascade,
  courier_id uuid references public.couriers (id) on delete set null,
  code text not null check (code ~ '^[0-9]{4}$'),
  code_required boolean not null, -- as the branch had it at pick-up: a switch thrown later changes no ride under way
  wrong_tries int not null default 0 check (wrong_tries between 0 and 5),
  waived_at timestamptz,
  waived_by uuid,
  waived_reason text check (length(waived_reason) between 1 and 500),
  proof public.handover_proof,
  handed_at timestamptz, -- by the courier's phone where it was told late
  lat float8 check (lat between -90 and 90),
  lng float8 check (lng between -180 and 180),
  accuracy real check (accuracy >= 0), -- metres
  created_at timestamptz not null default now(),
  check ((proof is null) = (handed_at is null)),
  check ((waived_at is null) = (waived_reason is null)),
  check ((lat is null) = (lng is null))
);
create index handovers_courier on public.handovers (courier_id, handed_at desc);

create table public.delivery_reports (
  id uuid primary key default gen_random_uuid(),
  order_id uuid not null references public.orders (id) on delete cascade,
  courier_id uuid not null references public.couriers (id) on delete cascade,
  reason public.failure_reason not null,
  note text check (length(note) <= 500),
  lat float8 check (lat between -90 and 90),
  lng float8 check (lng between -180 and 180),
  accuracy real check (accuracy >= 0),
  happened_at timestamptz not null, -- by the courier's phone
  created_at timestamptz not null default now(),
  decision public.failure_decision,
  decision_note text check (length(decision_note) <= 500),
  decided_by uuid,
  decided_at timestamptz,
  check ((decision is null) = (decided_at is null)),
  check ((lat is null) = (lng is null))
);
create index delivery_reports_order on public.delivery_reports (order_id, created_at);
create index delivery_reports_courier on public.delivery_reports (courier_id);
create unique index delivery_reports_open on public.delivery_reports (order_id) where decision is null;

alter table public.handovers enable row level security;
alter table public.delivery_reports enable row level security;

-- == Keeping ==========================================================================================================
-- Four digits that nobody can foresee. The remainder of 32 random bits favours no code by more than one in a hundred thousand.
create function app.new_code() returns text language sql volatile set search_path = '' as $$
  select lpad(((('x' || encode(extensions.gen_random_bytes(4), 'hex'))::bit(32)::bigint % 10000))::text, 4, '0')
$$;

-- Every way to a status passes here: a delivery gets its code when it is picked up, and its proof when it is handed over. Raises 422
-- CODE_REQUIRED when a courier hands over without the code that the branch asks for.
create function app.keep_handover() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  acting public.order_actor := app.acts_as(new);
  h public.handovers;
begin
  if new.status = 'PICKED_UP' then
    insert into public.handovers (order_id, courier_id, code, code_required)
    select new.id, new.courier_id, app.new_code(), b.handover_code_required from public.branches b where b.id = new.branch_id
    on conflict (order_id) do nothing;
    return null;
  end if;
  update public.delivery_reports r set decision = 'overtaken', decided_at = now() where r.order_id = new.id and r.decision is null;
  if new.status = 'DELIVERED' then
    select * into h from public.handovers x where x.order_id = new.id for update;
    if h.code_required and h.waived_at is null and acting = 'courier' and h.proof is distinct from 'code' then
      perform app.fail(422, 'CODE_REQUIRED', 'This branch wants the customer''s code at the door.',
        jsonb_build_object('attempts_left', 5 - h.wrong_tries));
    elsif h.proof is null then
      update public.handovers x set proof = case acting when 'courier' then 'courier' else 'operator' end::public.handover_proof, handed_at = now()
      where x.order_id = new.id;
    end if;
  end if;
  return null;
end $$;
create trigger orders_keep_handover after update of status on public.orders for each row
  when (new.type = 'delivery' and old.status <> new.status and new.status in ('PICKED_UP', 'DELIVERED', 'CANCELED_BY_VENDOR'))
  execute function app.keep_handover();

-- What is on the road when this arrives has a code too; its branch could not ask for one yet.
insert into public.handovers (order_id, courier_id, code, code_required)
select o.id, o.courier_id, app.new_code(), false from public.orders o where o.status in ('PICKED_UP', 'ON_ROUTE') and o.type = 'delivery';

-- Writes down what happened to an order beside its state, under its next version, and tells those who watch.
create function app.note_order(o public.orders, event_type text, acting public.order_actor, event_data jsonb) returns public.orders
language plpgsql security definer set search_path = '' as $$
declare
  noted public.orders;
begin
  update public.orders set version = version + 1, updated_at = clock_timestamp() where id = o.id returning * into noted;
  perform app.record_order_event(o, noted, event_type, acting, jsonb_strip_nulls(event_data));
  return noted;
end $$;

-- == JSON =============================================================================================================
-- An order's hand-over as `acting` may see it: {code, code_required, attempts_left, waived, proof, reports, photos}; null before pick-up.
create function app.handover_json(o public.orders, acting public.order_actor) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  h public.handovers;
begin
  if o.type <> 'delivery' or o.status not in ('PICKED_UP', 'ON_ROUTE', 'DELIVERED', 'CANCELED_BY_VENDOR') then
    return null;
  end if;
  select * into h from public.handovers x where x.order_id = o.id;
  if h.order_id is null then
    return null;
  end if;
  return jsonb_build_object(
    'code', case when acting = 'customer' and o.status in ('PICKED_UP', 'ON_ROUTE') then h.code end,
    'code_required', h.code_required, 'attempts_left', 5 - h.wrong_tries,
    'waived', case when h.waived_at is not null then jsonb_build_object('at', h.waived_at, 'reason', h.waived_reason) end,
    'proof', case when h.proof is not null then jsonb_build_object('kind', h.proof, 'at', h.handed_at, 'lat', h.lat, 'lng', h.lng,
      'accuracy', h.accuracy) end,
    'reports', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'reason', r.reason, 'note', r.note, 'at', r.happened_at, 'lat', r.lat,
        'lng', r.lng, 'decision', r.decision, 'decision_note', r.decision_note, 'decided_at', r.decided_at) order by r.created_at, r.id), '[]')
      from public.delivery_reports r where r.order_id = o.id),
    'photos', app.photos_json(o.id));
end $$;

-- When something happened that is told now: not after now, and not before `earliest`.
create function app.told_time(told text, earliest timestamptz) returns timestamptz language sql stable as $$
  select greatest(least(coalesce(told::timestamptz, now()), now()), earliest)
$$;

-- == Hand over ========================================================================================================
-- Hands an order over as its courier: `handover` is {code?, lat?, lng?, accuracy?, at?}. Returns {replayed, body: {order, attempts_left}}; a
-- wrong code is an answer with a null order, since it must be counted. Raises what transition_order raises, 422 CODE_REQUIRED, 422
-- CODE_LOCKED after five wrong codes, 409 IDEMPOTENCY_CONFLICT.
create function public.hand_over_order(order_id uuid, handover jsonb, idempotency_key uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(handover);
  actor uuid := app.require_role('courier');
  replay jsonb := app.claim_key(actor, idempotency_key, 'order.hand_over', body || jsonb_build_object('order_id', order_id));
  o public.orders;
  h public.handovers;
begin
  if replay is not null then
    return jsonb_build_object('replayed', true, 'body', replay);
  end if;
  o := app.lock_order(order_id, null);
  select * into h from public.handovers x where x.order_id = o.id for update;
  if body ->> 'code' is not null and o.status = 'ON_ROUTE' then
    if h.wrong_tries >= 5 then
      perform app.fail(422, 'CODE_LOCKED', 'Too many wrong codes. Call the branch: it can allow the hand-over without one.');
    elsif h.code <> body ->> 'code' then
      update public.handovers x set wrong_tries = x.wrong_tries + 1 where x.order_id = o.id returning * into h;
      if h.wrong_tries = 5 then
        perform app.note_order(o, 'order.code_locked', 'courier', '{}');
      end if;
      return app.answer_key(actor, idempotency_key, jsonb_build_object('order', null, 'attempts_left', 5 - h.wrong_tries));
    end if;
  end if;
  update public.handovers x set proof = case when body ->> 'code' is null then 'courier' else 'code' end::public.handover_proof,
    handed_at = app.told_time(body ->> 'at', x.created_at), lat = (body ->> 'lat')::float8, lng = (body ->> 'lng')::float8,
    accuracy = (body ->> 'accuracy')::real
  where x.order_id = o.id;
  return app.answer_key(actor, idempotency_key, jsonb_build_object(
    'order', public.transition_order(o.id, '{"to": "DELIVERED"}'), 'attempts_left', 5 - h.wrong_tries));
end $$;

-- Lets an order on the road be handed over without its code, as its vendor or an operator: {reason}. Twice is once. Returns the order.
-- Raises 404, 400 without a reason, 409 INVALID_TRANSITION when it is not on the road.
create function public.waive_handover_code(order_id uuid, waiver jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(waiver);
  actor uuid := app.require_role('vendor_admin', 'admin');
  o public.orders := app.lock_order(order_id, null);
  why text := nullif(trim(body ->> 'reason'), '');
begin
  if why is null then
    perform app.invalid('reason', 'Say why: it is kept with the order.');
  elsif o.type <> 'delivery' or o.status not in ('PICKED_UP', 'ON_ROUTE') then
    perform app.fail(409, 'INVALID_TRANSITION', 'This order is not on the road.', jsonb_build_object('current', app.order_json(o)));
  end if;
  update public.handovers h set waived_at = now(), waived_by = actor, waived_reason = why where h.order_id = o.id and h.waived_at is null;
  if found then
    o := app.note_order(o, 'order.code_waived', app.acts_as(o), jsonb_build_object('reason', why));
  end if;
  return app.order_json(o);
end $$;

-- == Failed ===========================================================================================================
-- Reports that an order could not be handed over, as its courier: `report` is {reason, note?, lat?, lng?, accuracy?, at?}. The order stays on
-- the road. Returns {replayed, body: the order}. Raises 404, 409 INVALID_TRANSITION when it is not on the road or a report waits already.
create function public.report_failed_delivery(order_id uuid, report jsonb, idempotency_key uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(report);
  actor uuid := app.require_role('courier');
  replay jsonb := app.claim_key(actor, idempotency_key, 'order.report_failed', body || jsonb_build_object('order_id', order_id));
  o public.orders;
  made public.delivery_reports;
begin
  if replay is not null then
    return jsonb_build_object('replayed', true, 'body', replay);
  end if;
  o := app.lock_order(order_id, null);
  if app.acts_as(o) <> 'courier' then
    perform app.fail(403, 'FORBIDDEN', 'Only the courier who carries the order can say this.');
  elsif o.status not in ('PICKED_UP', 'ON_ROUTE') then
    perform app.fail(409, 'INVALID_TRANSITION', format('The order is %s and not on the road.', o.status), jsonb_build_object('current', app.order_json(o)));
  elsif exists (select from public.delivery_reports r where r.order_id = o.id and r.decision is null) then
    perform app.fail(409, 'INVALID_TRANSITION', 'This was reported already, and the branch has yet to decide.', jsonb_build_object('current', app.order_json(o)));
  end if;
  insert into public.delivery_reports (order_id, courier_id, reason, note, lat, lng, accuracy, happened_at)
  select o.id, o.courier_id, (body ->> 'reason')::public.failure_reason, nullif(trim(body ->> 'note'), ''), (body ->> 'lat')::float8,
    (body ->> 'lng')::float8, (body ->> 'accuracy')::real, app.told_time(body ->> 'at', h.created_at)
  from public.handovers h where h.order_id = o.id returning * into made;
  o := app.note_order(o, 'order.delivery_failed', 'courier', jsonb_build_object('failure', made.reason, 'note', made.note, 'report_id', made.id));
  return app.answer_key(actor, idempotency_key, app.order_json(o));
end $$;

-- Decides about a failed delivery as its vendor or an operator: {decision: try_again | cancel, note?, version?}. To cancel is an end like any
-- other: money and stock go back. A vendor ends an order on the road through this door only, and only while a report waits. Returns the
-- order. Raises 404, 409 VERSION_CONFLICT, 409 INVALID_TRANSITION when nothing waits.
create function public.decide_failed_delivery(order_id uuid, verdict jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(verdict);
  actor uuid := app.require_role('vendor_admin', 'admin');
  o public.orders := app.lock_order(order_id, (body ->> 'version')::int);
  given text := nullif(trim(body ->> 'note'), '');
  r public.delivery_reports;
begin
  update public.delivery_reports x set decision = (body ->> 'decision')::public.failure_decision, decision_note = given, decided_by = actor,
    decided_at = now()
  where x.order_id = o.id and x.decision is null returning * into r;
  if r.id is null then
    perform app.fail(409, 'INVALID_TRANSITION', 'No failed delivery waits for a decision.', jsonb_build_object('current', app.order_json(o)));
  elsif r.decision = 'cancel' then
    o := app.move_order(o, 'CANCELED_BY_VENDOR', app.acts_as(o), coalesce(given, 'DELIVERY_' || upper(r.reason::text)));
  elsif r.decision = 'try_again' then
    o := app.note_order(o, 'order.delivery_decided', app.acts_as(o),
      jsonb_build_object('decision', r.decision, 'reason', given, 'report_id', r.id));
  else
    perform app.invalid('decision', 'Use try_again or cancel.');
  end if;
  return app.order_json(o);
end $$;

-- == Earnings =========================================================================================================
-- What the calling courier delivered today and this week (days of İstanbul, weeks from Monday): {currency, today, week}, each {deliveries,
-- tips_minor, distance_m}; the distance is from branch to door as the crow flies.
create function public.courier_earnings() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('courier');
  courier uuid := app.my_courier_id();
  local_now timestamp := now() at time zone 'Europe/Istanbul';
  week timestamptz := date_trunc('week', local_now) at time zone 'Europe/Istanbul';
  today timestamptz := date_trunc('day', local_now) at time zone 'Europe/Istanbul';
begin
  if courier is null then
    perform app.fail(403, 'FORBIDDEN', 'Your vendor has closed this courier account.');
  end if;
  return (
    select jsonb_object_agg(span.name, span.sums) || jsonb_build_object('currency', 'TRY')
    from (
      select p.name, jsonb_build_object('deliveries', count(o.id), 'tips_minor', coalesce(sum(o.tip_minor), 0),
        'distance_m', coalesce(round(sum(app.distance_m(b.lat, b.lng, o.address_lat, o.address_lng))), 0)) as sums
      from (values ('today', today), ('week', week)) as p (name, since)
      left join public.handovers h on h.courier_id = courier and h.handed_at >= p.since
      left join public.orders o on o.id = h.order_id and o.status = 'DELIVERED'
      left join public.branches b on b.id = o.branch_id
      group by p.name) span);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.hand_over_order, public.waive_handover_code, public.report_failed_delivery, public.decide_failed_delivery,
  public.courier_earnings to authenticated;
