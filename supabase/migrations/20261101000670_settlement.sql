-- What:  what each order leaves its vendor, deduction by deduction; the cash couriers carry and hand in; payouts and their statements.
-- Why:   a vendor must be able to check every kuruş: commission is taken on the price actually paid, and each deduction stands by itself.
--        Lines are append-only; a refund is a line of its own, so that a statement once paid never changes.
-- Back:  supabase/rollbacks/20261101000670_settlement.sql
-- Order: tables · settling · reading · cash · payouts · rights

-- == Tables ===========================================================================================================
create sequence public.payout_number start 1001;

create table public.payouts (
  id uuid primary key default gen_random_uuid(),
  number bigint not null unique default nextval('public.payout_number'),
  vendor_id uuid not null references public.vendors (id),
  amount_minor bigint not null, -- negative: carried over as what the vendor owes
  made_by uuid not null references public.users (id),
  created_at timestamptz not null default now()
);
create index payouts_vendor on public.payouts (vendor_id, created_at desc, id desc);
create index payouts_made_by on public.payouts (made_by);
create index payouts_newest on public.payouts (created_at desc, id desc);

create table public.vendor_payables (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('sale', 'refund')),
  vendor_id uuid not null references public.vendors (id),
  order_id uuid not null references public.orders (id),
  refund_id uuid unique references public.refunds (id),
  items_minor bigint not null default 0 check (items_minor >= 0),
  discount_minor bigint not null default 0 check (discount_minor >= 0),
  delivery_fee_minor bigint not null default 0 check (delivery_fee_minor >= 0),
  tip_minor bigint not null default 0 check (tip_minor >= 0),
  commission_bps int not null,
  commission_minor bigint not null default 0, -- negative on a refund: given back
  payment_cost_minor bigint not null default 0 check (payment_cost_minor >= 0),
  promotion_minor bigint not null default 0 check (promotion_minor >= 0),
  promoted_minor bigint not null default 0, -- the part of the discount that the house pays the vendor; negative on a refund: taken back
  refunded_minor bigint not null default 0 check (refunded_minor >= 0),
  collected_minor bigint not null default 0 check (collected_minor >= 0), -- taken at the door: the vendor has it already
  net_minor bigint not null,
  payout_id uuid references public.payouts (id),
  at timestamptz not null default now(),
  check (net_minor = items_minor - discount_minor + delivery_fee_minor + tip_minor - commission_minor - payment_cost_minor - promotion_minor
    + promoted_minor - refunded_minor - collected_minor),
  check ((kind = 'refund') = (refund_id is not null))
);
create unique index vendor_payables_sale on public.vendor_payables (order_id) where kind = 'sale';
create index vendor_payables_order on public.vendor_payables (order_id);
create index vendor_payables_vendor on public.vendor_payables (vendor_id, at desc, id desc);
create index vendor_payables_open on public.vendor_payables (vendor_id, at desc, id desc) where payout_id is null;
create index vendor_payables_payout on public.vendor_payables (payout_id, at, id) where payout_id is not null;

create table public.cash_hand_ins (
  id uuid primary key default gen_random_uuid(),
  vendor_id uuid not null references public.vendors (id),
  courier_id uuid not null references public.couriers (id),
  expected_minor bigint not null check (expected_minor >= 0),
  counted_minor bigint not null check (counted_minor between 0 and 100000000000),
  orders int not null check (orders >= 0),
  note text check (length(note) <= 300),
  received_by uuid not null references public.users (id),
  created_at timestamptz not null default now()
);
create index cash_hand_ins_vendor on public.cash_hand_ins (vendor_id, created_at desc, id desc);
create index cash_hand_ins_received_by on public.cash_hand_ins (received_by);
create index cash_hand_ins_courier on public.cash_hand_ins (courier_id, created_at desc, id desc);

-- Cash a courier took at a door, until it is handed in.
create table public.cash_collections (
  order_id uuid primary key references public.orders (id),
  vendor_id uuid not null references public.vendors (id),
  courier_id uuid not null references public.couriers (id),
  amount_minor bigint not null check (amount_minor > 0),
  hand_in_id uuid references public.cash_hand_ins (id),
  at timestamptz not null default now()
);
create index cash_collections_courier on public.cash_collections (courier_id, hand_in_id);
create index cash_collections_vendor on public.cash_collections (vendor_id, hand_in_id);
create index cash_collections_hand_in on public.cash_collections (hand_in_id);

