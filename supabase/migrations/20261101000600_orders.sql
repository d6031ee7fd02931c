-- What:  orders: their tables, the state machine as data, who may see them, and what the world is told when one changes.
-- Why:   the allowed moves are rows, read by the function that enforces them and by the API that shows the buttons, so that the
--        two can never disagree. Names and prices are copied into the order: later menu edits change nothing.
-- Back:  supabase/rollbacks/20261101000600_orders.sql
-- Order: types and tables · transitions · who may see · policies · JSON · events · rights

create type public.order_status as enum (
  'NEW', 'CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE', 'DELIVERED', 'REJECTED', 'CANCELED_BY_USER', 'CANCELED_BY_VENDOR');
create type public.order_type as enum ('delivery', 'pickup');
create type public.payment_method as enum ('cash', 'card_on_delivery', 'wallet', 'card');
create type public.payment_status as enum ('pending', 'paid', 'void', 'partly_refunded', 'refunded');

create sequence public.order_number start 1001;

create table public.orders (
  id uuid primary key default gen_random_uuid(),
  number bigint not null unique default nextval('public.order_number'), -- what people say on the phone
  customer_id uuid not null references public.users (id),
  vendor_id uuid not null references public.vendors (id),
  branch_id uuid not null references public.branches (id),
  courier_id uuid references public.couriers (id),
  type public.order_type not null,
  status public.order_status not null default 'NEW',
  version int not null default 1 check (version > 0), -- also the version of its newest event
  subtotal_minor bigint not null check (subtotal_minor >= 0),
  delivery_fee_minor bigint not null check (delivery_fee_minor >= 0),
  discount_minor bigint not null default 0 check (discount_minor >= 0),
  delivery_discount_minor bigint not null default 0, -- the part of the discount that is taken off the fee; the rest lowers the items
  promoted_minor bigint not null default 0, -- the part of the discount that the house bears; the rest is the vendor's
  coupon_code text,
  tip_minor bigint not null default 0 check (tip_minor between 0 and 1000000),
  total_minor bigint not null check (total_minor >= 0),
  currency text not null default 'TRY' check (currency = 'TRY'),
  payment_method public.payment_method not null,
  payment_status public.payment_status not null default 'pending',
  wallet_minor bigint not null default 0, -- the part that store credit pays; the rest is paid by payment_method
  paid_minor bigint not null default 0,
  refunded_minor bigint not null default 0, -- given back, or on its way back
  placed_at timestamptz, -- when it reached the branch; null while a card payment is awaited, and nobody there sees it
  address_text text check (length(address_text) between 5 and 300),
  address_lat float8 check (address_lat between -90 and 90),
  address_lng float8 check (address_lng between -180 and 180),
  neighborhood_id int references public.neighborhoods (id),
  note text check (length(note) <= 500),
  scheduled_for timestamptz,
  prep_minutes int not null check (prep_minutes between 1 and 240),
  ride_minutes int not null default 0 check (ride_minutes >= 0),
  eta_at timestamptz not null,
  confirm_by timestamptz not null,
  end_reason text check (length(end_reason) <= 500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (total_minor = subtotal_minor + delivery_fee_minor + tip_minor - discount_minor),
  check (delivery_discount_minor between 0 and least(discount_minor, delivery_fee_minor)),
  check (discount_minor - delivery_discount_minor <= subtotal_minor),
  check (promoted_minor between 0 and discount_minor),
  check ((type = 'delivery') = (address_text is not null and address_lat is not null and address_lng is not null)),
  check (type = 'delivery' or (courier_id is null and delivery_fee_minor = 0)),
  check (wallet_minor between 0 and total_minor and (payment_method <> 'wallet' or wallet_minor = total_minor)),
  check (paid_minor between 0 and total_minor),
  check (refunded_minor between 0 and paid_minor), -- never more back than was paid, in any interleaving
  check (placed_at is not null or (payment_method = 'card' and status in ('NEW', 'REJECTED', 'CANCELED_BY_USER')))
);
create index orders_customer on public.orders (customer_id, created_at desc, id desc);
create index orders_branch on public.orders (branch_id, created_at desc, id desc);
create index orders_vendor on public.orders (vendor_id, created_at desc, id desc);
create index orders_courier on public.orders (courier_id, created_at desc, id desc) where courier_id is not null;
create index orders_newest on public.orders (created_at desc, id desc);
create index orders_active on public.orders (branch_id, created_at desc, id desc)
  where status in ('NEW', 'CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE');
create index orders_carried on public.orders (courier_id)
  where courier_id is not null and status in ('CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE');
create index orders_unconfirmed on public.orders (confirm_by) where status = 'NEW' and placed_at is not null;
create index orders_owing on public.orders (id)
  where status in ('REJECTED', 'CANCELED_BY_USER', 'CANCELED_BY_VENDOR') and paid_minor > refunded_minor;
create index orders_neighborhood on public.orders (neighborhood_id);

-- Not valid: a transfer of an order that a way back dropped stays as it was written.
alter table public.ledger_transfers add constraint ledger_transfers_order foreign key (order_id) references public.orders (id) not valid;
alter table public.courier_locations
  add constraint courier_locations_order foreign key (order_id) references public.orders (id) on delete set null;

create table public.order_items (
  order_id uuid not null references public.orders (id) on delete cascade,
  line int not null check (line between 1 and 50),
  product_id uuid not null references public.products (id),
  name text not null,
  quantity int not null check (quantity between 1 and 99),
  unit_price_minor bigint not null check (unit_price_minor >= 0), -- with its options
  regular_unit_price_minor bigint check (regular_unit_price_minor > unit_price_minor), -- where a price rule lowered it
  line_total_minor bigint not null check (line_total_minor = unit_price_minor * quantity),
  options jsonb not null default '[]', -- [{id, group, name, price_delta_minor}] as they were
  note text check (length(note) <= 200),
  counted boolean not null, -- whether stock was taken, and so must come back when the order ends unhappily
  refunded_quantity int not null default 0 check (refunded_quantity between 0 and quantity),
  primary key (order_id, line)
);
create index order_items_product on public.order_items (product_id);

-- == Transitions ======================================================================================================
create type public.order_actor as enum ('customer', 'vendor', 'courier', 'admin', 'system');

create table public.order_transitions (
  from_status public.order_status not null,
  to_status public.order_status not null,
  actor public.order_actor not null,
  order_type public.order_type not null,
  reason_required boolean not null default false,
  primary key (order_type, from_status, actor, to_status)
);

insert into public.order_transitions (from_status, to_status, actor, order_type)
select f::public.order_status, t::public.order_status, a::public.order_actor, o::public.order_type
from (values
  ('NEW', 'CONFIRMED', 'vendor', '{delivery,pickup}'),
  ('NEW', 'REJECTED', 'vendor', '{delivery,pickup}'),
  ('NEW', 'REJECTED', 'system', '{delivery,pickup}'),
  ('CONFIRMED', 'PREPARING', 'vendor', '{delivery,pickup}'),
  ('PREPARING', 'READY', 'vendor', '{delivery,pickup}'),
  ('READY', 'DELIVERED', 'vendor', '{pickup}'),
  ('READY', 'PICKED_UP', 'courier', '{delivery}'),
  ('PICKED_UP', 'ON_ROUTE', 'courier', '{delivery}'),
  ('ON_ROUTE', 'DELIVERED', 'courier', '{delivery}'),
  ('NEW', 'CANCELED_BY_USER', 'customer', '{delivery,pickup}'),
  ('NEW', 'CANCELED_BY_USER', 'system', '{delivery,pickup}'), -- the card payment never came
  ('CONFIRMED', 'CANCELED_BY_USER', 'customer', '{delivery,pickup}'),
  ('CONFIRMED', 'CANCELED_BY_VENDOR', 'vendor', '{delivery,pickup}'),
  ('PREPARING', 'CANCELED_BY_VENDOR', 'vendor', '{delivery,pickup}'),
  ('READY', 'CANCELED_BY_VENDOR', 'vendor', '{delivery,pickup}')
) as moves (f, t, a, types), unnest(types::text[]) as o;

-- An operator may make any move that someone may make, and end an order that is already on the road; never without a reason.
insert into public.order_transitions (from_status, to_status, actor, order_type, reason_required)
select distinct from_status, to_status, 'admin'::public.order_actor, order_type, true from public.order_transitions
union
select f::public.order_status, 'CANCELED_BY_VENDOR', 'admin', 'delivery', true from unnest('{PICKED_UP,ON_ROUTE}'::text[]) as f;

-- == Who may see ======================================================================================================
create function app.can_see_order(o public.orders) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    -- Who is no courier has a null courier id: the answer must still be false, not null, for `not` to mean what it says.
    select coalesce(o.customer_id = (select auth.uid())
      or o.vendor_id in (select app.my_vendor_ids('orders')) and o.placed_at is not null
      or o.courier_id = (select app.my_courier_id())
      or (select app.is_admin()), false));
