// The boundary of the money tests: credit bought, cards that pay, refunds asked for, as those do it whose step it is.
import { randomUUID } from "node:crypto";
import { call, SERVICE, sql } from "./database.ts";
import { type Body, bring, move, type Order, place, type World } from "./world.ts";

export type Payment = { id: string; status: string; amount_minor: number };
export type Refund = {
  id: string;
  amount_minor: number;
  wallet_minor: number;
  card_minor: number;
  status: string;
};
type Answered<T> = { replayed: boolean; body: T };

/** What a payment provider may say of a payment, in the order it usually says it. */
export const CARD_STATUSES = [
  "requires_payment",
  "requires_action",
  "processing",
  "succeeded",
  "canceled",
] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/** Tells the house what the provider says of a payment to who asks now. */
export async function record(paymentId: string, status: CardStatus, more: Body = {}): Promise<Payment> {
  const [known] = await sql`select revision from public.payments where id = ${paymentId}`;
  const state = {
    provider: "sandbox",
    provider_id: `test_${paymentId}`,
    status,
    seen: known?.revision,
    ...more,
  };
  return call<Payment>(SERVICE, "record_payment", { payment_id: paymentId, state });
}

/** Buys credit by card. */
export async function fund(customerId: string, amountMinor: number): Promise<void> {
  const { body } = await call<Answered<Payment>>(customerId, "fund_wallet", {
    funding: { amount_minor: amountMinor },
    idempotency_key: randomUUID(),
  });
  await record(body.id, "succeeded");
}

/** The card payment of an order. */
export async function paymentOf(orderId: string): Promise<string> {
  const [row] = await sql`select id from public.payments where order_id = ${orderId}`;
  return row?.id;
}

/** Places an order and lets its card pay. */
export async function placePaid(customerId: string, body: Body): Promise<Order> {
  const order = await place(customerId, { ...body, payment_method: "card" });
  await record(await paymentOf(order.id), "succeeded");
  return order;
}

/** Hands an order over that its branch has: a delivery by the world's courier, a pickup at the counter. */
export async function handOver(here: World, order: Order): Promise<void> {
  const [row] = await sql`select type from public.orders where id = ${order.id}`;
  if (row?.type === "delivery") {
    await bring(here, order, "DELIVERED");
  } else {
    for (const to of ["CONFIRMED", "PREPARING", "READY", "DELIVERED"]) await move(here.ownerId, order.id, to);
  }
}

export async function balanceOf(customerId: string): Promise<number> {
  const [row] =
    await sql`select balance_minor from public.ledger_accounts where kind = 'wallet' and owner_id = ${customerId}`;
  return Number(row?.balance_minor ?? 0);
}

export async function send(
  from: string,
  to: string,
  amountMinor: number,
  key: string = randomUUID(),
): Promise<Answered<{ id: string; balance_minor: number }>> {
  return call(from, "transfer_credit", {
    transfer: { to_email: `${to}@test.invalid`, amount_minor: amountMinor },
    idempotency_key: key,
  });
}

/** Asks for a refund into the wallet, of all that is left; `draft` overrides. */
export async function refund(
  actor: string,
  orderId: string,
  draft: Body = {},
  key: string = randomUUID(),
): Promise<Refund> {
  const answer = await call<Answered<Refund>>(actor, "refund_order", {
    order_id: orderId,
    draft: { to: "wallet", reason: "Deneme", ...draft },
    idempotency_key: key,
  });
  return answer.body;
}

/** Tells the house what the provider says of a refund. */
export function recordRefund(refundId: string, status: string): Promise<void> {
  const state = { provider_refund_id: `test_${refundId}`, status };
  return call<void>(SERVICE, "record_refund", { refund_id: refundId, state });
}

/** What became of an order's money: as the order says, and as the ledger does. */
export async function moneyOf(orderId: string) {
  const [row] = await sql`
    select o.status, o.payment_status, o.total_minor::int as total, o.wallet_minor::int as wallet, o.paid_minor::int as paid,
      o.refunded_minor::int as refunded, o.placed_at is not null as placed,
      (select coalesce(sum(e.amount_minor), 0)::int from public.ledger_entries e join public.ledger_transfers t on t.id = e.transfer_id
        join public.ledger_accounts a on a.id = e.account_id where t.order_id = o.id and a.kind = 'escrow') as escrow
    from public.orders o where o.id = ${orderId}`;
  return row as unknown as OrderMoney;
}
export type OrderMoney = {
  status: string;
  payment_status: string;
  total: number;
  wallet: number;
  paid: number;
  refunded: number;
  placed: boolean;
  escrow: number;
};