alter table public.payouts enable row level security;
alter table public.vendor_payables enable row level security;
alter table public.cash_hand_ins enable row level security;
alter table public.cash_collections enable row level security;
-- Read through functions only.

-- == Settling =========================================================================================================
-- A part of an amount in basis points, in whole kuruş, halves up.
create function app.bps(amount bigint, bps int) returns bigint language sql immutable as $$
  select div(amount::numeric * bps + 5000, 10000)::bigint
$$;

-- What the house pays of an order's discount when so much of the order was refunded: as large a part of it as is left of what the customer
-- paid for the items; off the fee all of it, and nothing of an order that was given back whole.
create function app.promoted_after(o public.orders, refunded bigint) returns bigint language plpgsql stable as $$
declare
  items bigint := o.subtotal_minor - o.discount_minor + o.delivery_discount_minor; -- as they were paid for
begin
  return case
    when refunded > 0 and refunded >= o.total_minor then 0
    when o.delivery_discount_minor > 0 or items = 0 then o.promoted_minor
    else div(o.promoted_minor::numeric * greatest(0, items - refunded), items)::bigint end;
end $$;

-- What the vendor gets for an order's items when so much of the order was refunded: the customer's part and the house's.
create function app.earned_for_items(o public.orders, refunded bigint) returns bigint language plpgsql stable as $$
begin
  return greatest(0, o.subtotal_minor - o.discount_minor + o.delivery_discount_minor - refunded)
    + case o.delivery_discount_minor when 0 then app.promoted_after(o, refunded) else 0 end;
end $$;

-- An order was handed over: its money leaves escrow for the vendor, less what each deduction takes. A discount that the house bears is paid to
-- the vendor from the promotions account; commission is taken on what the vendor gets for the items, whoever pays it.
create function app.settle_order(o public.orders) returns void language plpgsql security definer set search_path = '' as $$
declare
  v public.vendors;
  card bigint := case o.payment_method when 'card' then o.total_minor - o.wallet_minor else 0 end;
  collected bigint := o.total_minor - o.wallet_minor - card;
  line public.vendor_payables;
begin
  select * into v from public.vendors where id = o.vendor_id;
  insert into public.vendor_payables (kind, vendor_id, order_id, items_minor, discount_minor, delivery_fee_minor, tip_minor, commission_bps,
    commission_minor, payment_cost_minor, promoted_minor, collected_minor, net_minor)
  select 'sale', o.vendor_id, o.id, o.subtotal_minor, o.discount_minor, o.delivery_fee_minor, o.tip_minor, v.commission_bps, commission, cost, o.promoted_minor,
    collected, o.total_minor + o.promoted_minor - commission - cost - collected
  from (select app.bps(app.earned_for_items(o, 0), v.commission_bps) as commission, app.bps(card, v.payment_cost_bps) as cost) deductions
  returning * into line;
  perform app.post_transfer('settlement', o.id,
    array[app.account('escrow'), app.account('vendor', o.vendor_id), app.account('commission'), app.account('payment_costs'), app.account('promotions')],
    array[collected - o.total_minor, line.net_minor, line.commission_minor, line.payment_cost_minor, -o.promoted_minor], o.id);
  if o.payment_method = 'cash' and o.courier_id is not null and collected > 0 then
    insert into public.cash_collections (order_id, vendor_id, courier_id, amount_minor) values (o.id, o.vendor_id, o.courier_id, collected);
  end if;
end $$;

-- A settled order was refunded: the vendor gives the money, and the house's part of the discount on it, and gets back its commission. What is
-- refunded first of all lowers the price of the items. Returns the ledger's parts.
create function app.settle_refund(o public.orders, r public.refunds, out accounts uuid[], out amounts bigint[]) language plpgsql security definer set search_path = '' as $$
declare
  bps int;
  taken bigint;
  back bigint;
  promoted bigint; -- that the house takes back