end $$;

create function app.can_see_order(order_id uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.orders o where o.id = order_id and app.can_see_order(o))
$$;

-- As whom the caller acts on this order; null when the order is none of their business.
create function app.acts_as(o public.orders) returns public.order_actor language plpgsql stable security definer set search_path = '' as $$
begin
  return case
    when app.is_admin() then 'admin'
    when o.vendor_id in (select app.my_vendor_ids('orders')) then 'vendor'
    when o.courier_id = app.my_courier_id() then 'courier'
    when o.customer_id = auth.uid() then 'customer'
  end::public.order_actor;
end $$;

-- == Policies =========================================================================================================
alter table public.orders enable row level security;
alter table public.order_items enable row level security;
alter table public.order_transitions enable row level security;

create policy "an order is seen by its customer, vendor, courier and operators" on public.orders for select to authenticated
  using (customer_id = (select auth.uid())
    or (vendor_id in (select app.my_vendor_ids('orders')) and placed_at is not null)
    or courier_id = (select app.my_courier_id())
    or (select app.is_admin()));
create policy "items are seen with their order" on public.order_items for select to authenticated
  using (exists (select from public.orders o where o.id = order_id));
create policy "the rules are public" on public.order_transitions for select using (true);
create policy "an order's events are seen with it" on public.events for select to authenticated
  using (stream_type = 'order' and exists (select from public.orders o where o.id = stream_id));

