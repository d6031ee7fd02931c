// The access matrix' lines about money: read by access-matrix.test.ts, which says what their words mean.
import { randomUUID } from "node:crypto";
import { NOBODY, type Tenant } from "./tenants.ts";
import type { Body } from "./world.ts";

export type Line = [name: string, who: string, args: (t: Tenant) => Body, shows?: (t: Tenant) => string];

const CUSTOMERS_OWN = "x Y 404 403 403 403 403 403";
const CUSTOMERS = "x Y ok 403 403 403 403 403";
const OWNERS = "x 403 403 Y ok 403 403 403";
const OPERATORS = "x 403 403 403 403 403 403 Y";

const key = () => ({ idempotency_key: randomUUID() });
const customer = (t: Tenant) => `${t.customerId}@test.invalid`;
const NEWEST = () => ({ filter: { limit: 50 } });

export const MONEY: Line[] = [
  ["act_on_saga", OPERATORS, (t) => ({ saga_id: t.sagaId, action: "retry" }), (t) => t.sagaId],
  [
    "adjust_wallet",
    OPERATORS,
    (t) => ({ adjustment: { email: customer(t), amount_minor: 100, reason: "Deneme" }, ...key() }),
    customer,
  ],
  ["apply_provider_events", NOBODY, () => ({})],
  [
    "begin_payment_action",
    CUSTOMERS_OWN,
    (t) => ({ payment_id: t.paymentId, action: { action: "start" }, ...key() }),
    (t) => t.paymentId,
  ],
  ["claim_sagas", NOBODY, () => ({})],
  [
    "decide_adjustment",
    OPERATORS,
    (t) => ({ adjustment_id: t.adjustmentId, decision: "approve" }),
    (t) => t.adjustmentId,
  ],
  ["fail_saga", NOBODY, (t) => ({ saga_id: t.sagaId, error: "x" })],
  [
    "finish_payment_action",
    CUSTOMERS_OWN,
    (t) => ({ payment_id: t.paymentId, answer: { id: t.paymentId }, ...key() }),
    (t) => t.paymentId,
  ],
  ["fund_wallet", "x ok ok 403 403 403 403 403", () => ({ funding: { amount_minor: 100 }, ...key() })],
  ["get_money_settings", "x 403 403 403 403 403 403 ok", () => ({})],
  ["get_order", "x Y 404 404 404 404 404 Y", (t) => ({ order_id: t.awaits.id }), (t) => t.awaits.id], // not paid yet
  ["get_payment", CUSTOMERS_OWN, (t) => ({ payment_id: t.paymentId }), (t) => t.paymentId],
  ["get_payout", "x 403 403 Y 404 403 403 Y", (t) => ({ payout_id: t.payoutId }), (t) => t.sold.id],
  ["get_wallet", CUSTOMERS, () => ({}), (t) => t.walletId],
  [
    "hand_in_cash",
    "x 403 403 Y 404 403 403 403",
    (t) => ({ hand_in: { courier_id: t.courier.id, counted_minor: 1 }, ...key() }),
    (t) => t.courier.id,
  ],
  ["list_adjustments", OPERATORS, NEWEST, (t) => t.adjustmentId],
  ["list_courier_cash", OWNERS, () => ({}), (t) => t.courier.id],
  ["list_hand_ins", OWNERS, NEWEST, (t) => t.handInId],
  ["list_orders", "x Y ok ok ok ok ok Y", NEWEST, (t) => t.awaits.id],
  ["list_payables", OWNERS, NEWEST, (t) => t.sold.id],
  ["list_all_payouts", OPERATORS, NEWEST, (t) => t.payoutId],
  ["list_payouts", "x 403 403 Y ok 403 403 403", NEWEST, (t) => t.payoutId],
  ["list_provider_events", OPERATORS, NEWEST, (t) => t.eventId],
  ["list_sagas", OPERATORS, NEWEST, (t) => t.sagaId],
  ["list_vendor_orders", "x 403 403 ok ok 403 403 403", NEWEST, (t) => t.awaits.id],
  ["list_wallet_transactions", CUSTOMERS, NEWEST, (t) => t.sold.id],
  ["make_payout", OPERATORS, (t) => ({ payout: { vendor_id: t.vendorId }, ...key() }), (t) => t.vendorId],
  ["money_overview", OPERATORS, () => ({}), (t) => t.latePaymentId],
  ["my_cash", "x 403 403 403 403 Y ok 403", () => ({}), (t) => t.cashOrderId],
  [
    "receive_provider_event",
    NOBODY,
    () => ({ event: { provider: "sandbox", id: randomUUID(), type: "x", raw: "{}" } }),
  ],
  ["record_payment", NOBODY, (t) => ({ payment_id: t.paymentId, state: { status: "succeeded" } })],
  ["record_refund", NOBODY, (t) => ({ refund_id: t.refundId, state: { status: "succeeded" } })],
  [
    "refund_order",
    "x 403 403 Y 404 403 403 Y",
    (t) => ({ order_id: t.sold.id, draft: { amount_minor: 100, to: "wallet", reason: "Deneme" }, ...key() }),
    (t) => t.sold.id,
  ],
  ["sandbox_call", NOBODY, () => ({ operation: "claim_deliveries", args: {} })],
  [
    "set_money_settings",
    "x 403 403 403 403 403 403 ok",
    () => ({ settings: { transfers_enabled: false, adjustment_limit_minor: 1 } }),
  ],
  ["sweep_money", NOBODY, () => ({})],
  [
    "transfer_credit",
    "x ok ok 403 403 403 403 403",
    (t) => ({ transfer: { to_email: `${t.friendId}@test.invalid`, amount_minor: 1 }, ...key() }),
  ],
  [
    "transition_order",
    "x 403 404 404 404 404 404 409", // not paid yet: not even an operator sends it to the branch
    (t) => ({ order_id: t.awaits.id, move: { to: "CONFIRMED", reason: "Deneme" } }),
  ],
  ["vendor_money", OWNERS, () => ({}), (t) => t.payoutId],
  ["wallet_statement", CUSTOMERS, () => ({}), (t) => t.sold.id],
];