begin
  select p.commission_bps into bps from public.vendor_payables p where p.order_id = o.id and p.kind = 'sale';
  select sum(p.commission_minor), sum(p.promoted_minor) - app.promoted_after(o, o.refunded_minor) into taken, promoted from public.vendor_payables p where p.order_id = o.id;
  back := taken - app.bps(app.earned_for_items(o, o.refunded_minor), bps);
  insert into public.vendor_payables (kind, vendor_id, order_id, refund_id, commission_bps, commission_minor, promoted_minor, refunded_minor, net_minor)
  values ('refund', o.vendor_id, o.id, r.id, bps, -back, -promoted, r.amount_minor, back - promoted - r.amount_minor);
  accounts := array[app.account('vendor', o.vendor_id), app.account('commission'), app.account('promotions')];
  amounts := array[back - promoted - r.amount_minor, -back, promoted];
end $$;

-- == Reading ==========================================================================================================
create function app.payable_json(p public.vendor_payables) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return to_jsonb(p) - 'vendor_id' - 'refund_id' || jsonb_build_object('order_number', (select o.number::text from public.orders o where o.id = p.order_id));
end $$;

-- The caller's first vendor, whose money they may see: who manages several chooses in the panel.
create function app.my_vendor() returns public.vendors language plpgsql stable security definer set search_path = '' as $$
declare
  v public.vendors;
begin
  select x.* into v from public.vendors x where x.id = app.my_vendor(null, 'money');
  return v;
end $$;

-- {currency, balance_minor, cash_with_couriers_minor, commission_bps, payment_cost_bps, last_payout} of the caller's vendor.
create function public.vendor_money() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v public.vendors := app.my_vendor();
begin
  return jsonb_build_object('currency', 'TRY', 'commission_bps', v.commission_bps, 'payment_cost_bps', v.payment_cost_bps,
    'balance_minor', coalesce((select a.balance_minor from public.ledger_accounts a where a.kind = 'vendor' and a.owner_id = v.id), 0),
    'cash_with_couriers_minor', (select coalesce(sum(c.amount_minor), 0) from public.cash_collections c where c.vendor_id = v.id and c.hand_in_id is null),
    'last_payout', (select jsonb_build_object('id', p.id, 'amount_minor', p.amount_minor, 'created_at', p.created_at)
      from public.payouts p where p.vendor_id = v.id order by p.created_at desc, p.id desc limit 1));
end $$;

