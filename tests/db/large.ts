// A year of trade: what the planner has to choose its plans for.
import type { TransactionSql } from "postgres";

const ORDERS = 30_000;

/** The tables that grow with every order: none of them may be read from end to end. */
export const LARGE = [
  "orders",
  "order_items",
  "events",
  "courier_locations",
  "payments",
  "refunds",
  "sagas",
  "provider_events",
  "money_findings",
  "ledger_accounts",
  "ledger_transfers",
  "ledger_entries",
  "wallet_transactions",
  "vendor_payables",
  "cash_collections",
  "reviews",
];

/** Many people's orders at every branch, nearly all of them past. */
export async function fillOrders(transaction: TransactionSql, productId: string): Promise<void> {
  await transaction`create temporary table crowd on commit drop as select gen_random_uuid() as id, n from generate_series(1, 500) as n`;
  await transaction`insert into auth.users (id, email, aud, role) select id, id || '@crowd.invalid', 'authenticated', 'authenticated' from crowd`;
  await transaction`insert into public.couriers (user_id, vendor_id)
    select c.id, v.id from crowd c join (select id, row_number() over (order by id) as n, count(*) over () as of from public.vendors) v on v.n = 1 + c.n % v.of
    where c.n <= 300`;
  await transaction`create temporary table made on commit drop as
    select gen_random_uuid() as id, n, now() - n * interval '17 minutes' as at, n % 400 = 0 as unpaid,
      case when n % 400 = 0 then 'NEW' when n % 40 = 0 then (array['NEW', 'CONFIRMED', 'READY', 'ON_ROUTE'])[1 + n / 40 % 4] else 'DELIVERED' end as status
    from generate_series(1, ${ORDERS}) as n`;
  await transaction`
    with places as (select b.id, b.vendor_id, row_number() over (order by b.id) - 1 as n, count(*) over () as of from public.branches b),
    riders as (select c.id, c.vendor_id, row_number() over (partition by c.vendor_id order by c.id) - 1 as n, count(*) over (partition by c.vendor_id) as of from public.couriers c)
    insert into public.orders (id, customer_id, vendor_id, branch_id, courier_id, type, status, subtotal_minor, delivery_fee_minor, total_minor,
      payment_method, address_text, address_lat, address_lng, prep_minutes, eta_at, confirm_by, created_at, placed_at, version)
    select m.id, c.id, p.vendor_id, p.id, case when not m.unpaid then r.id end, 'delivery', m.status::public.order_status, 100, 0, 100,
      case when m.n % 4 = 0 then 'card' else 'cash' end::public.payment_method, 'Bir sokak 1', 41, 29, 20, m.at,
      case when m.status = 'NEW' and m.n < 5000 then now() - interval '1 minute' else now() + interval '9 minutes' end, m.at, case when not m.unpaid then m.at end, 3
    from made m join crowd c on c.n = 1 + m.n % 500 join places p on p.n = m.n / 40 % p.of left join riders r on r.vendor_id = p.vendor_id and r.n = m.n % r.of`;
  await transaction`insert into public.order_items (order_id, line, product_id, name, quantity, unit_price_minor, line_total_minor, counted)
    select id, line, ${productId}, 'Yemek', 1, 50, 50, false from made, generate_series(1, 2) as line`;
  await transaction`insert into public.events (stream_type, stream_id, version, type, actor_role)
    select 'order', id, version, 'order.status_changed', 'vendor' from made, generate_series(1, 3) as version`;
  await transaction`insert into public.reviews (order_id, vendor_id, customer_id, author, rating, reply, replied_at, created_at)
    select o.id, o.vendor_id, o.customer_id, 'Deneme K.', 5, case when m.n > 500 then 'x' end, case when m.n > 500 then m.at end, m.at
    from made m join public.orders o on o.id = m.id where m.n % 5 = 1 and m.status = 'DELIVERED'`;
  await transaction`insert into public.courier_locations (courier_id, lat, lng, at)
    select c.id, 41, 29, now() - n * interval '15 seconds' from public.couriers c, generate_series(1, 200) as n`;
}