-- A position is seen only while it concerns the one who looks.
create policy "couriers see their own trail" on public.courier_locations for select to authenticated
  using (courier_id = (select app.my_courier_id()) or (select app.is_admin()));
create policy "vendors see their couriers' trail of the running shift" on public.courier_locations for select to authenticated
  using (exists (select from public.couriers c
    where c.id = courier_id and c.vendor_id in (select app.my_vendor_ids('orders')) and c.shift_status = 'online' and at >= c.shift_started_at));
create policy "customers see the ride of the order on its way to them" on public.courier_locations for select to authenticated
  using (exists (select from public.orders o
    where o.id = order_id and o.customer_id = (select auth.uid()) and o.courier_id = courier_locations.courier_id
      and o.status in ('PICKED_UP', 'ON_ROUTE')));

-- == JSON =============================================================================================================
-- The latest position as the API shows it; stale after 45 s (requirement A2).
create function app.position_json(courier uuid, since timestamptz) returns jsonb language sql stable security definer set search_path = '' as $$
  select jsonb_build_object('lat', l.lat, 'lng', l.lng, 'accuracy', l.accuracy, 'heading', l.heading, 'at', l.at,
    'stale', l.at < now() - interval '45 seconds')
  from public.courier_locations l where l.courier_id = courier and l.at >= since
  order by l.at desc limit 1
$$;

-- An order as the caller sees it. Only called for orders the caller was already allowed to see.
create function app.order_json(o public.orders) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  acting public.order_actor := app.acts_as(o);
  running boolean := o.status in ('NEW', 'CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE');
