-- What:  what people do to orders: place, move along, hand to a courier; and the job that rejects what nobody confirmed.
-- Why:   each is one transaction that locks in the house's order (order → courier → branch → its stock by product id → coupon → wallets by
--        id), so that of two who want the same thing exactly one gets it and the other is told the state that won.
-- Back:  supabase/rollbacks/20261101000620_order_commands.sql
-- Order: place · move · assign · job · rights

-- == Place ============================================================================================================
-- Places an order for the calling customer, in one transaction: key claimed, stock locked, priced from the database, written.
-- Returns {replayed, body: the order}. `order_body` is POST /api/orders' body; ids and quantities are all it decides. Prices are those of the
-- moment of ordering, also for an order that is wished for later.
-- Raises what the quote lists as its first problem, PRICE_CHANGED with the fresh quote, IDEMPOTENCY_CONFLICT, 404 for the branch.
create function public.place_order(order_body jsonb, idempotency_key uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(order_body);
  actor uuid := app.require_role('customer');
  replay jsonb := app.claim_key(actor, idempotency_key, 'order.place', body);
  branch public.branches;
  quote jsonb;
  problem jsonb;
  method public.payment_method := (body ->> 'payment_method')::public.payment_method;
  total bigint;
  credit bigint;
  placed public.orders;
  items jsonb;
begin
  if replay is not null then
    return jsonb_build_object('replayed', true, 'body', replay);
  elsif not app.flag_on('ordering', actor) then
    perform app.fail(422, 'ORDERING_PAUSED', 'No orders are taken for the moment.');
  end if;
  perform app.check_order_body(body);
  if body ->> 'type' = 'delivery' and (body #>> '{address,lat}' is null or body #>> '{address,lng}' is null or body #>> '{address,text}' is null) then
    perform app.invalid('address', 'Tell where to deliver: text, lat and lng.');
  end if;
  branch := app.public_branch((body ->> 'branch_id')::uuid);

  -- Locked before it is read for the price, so that the count that passes is the count that is taken. The branch is held too: what is
  -- not counted yet stays so until this order is written (set_stock); where its kitchen has a limit, one order at a time looks for room.
  if branch.kitchen_hands is null then
    perform from public.branches b where b.id = branch.id for key share;
  else
    perform from public.branches b where b.id = branch.id for no key update;
    branch := app.public_branch(branch.id);
  end if;
  perform from public.branch_stock s
  where s.branch_id = branch.id and s.stock_policy = 'counted'
    and s.product_id in (select (i ->> 'product_id')::uuid from jsonb_array_elements(body -> 'items') as i)
  order by s.product_id for update;
  perform app.lock_coupon(branch, body ->> 'coupon');

  quote := app.quote(branch, body);
  problem := quote #> '{problems,0}';
  if problem is not null then
    perform app.fail((problem ->> 'status')::int, problem ->> 'code', problem ->> 'message', problem -> 'details');
  end if;
  total := (quote ->> 'total_minor')::bigint;
  if (body ->> 'expected_total_minor')::bigint <> total then
    perform app.fail(409, 'PRICE_CHANGED', 'The price has changed. Look at the new total and order again.', jsonb_build_object('quote', quote));
  end if;

  credit := case method when 'wallet' then total else coalesce((body ->> 'wallet_minor')::bigint, 0) end;
  if credit < 0 or credit > total or (credit = total and method <> 'wallet' and total > 0) then
    perform app.invalid('wallet_minor', 'Store credit pays part of the total here; to pay all of it, choose wallet as the payment method.');
  end if;

  insert into public.orders (customer_id, vendor_id, branch_id, type, subtotal_minor, delivery_fee_minor, discount_minor, tip_minor, total_minor,
    delivery_discount_minor, promoted_minor, coupon_code, payment_method, payment_status, wallet_minor, paid_minor, placed_at, address_text, address_lat, address_lng, neighborhood_id, note, scheduled_for, prep_minutes, ride_minutes, eta_at, confirm_by)
  select actor, branch.vendor_id, branch.id, (body ->> 'type')::public.order_type, q.subtotal_minor, q.delivery_fee_minor, q.discount_minor, q.tip_minor,
    q.total_minor, coalesce((q.coupon ->> 'delivery_discount_minor')::bigint, 0), coalesce((q.coupon ->> 'promoted_minor')::bigint, 0), q.coupon ->> 'code',
    method, case when credit = total then 'paid' else 'pending' end::public.payment_status, credit, credit,
    case when method <> 'card' or total = 0 then now() end, a.text, a.lat, a.lng, a.neighborhood_id, nullif(body ->> 'note', ''),
    (body ->> 'scheduled_for')::timestamptz, branch.prep_minutes, q.ride_minutes, q.eta_at, now() + make_interval(mins => branch.confirm_minutes)
  from jsonb_to_record(quote) as q (subtotal_minor bigint, delivery_fee_minor bigint, discount_minor bigint, tip_minor bigint, total_minor bigint,
      coupon jsonb, ride_minutes int, eta_at timestamptz)
    left join jsonb_to_record(case jsonb_typeof(body -> 'address') when 'object' then body -> 'address' else '{}' end)
      as a (text text, lat float8, lng float8, neighborhood_id int) on body ->> 'type' = 'delivery'
  returning * into placed;

  with written as (
    insert into public.order_items (order_id, line, product_id, name, quantity, unit_price_minor, regular_unit_price_minor, line_total_minor, options, note, counted)
    select placed.id, i.line, i.product_id, i.name, i.quantity, i.unit_price_minor, i.regular_unit_price_minor, i.line_total_minor, i.options, nullif(i.note, ''), i.counted
    from jsonb_to_recordset(quote -> 'items') as i (line int, product_id uuid, name text, quantity int, unit_price_minor bigint, regular_unit_price_minor bigint,
      line_total_minor bigint, options jsonb, note text, counted boolean)
    returning *)
  select jsonb_agg(to_jsonb(w) - 'order_id' order by w.line) into items from written w;
  perform app.move_stock(placed.id, -1);
  perform app.redeem_coupon(placed, (quote #>> '{coupon,id}')::uuid);
  perform app.reserve_kitchen(branch, placed, (quote ->> 'make_minutes')::int);
  if credit > 0 then
    perform app.post_transfer('order_payment', placed.id, array[app.account('wallet', actor), app.account('escrow')], array[-credit, credit], placed.id);
  end if;
  if method = 'card' and credit < total then
    perform app.await_card(placed);
  end if;
  perform app.record_order_event(null, placed, 'order.created', 'customer',
    jsonb_build_object('status', placed.status, 'total_minor', placed.total_minor), items);
  return app.answer_key(actor, idempotency_key, app.order_json(placed));
end $$;

-- Takes (-1) or gives back (+1) the counted stock of an order's items, rows locked in product order. A shelf recounted to its limit
-- meanwhile stays at the limit: no end of an order may fail for its stock.
create function app.move_stock(of_order uuid, direction int) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform from public.branch_stock s join public.orders o on o.branch_id = s.branch_id
  where o.id = of_order and s.product_id in (select i.product_id from public.order_items i where i.order_id = of_order and i.counted)
  order by s.product_id for update of s;

  update public.branch_stock s set quantity = least(s.quantity + direction * taken.quantity, 1000000), updated_at = now()
  from (
    select o.branch_id, i.product_id, sum(i.quantity) as quantity
    from public.orders o join public.order_items i on i.order_id = o.id
    where o.id = of_order and i.counted group by 1, 2
  ) as taken
  where s.branch_id = taken.branch_id and s.product_id = taken.product_id and s.stock_policy = 'counted';
end $$;

-- == Move =============================================================================================================
-- Moves a locked order to a status the rules were already asked about. An unhappy end gives stock, coupon, room in the kitchen and money
-- back; a hand-over settles what it was paid with: what was not paid yet is paid at the door now.
create function app.move_order(o public.orders, target public.order_status, acting public.order_actor, reason text, prep int default null)
returns public.orders language plpgsql security definer set search_path = '' as $$
declare
  moved public.orders;
  unhappy boolean := target in ('REJECTED', 'CANCELED_BY_USER', 'CANCELED_BY_VENDOR');
  minutes int := coalesce(prep, o.prep_minutes);
begin
  update public.orders set
    status = target,
    version = version + 1,
    prep_minutes = minutes,
    eta_at = case
      when scheduled_for is not null and target in ('CONFIRMED', 'PREPARING') then scheduled_for
      when target = 'CONFIRMED' or (target = 'PREPARING' and prep is not null) then now() + make_interval(mins => minutes + ride_minutes)
      when target in ('PICKED_UP', 'ON_ROUTE') then now() + make_interval(mins => ride_minutes)
      when target = 'DELIVERED' then now()
      else eta_at end,
    payment_status = case when unhappy and paid_minor = 0 then 'void' when target = 'DELIVERED' then 'paid' else payment_status end::public.payment_status,
    paid_minor = case target when 'DELIVERED' then total_minor else paid_minor end,
    end_reason = case when unhappy then reason else end_reason end,
    updated_at = clock_timestamp()
  where id = o.id returning * into moved;
  if unhappy then
    perform app.move_stock(o.id, 1);
    perform app.release_coupon(o);
    delete from public.kitchen_reservations k where k.order_id = o.id;
  end if;
  perform app.record_order_event(o, moved, 'order.status_changed', acting, jsonb_strip_nulls(
    jsonb_build_object('from', o.status, 'to', target, 'reason', reason, 'prep_minutes', prep)));
  if target = 'DELIVERED' then
    perform app.settle_order(moved);
  elsif unhappy and moved.payment_method = 'card' and moved.placed_at is null then
    perform app.step_saga('card_payment', p.id, 'running', 'cancel', now()) from public.payments p where p.order_id = o.id;
  end if;
  if unhappy and moved.paid_minor > moved.refunded_minor then
    perform app.refund(moved, moved.paid_minor - moved.refunded_minor, 'original', coalesce(reason, target::text), acting, auth.uid());
    select * into moved from public.orders where id = o.id;
  end if;
  return moved;
end $$;

-- The order, locked, when the caller may see it and `wanted_version` (if any) is the current one. Raises 404, 409 VERSION_CONFLICT.
create function app.lock_order(order_id uuid, wanted_version int) returns public.orders language plpgsql security definer set search_path = '' as $$
declare
  o public.orders;
begin
  select * into o from public.orders where id = order_id for update;
  if o.id is null or not app.can_see_order(o) then
    perform app.not_found('The order');
  end if;
  if wanted_version <> o.version then
    perform app.fail(409, 'VERSION_CONFLICT', 'The order has changed since you looked at it.', jsonb_build_object('current', app.order_json(o)));
  end if;
  return o;
end $$;

-- Moves an order as its customer, vendor, courier or an operator: `move` is {to, reason?, prep_minutes?, version?}. Returns the order.
-- Raises 403 FORBIDDEN when that actor never makes such a move, 409 INVALID_TRANSITION with the current order when not from here,
-- 422 COURIER_OFFLINE when a courier is not on shift, 400 when an operator gives no reason.
create function public.transition_order(order_id uuid, move jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(move);
  actor uuid := app.require_role('customer', 'vendor_admin', 'courier', 'admin');
  o public.orders := app.lock_order(order_id, (body ->> 'version')::int);
  target public.order_status := (body ->> 'to')::public.order_status;
  reason text := nullif(trim(body ->> 'reason'), '');
  prep int := (body ->> 'prep_minutes')::int;
  acting public.order_actor := app.acts_as(o);
  rule public.order_transitions;
  moved public.orders;
begin
  select * into rule from public.order_transitions t
  where t.order_type = o.type and t.from_status = o.status and t.actor = acting and t.to_status = target;
  if rule.actor is null then
    if not exists (select from public.order_transitions t where t.order_type = o.type and t.actor = acting and t.to_status = target) then
      perform app.fail(403, 'FORBIDDEN', 'You may not move this order to ' || target || '.');
    end if;
    perform app.fail(409, 'INVALID_TRANSITION', format('The order is %s and cannot become %s.', o.status, target), jsonb_build_object('current', app.order_json(o)));
  elsif o.placed_at is null and target <> 'CANCELED_BY_USER' then
    perform app.fail(409, 'INVALID_TRANSITION', 'The order is not paid yet.', jsonb_build_object('current', app.order_json(o)));
  elsif rule.reason_required and reason is null then
    perform app.invalid('reason', 'Say why: it is kept with the order.');
  elsif acting = 'courier' and not exists (
    select from public.couriers c where c.id = o.courier_id and c.shift_status = 'online' for share) then -- a shift cannot end under a move
    perform app.fail(422, 'COURIER_OFFLINE', 'Start your shift first.');
  elsif target = 'PICKED_UP' and o.courier_id is null then
    perform app.fail(409, 'INVALID_TRANSITION', 'Assign a courier first.', jsonb_build_object('current', app.order_json(o)));
  elsif prep is not null and (acting not in ('vendor', 'admin') or target not in ('CONFIRMED', 'PREPARING')) then
    prep := null;
  end if;
  moved := app.move_order(o, target, acting, reason, prep);
  if acting = 'admin' then
    perform app.audit('order.overridden', 'order', o.id::text, reason, jsonb_build_object('status', o.status), jsonb_build_object('status', moved.status));
  end if;
  return app.order_json(moved); -- in a statement of its own: in the same one it would read what the move had not written yet
end $$;

-- == Assign ===========================================================================================================
-- Hands an order to one of its vendor's couriers, or takes it back with null: `assignment` is {courier_id, version?}. Changing a courier
-- that was already chosen needs the version: of two dispatchers who choose at once, the second is told who won (409 VERSION_CONFLICT).
-- Raises 404 for another vendor's order or courier, 409 INVALID_TRANSITION, 409 COURIER_BUSY, 422 COURIER_OFFLINE.
create function public.assign_courier(order_id uuid, assignment jsonb) returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  body jsonb := app.body(assignment);
  actor uuid := app.require_role('vendor_admin', 'admin');
  o public.orders := app.lock_order(order_id, (body ->> 'version')::int);
  assigned public.orders;
  chosen uuid := (body ->> 'courier_id')::uuid;
  courier public.couriers;
begin
  if o.type <> 'delivery' or o.status not in ('CONFIRMED', 'PREPARING', 'READY') then
    perform app.fail(409, 'INVALID_TRANSITION', 'A courier is chosen between confirmation and pick-up of a delivery.',
      jsonb_build_object('current', app.order_json(o)));
  elsif chosen is not distinct from o.courier_id then
    return app.order_json(o);
  elsif o.courier_id is not null and body ->> 'version' is null then
    perform app.fail(409, 'VERSION_CONFLICT', 'Another courier has been chosen already.', jsonb_build_object('current', app.order_json(o)));
  end if;
  if chosen is not null then
    select * into courier from public.couriers c where c.id = chosen and c.vendor_id = o.vendor_id and c.active for update;
    if courier.id is null then
      perform app.not_found('The courier');
    elsif courier.shift_status = 'offline' then
      perform app.fail(422, 'COURIER_OFFLINE', 'This courier is not on shift.');
    elsif (select count(*) from public.orders x where x.courier_id = chosen and x.status in ('CONFIRMED', 'PREPARING', 'READY', 'PICKED_UP', 'ON_ROUTE'))
      >= (select v.courier_capacity from public.vendors v where v.id = o.vendor_id) then
      perform app.fail(409, 'COURIER_BUSY', 'This courier carries as many orders as they can.', jsonb_build_object('current', app.order_json(o)));
    end if;
  end if;
  if o.courier_id is not null then
    perform realtime.send(jsonb_build_object('order_id', o.id, 'version', o.version + 1), 'task.changed', 'courier:' || o.courier_id, true);
  end if;
  update public.orders set courier_id = chosen, version = version + 1, updated_at = clock_timestamp() where id = o.id returning * into assigned;
  perform app.record_order_event(o, assigned, 'order.courier_assigned', app.acts_as(o), jsonb_build_object('courier_id', chosen,
    'courier_name', (select u.full_name from public.users u where u.id = courier.user_id)));
  if app.is_admin() then
    perform app.audit('order.courier_assigned', 'order', o.id::text, null, jsonb_build_object('courier_id', o.courier_id),
      jsonb_build_object('courier_id', chosen));
  end if;
  return app.order_json(assigned);
end $$;

-- Locks what ending many locked orders touches, all at once in the house's order: their stock by product, their coupons by id, then their
-- customers' wallets by id. Order by order, a job and somebody's basket could each hold what the other wants next.
create function app.lock_many(order_ids uuid[]) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform from public.branch_stock s
  where (s.branch_id, s.product_id) in (
    select o.branch_id, i.product_id from public.orders o join public.order_items i on i.order_id = o.id
    where o.id = any (order_ids) and i.order_id = any (order_ids) and i.counted)
  order by s.product_id, s.branch_id for update;
  perform from public.coupons c
  where c.id in (select r.coupon_id from public.coupon_redemptions r where r.order_id = any (order_ids) and r.released_at is null)
  order by c.id for no key update;
  -- A wallet that one of them will be paid back into is made before any is locked: who makes it meanwhile may wait for one of these.
  perform app.account('wallet', payer.id)
  from (select distinct o.customer_id as id from public.orders o where o.id = any (order_ids) and o.paid_minor > 0 order by 1) payer;
  perform app.lock_accounts(array(
    select a.id from public.ledger_accounts a
    where a.kind = 'wallet' and a.owner_id in (select o.customer_id from public.orders o where o.id = any (order_ids))));
end $$;

-- == Job ==============================================================================================================
-- Rejects NEW orders that were not confirmed in their branch's time, up to 100 a call; safe to run many at once. Returns how many.
create function public.reject_unconfirmed_orders() returns int language plpgsql security definer set search_path = '' as $$
declare
  late_ids uuid[] := array(
    select id from public.orders where status = 'NEW' and placed_at is not null and confirm_by < now() order by confirm_by limit 100 for update skip locked);
  late public.orders;
  rejected int := 0;
begin
  perform app.lock_many(late_ids);
  for late in select * from public.orders where id = any (late_ids) order by confirm_by loop
    perform app.move_order(late, 'REJECTED', 'system', 'CONFIRM_TIMEOUT');
    rejected := rejected + 1;
  end loop;
  return rejected;
end $$;

-- Deletes what is no longer needed: trails and providers' messages older than 30 days, idempotency keys older than 24 h, yesterday's room in
-- kitchens. Returns what was deleted.
create function public.purge_expired() returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  positions int;
  keys int;
  messages int;
begin
  delete from public.courier_locations where at < now() - interval '30 days';
  get diagnostics positions = row_count;
  delete from public.idempotency_keys where created_at < now() - interval '24 hours';
  get diagnostics keys = row_count;
  delete from public.provider_events where state = 'processed' and received_at < now() - interval '30 days';
  get diagnostics messages = row_count;
  delete from public.kitchen_reservations where slot < now() - interval '1 day';
  return jsonb_build_object('courier_locations', positions, 'idempotency_keys', keys, 'provider_events', messages);
end $$;

-- == Rights ===========================================================================================================
grant execute on function public.place_order, public.transition_order, public.assign_courier to authenticated;
grant execute on function public.reject_unconfirmed_orders, public.purge_expired to service_role;