-- A page of the lines of the caller's vendor {open?: true|false, limit?, cursor?}, newest first.
create function public.list_payables(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v public.vendors := app.my_vendor();
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
begin
  return (
    select app.page(array_agg(app.payable_json(p) order by p.at desc, p.id desc), array_agg(jsonb_build_array(p.at, p.id) order by p.at desc, p.id desc), size)
    from (
      select x.* from public.vendor_payables x
      where x.vendor_id = v.id and (x.at, x.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
        and (body ->> 'open' is null or (x.payout_id is null) = (body ->> 'open')::boolean)
      order by x.at desc, x.id desc limit size + 1) p);
end $$;

-- == Cash =============================================================================================================
-- What each courier of the caller's vendor carries, the most first: {data: [{courier_id, full_name, cash_minor, orders, since}]}.
create function public.list_courier_cash() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v public.vendors := app.my_vendor();
begin
  return (select jsonb_build_object('data', coalesce(jsonb_agg(to_jsonb(cash) order by cash.cash_minor desc, cash.full_name collate app.turkish), '[]')) from (
    select c.id as courier_id, u.full_name, coalesce(sum(x.amount_minor), 0) as cash_minor, count(x.order_id) as orders, min(x.at) as since
    from public.couriers c join public.users u on u.id = c.user_id
    left join public.cash_collections x on x.courier_id = c.id and x.hand_in_id is null
    where c.vendor_id = v.id group by c.id, u.full_name, c.active having c.active or count(x.order_id) > 0) cash);
end $$;

create function app.hand_in_json(h public.cash_hand_ins) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return to_jsonb(h) - 'vendor_id' - 'received_by' || jsonb_build_object('difference_minor', h.counted_minor - h.expected_minor,
    'full_name', (select u.full_name from public.couriers c join public.users u on u.id = c.user_id where c.id = h.courier_id));
end $$;

-- Takes all the cash a courier carries: {courier_id, counted_minor, note?}. A difference is kept as it was counted. Returns {replayed, body}.
-- Raises 404 for another vendor's courier, 409 INVALID_TRANSITION when the courier carries none.
create function public.hand_in_cash(hand_in jsonb, idempotency_key uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  v public.vendors := app.my_vendor();
  body jsonb := app.body(hand_in);
  replay jsonb := app.claim_key(auth.uid(), idempotency_key, 'cash.hand_in', body);
  courier uuid;
  expected bigint;
  carried int;
  made public.cash_hand_ins;
begin
  if replay is not null then
    return jsonb_build_object('replayed', true, 'body', replay);
  end if;
  select c.id into courier from public.couriers c where c.id = (body ->> 'courier_id')::uuid and c.vendor_id = v.id for update;
  if courier is null then
    perform app.not_found('The courier');
  end if;
  select coalesce(sum(taken.amount_minor), 0), count(*) into expected, carried
  from (select x.amount_minor from public.cash_collections x where x.courier_id = courier and x.hand_in_id is null for update) taken;
  if carried = 0 then
    perform app.fail(409, 'INVALID_TRANSITION', 'This courier has no cash to hand in.');
  end if;
  insert into public.cash_hand_ins (vendor_id, courier_id, expected_minor, counted_minor, orders, note, received_by)
  values (v.id, courier, expected, (body ->> 'counted_minor')::bigint, carried, nullif(trim(body ->> 'note'), ''), auth.uid()) returning * into made;
  -- The courier's row is locked, so nothing was collected since it was summed: a collection's foreign key would have had to wait.
  update public.cash_collections set hand_in_id = made.id where courier_id = courier and hand_in_id is null;
  return app.answer_key(auth.uid(), idempotency_key, app.hand_in_json(made));
end $$;

-- A page of hand-ins of the caller's vendor {courier_id?, limit?, cursor?}, newest first.
create function public.list_hand_ins(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  v public.vendors := app.my_vendor();
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
begin
  return (
    select app.page(array_agg(app.hand_in_json(h) order by h.created_at desc, h.id desc),
      array_agg(jsonb_build_array(h.created_at, h.id) order by h.created_at desc, h.id desc), size)
    from (
      select x.* from public.cash_hand_ins x
      where x.vendor_id = v.id and (body ->> 'courier_id' is null or x.courier_id = (body ->> 'courier_id')::uuid)
        and (x.created_at, x.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
      order by x.created_at desc, x.id desc limit size + 1) h);
end $$;

-- What the calling courier carries: {cash_minor, currency, collected: [{order_id, order_number, amount_minor, at}]}.
create function public.my_cash() returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('courier');
begin
  return (select jsonb_build_object('currency', 'TRY', 'cash_minor', coalesce(sum(x.amount_minor), 0), 'collected', coalesce(jsonb_agg(jsonb_build_object(
      'order_id', o.id, 'order_number', o.number::text, 'amount_minor', x.amount_minor, 'at', x.at) order by x.at desc), '[]'))
    from public.cash_collections x join public.orders o on o.id = x.order_id join public.couriers c on c.id = x.courier_id
    where c.user_id = actor and x.hand_in_id is null);
end $$;

-- == Payouts ==========================================================================================================
create function app.payout_json(p public.payouts) returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return (select jsonb_build_object('id', p.id, 'number', p.number::text, 'vendor', jsonb_build_object('id', v.id, 'name', v.name),
      'orders', count(l.id) filter (where l.kind = 'sale'), 'items_minor', coalesce(sum(l.items_minor), 0), 'discount_minor', coalesce(sum(l.discount_minor), 0),
      'delivery_fee_minor', coalesce(sum(l.delivery_fee_minor), 0), 'tip_minor', coalesce(sum(l.tip_minor), 0),
      'commission_minor', coalesce(sum(l.commission_minor), 0), 'payment_cost_minor', coalesce(sum(l.payment_cost_minor), 0),
      'promotion_minor', coalesce(sum(l.promotion_minor), 0), 'promoted_minor', coalesce(sum(l.promoted_minor), 0), 'refunded_minor', coalesce(sum(l.refunded_minor), 0),
      'collected_minor', coalesce(sum(l.collected_minor), 0), 'amount_minor', p.amount_minor, 'currency', 'TRY', 'created_at', p.created_at)
    from public.vendors v left join public.vendor_payables l on l.payout_id = p.id where v.id = p.vendor_id group by v.id, v.name);
end $$;

-- Pays a vendor all its open lines as an operator: {vendor_id}. Returns {replayed, body: the payout}. Raises 404, 409 INVALID_TRANSITION
-- when nothing is open or when the vendor would have to pay: its debt stays open and is set against what it earns next.
create function public.make_payout(payout jsonb, idempotency_key uuid) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(payout);
  actor uuid := app.require_role('admin');
  replay jsonb := app.claim_key(actor, idempotency_key, 'vendor.payout', body);
  vendor uuid;
  open_ids uuid[];
  amount bigint;
  made public.payouts;
begin
  if replay is not null then
    return jsonb_build_object('replayed', true, 'body', replay);
  end if;
  select v.id into vendor from public.vendors v where v.id = (body ->> 'vendor_id')::uuid for no key update; -- one payout at a time
  if vendor is null then
    perform app.not_found('The vendor');
  end if;
  select array_agg(l.id), coalesce(sum(l.net_minor), 0) into open_ids, amount from public.vendor_payables l where l.vendor_id = vendor and l.payout_id is null;
  if amount <= 0 then
    perform app.fail(409, 'INVALID_TRANSITION', 'There is nothing to pay out to this vendor.', jsonb_build_object('balance_minor', amount));
  end if;
  insert into public.payouts (vendor_id, amount_minor, made_by) values (vendor, amount, actor) returning * into made;
  update public.vendor_payables set payout_id = made.id where id = any (open_ids);
  perform app.post_transfer('payout', made.id, array[app.account('vendor', vendor), app.account('bank')], array[-amount, amount]);
  perform app.audit('payout.made', 'payout', made.id::text, null, null, jsonb_build_object('vendor_id', vendor, 'amount_minor', amount));
  return app.answer_key(actor, idempotency_key, app.payout_json(made));
end $$;

-- A page {limit?, cursor?} of the payouts of a vendor, or with null of all, newest first.
create function app.payout_page(vendor uuid, filter jsonb) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  body jsonb := app.body(filter);
  size int := app.page_size(body);
  after jsonb := coalesce(app.read_cursor(body ->> 'cursor', 'time', 'uuid'), '["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]');
begin
  return (
    select app.page(array_agg(app.payout_json(p) order by p.created_at desc, p.id desc),
      array_agg(jsonb_build_array(p.created_at, p.id) order by p.created_at desc, p.id desc), size)
    from (
      select x.* from public.payouts x
      where (vendor is null or x.vendor_id = vendor) and (x.created_at, x.id) < ((after ->> 0)::timestamptz, (after ->> 1)::uuid)
      order by x.created_at desc, x.id desc limit size + 1) p);
end $$;

-- The payouts of the caller's vendor, page by page.
create function public.list_payouts(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  return app.payout_page((app.my_vendor()).id, filter);
end $$;

-- All vendors' payouts for an operator, or one's {vendor_id?}, page by page.
create function public.list_all_payouts(filter jsonb default '{}') returns jsonb language plpgsql stable security definer set search_path = '' as $$
begin
  perform app.require_role('admin');
  return app.payout_page((app.body(filter) ->> 'vendor_id')::uuid, filter);
end $$;

-- One payout with its lines, oldest first. 404 when it is not the caller's to see.
create function public.get_payout(payout_id uuid) returns jsonb language plpgsql stable security definer set search_path = '' as $$
declare
  actor uuid := app.require_role('vendor_admin', 'admin');
  p public.payouts;
begin
  select * into p from public.payouts x where x.id = payout_id and (app.is_admin() or x.vendor_id in (select app.my_vendor_ids('money')));
  if p.id is null then
    perform app.not_found('The payout');
  end if;
  return app.payout_json(p) || jsonb_build_object('lines', (
    select coalesce(jsonb_agg(app.payable_json(l) order by l.at, l.id), '[]') from public.vendor_payables l where l.payout_id = p.id));
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.vendor_money, public.list_payables, public.list_courier_cash, public.hand_in_cash, public.list_hand_ins, public.my_cash,
  public.make_payout, public.list_payouts, public.list_all_payouts, public.get_payout to authenticated;