begin
  return jsonb_build_object(
    'id', o.id, 'number', o.number::text, 'status', o.status, 'type', o.type, 'version', o.version,
    'branch', (select jsonb_build_object('id', b.id, 'name', b.name, 'lat', b.lat, 'lng', b.lng, 'phone', b.phone, 'address_text', b.address_text,
        'vendor', jsonb_build_object('id', v.id, 'slug', v.slug, 'name', v.name, 'image_url', v.image_url))
      from public.branches b join public.vendors v on v.id = b.vendor_id where b.id = o.branch_id),
    'items', (select jsonb_agg(jsonb_build_object('line', i.line, 'refunded_quantity', i.refunded_quantity, 'product_id', i.product_id, 'name', i.name, 'quantity', i.quantity,
        'unit_price_minor', i.unit_price_minor, 'regular_unit_price_minor', i.regular_unit_price_minor, 'line_total_minor', i.line_total_minor,
        'options', i.options, 'note', i.note,
        'image_url', p.image_url) order by i.line)
      from public.order_items i join public.products p on p.id = i.product_id where i.order_id = o.id),
    'subtotal_minor', o.subtotal_minor, 'delivery_fee_minor', o.delivery_fee_minor, 'discount_minor', o.discount_minor,
    'delivery_discount_minor', o.delivery_discount_minor, 'coupon_code', o.coupon_code,
    'tip_minor', o.tip_minor, 'total_minor', o.total_minor, 'currency', o.currency,
    'payment_method', o.payment_method, 'payment_status', o.payment_status, 'wallet_minor', o.wallet_minor, 'paid_minor', o.paid_minor,
    'refunded_minor', o.refunded_minor,
    'payment_id', case when o.payment_method = 'card' and acting = 'customer' then (select p.id from public.payments p where p.order_id = o.id) end,
    'refunds', case when o.refunded_minor = 0 then '[]' else (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'amount_minor', r.amount_minor, 'to', r.target, 'status', r.status, 'reason', r.reason,
        'at', r.created_at) order by r.created_at, r.id), '[]') from public.refunds r where r.order_id = o.id) end,
    'customer', (select jsonb_build_object('full_name', u.full_name, 'phone', case when running then u.phone end)
      from public.users u where u.id = o.customer_id),
    'courier', (select jsonb_build_object('id', c.id, 'full_name', u.full_name, 'phone', case when running then u.phone end, 'vehicle', c.vehicle,
        'position', case when o.status in ('PICKED_UP', 'ON_ROUTE') then app.position_json(c.id, c.shift_started_at) end)
      from public.couriers c join public.users u on u.id = c.user_id where c.id = o.courier_id),
    'address', case when o.type = 'delivery' then jsonb_build_object('text', o.address_text, 'lat', o.address_lat, 'lng', o.address_lng,
      'neighborhood_id', o.neighborhood_id) end,
    'note', o.note, 'scheduled_for', o.scheduled_for, 'prep_minutes', o.prep_minutes, 'eta_at', o.eta_at,
    'ready_by', case when o.status in ('NEW', 'CONFIRMED', 'PREPARING', 'READY') then o.eta_at - make_interval(mins => o.ride_minutes) end,
    'confirm_by', case when o.status = 'NEW' then o.confirm_by end, 'end_reason', o.end_reason,
    'allowed_transitions', (select coalesce(jsonb_agg(t.to_status order by t.to_status), '[]') from public.order_transitions t
      where t.order_type = o.type and t.from_status = o.status and t.actor = acting
        and (t.to_status <> 'PICKED_UP' or o.courier_id is not null)
        and (o.placed_at is not null or t.to_status = 'CANCELED_BY_USER')),
    'handover', app.handover_json(o, acting),
    'created_at', o.created_at, 'updated_at', o.updated_at);
end $$;

-- == Events ===========================================================================================================
-- An order's items as its events keep them.
create function app.items_json(of_order uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (select jsonb_agg(to_jsonb(i) - 'order_id' order by i.line) from public.order_items i where i.order_id = of_order);
end $$;

-- Writes the order's newest event and tells those who watch, in the same transaction. `was` is the row before (null: it is new), `items` its
-- items when they have changed: replay knows what is written here and nothing else. A message is a hint with a version: a watcher who
-- missed one sees the gap and reads again.
create function app.record_order_event(was public.orders, o public.orders, event_type text, acting public.order_actor, event_data jsonb,
  items jsonb default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  message jsonb := jsonb_build_object('order_id', o.id, 'branch_id', o.branch_id, 'version', o.version, 'status', o.status, 'at', clock_timestamp());
begin
  insert into public.events (stream_type, stream_id, version, type, actor_id, actor_role, request_id, data, changes, at)
  values ('order', o.id, o.version, event_type, auth.uid(), acting::text, app.request_id(), event_data,
    case when was.id is null then to_jsonb(o) else app.changed(to_jsonb(was), to_jsonb(o)) end
      || case when items is null then '{}' else jsonb_build_object('items', items) end,
    o.updated_at);
  if o.placed_at is not null then
    perform realtime.send(message, case event_type when 'order.paid' then 'order.created' else event_type end, 'branch:' || o.branch_id, true);
  end if;
  if event_type <> 'order.created' then -- nobody can watch an order before it exists
    perform realtime.send(message, event_type, 'order:' || o.id, true);
  end if;
  if o.courier_id is not null then
    perform realtime.send(message, case event_type when 'order.courier_assigned' then 'task.assigned' else 'task.changed' end,
      'courier:' || o.courier_id, true);
  end if;
end $$;

-- == Rights ===========================================================================================================
grant select on public.orders, public.order_items to authenticated;
grant select on public.order_transitions to anon, authenticated;
grant execute on function app.can_see_order(public.orders), app.can_see_order(uuid), app.acts_as, app.order_json, app.position_json to authenticated;