/** Those orders' payments, sagas, ledger and settlement, and the statement of one customer among many wallets. */
export async function fillMoney(transaction: TransactionSql, customerId: string): Promise<void> {
  await transaction`update public.payments set updated_at = updated_at - interval '2 days'`; // other suites' are history too
  await transaction`insert into public.payments (purpose, order_id, customer_id, amount_minor, status, provider, provider_id, expires_at, created_at, updated_at)
    select 'order', o.id, o.customer_id, 100, case when m.unpaid then 'requires_payment' when m.n % 20 = 0 then 'canceled' else 'succeeded' end,
      'sandbox', 'crowd_' || m.n, m.at + interval '10 minutes', m.at, m.at
    from made m join public.orders o on o.id = m.id where o.payment_method = 'card'`;
  await transaction`insert into public.sagas (kind, subject_id, state, step, next_run_at, created_at)
    select 'card_payment', p.id, case when p.status = 'requires_payment' then 'running' else 'done' end::public.saga_state, 'await',
      case when p.status = 'requires_payment' then p.expires_at end, p.created_at from public.payments p where p.provider_id like 'crowd_%'`;
  await transaction`insert into public.refunds (order_id, amount_minor, wallet_minor, card_minor, target, status, reason, provider_refund_id)
    select id, 10, 0, 10, 'original', 'succeeded', 'Deneme', 'crowd_' || n from made where n % 10 = 0 and status = 'DELIVERED'`;
  await transaction`insert into public.provider_events (provider, provider_event_id, type, raw, state, received_at)
    select 'sandbox', 'crowd_' || n, 'x', '{}', case when n % 1000 = 0 then 'received' else 'processed' end, now() - n * interval '1 minute'
    from generate_series(1, 10000) as n`;
  await transaction`insert into public.money_findings (kind, payment_id, order_id, amount_minor, outcome)
    select 'payment_without_order', id, order_id, 100, 'refunding' from public.payments where status = 'canceled' and provider_id like 'crowd_%'`;
  await transaction`insert into public.payouts (vendor_id, amount_minor, made_by)
    select v.id, 0, (select id from crowd limit 1) from public.vendors v`;
  await transaction`insert into public.vendor_payables (kind, vendor_id, order_id, items_minor, commission_bps, net_minor, payout_id, at)
    select 'sale', o.vendor_id, o.id, 100, 0, 100, case when m.n > 300 then p.id end, m.at from made m join public.orders o on o.id = m.id
    join public.payouts p on p.vendor_id = o.vendor_id and p.amount_minor = 0 where o.status = 'DELIVERED'`;
  await transaction`insert into public.cash_hand_ins (vendor_id, courier_id, expected_minor, counted_minor, orders, received_by)
    select vendor_id, id, 0, 0, 0, user_id from public.couriers`;
  await transaction`insert into public.cash_collections (order_id, vendor_id, courier_id, amount_minor, hand_in_id, at)
    select o.id, o.vendor_id, o.courier_id, 100, case when m.n > 100 then h.id end, m.at from made m join public.orders o on o.id = m.id
    join public.cash_hand_ins h on h.courier_id = o.courier_id and h.expected_minor = 0 where o.status = 'DELIVERED' and o.payment_method = 'cash'`;

  await transaction`insert into public.ledger_accounts (kind, owner_id, balance_minor) select 'wallet', gen_random_uuid(), 0 from generate_series(1, 20000)`;
  await transaction`insert into public.ledger_accounts (kind, owner_id, balance_minor) select 'wallet', id, 0 from crowd`;
  await transaction`insert into public.store_credit_wallets (id, customer_id)
    select a.id, a.owner_id from public.ledger_accounts a join crowd c on c.id = a.owner_id`;
  await transaction`insert into public.ledger_transfers (id, kind, reference_id, order_id) select id, 'order_payment', id, id from made`;
  await transaction`insert into public.ledger_entries (transfer_id, account_id, amount_minor)
    select o.id, a.id, side from made m join public.orders o on o.id = m.id
    join public.ledger_accounts w on w.kind = 'wallet' and w.owner_id = o.customer_id cross join (values (-100), (100)) as sides (side)
    join public.ledger_accounts a on a.id = case when side < 0 then w.id else (select id from public.ledger_accounts where kind = 'escrow') end`;
  await transaction`insert into public.wallet_transactions (wallet_id, transfer_id, kind, amount_minor, balance_minor, at)
    select w.id, m.id, 'order_payment', -100, 0, m.at from made m join public.orders o on o.id = m.id
    join public.store_credit_wallets w on w.customer_id = case when m.n % 300 = 1 then ${customerId} else o.customer_id end`;
}
