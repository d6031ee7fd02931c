// Every route that moves money keeps the contract of the Idempotency-Key: needed, once, the same answer again, no other body under it.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../db/database.ts";
import { api, courierOf, expectError, move, order, placed, signedIn, type Town, town } from "./client.ts";
import { act, cardOrder, giveCredit, ledgerProblems, type MoneyOrder } from "./money-world.ts";

type Movement = {
  token: string;
  path: string;
  body: Record<string, unknown>;
  other: Record<string, unknown>;
};

let here: Town;
let customer: { id: string; token: string };
let operator: { id: string; token: string };
let courier: { id: string; token: string; courierId: string };

beforeAll(async () => {
  [here, customer, operator] = await Promise.all([town(), signedIn("customer"), signedIn("admin")]);
  courier = await courierOf(here);
  await giveCredit(customer.id, 1_000_000);
});
afterAll(async () => {
  expect(await ledgerProblems()).toEqual([]);
});

async function delivered(patch: Record<string, unknown> = {}): Promise<MoneyOrder> {
  const made = (await placed(here, customer.token, patch)) as unknown as MoneyOrder;
  for (const to of ["CONFIRMED", "PREPARING", "READY"]) await move(here.owner, made.id, to);
  await api("PUT", `/api/orders/${made.id}/courier`, {
    token: here.owner,
    body: { courier_id: courier.courierId },
  });
  for (const to of ["PICKED_UP", "ON_ROUTE", "DELIVERED"]) await move(courier.token, made.id, to);
  return made;
}

const MOVEMENTS: Record<string, () => Promise<Movement>> = {
  "placing an order": async () => ({
    token: customer.token,
    path: "/api/orders",
    body: order(here, { payment_method: "wallet" }),
    other: order(here, { payment_method: "cash" }),
  }),
  "buying credit": async () => ({
    token: customer.token,
    path: "/api/wallet/fundings",
    body: { amount_minor: 5_000, payment_method: "card" },
    other: { amount_minor: 6_000, payment_method: "card" },
  }),
  "sending credit": async () => {
    const friend = await signedIn("customer");
    const body = { to_email: `${friend.id}@test.invalid`, amount_minor: 700 };
    return {
      token: customer.token,
      path: "/api/wallet/transfers",
      body,
      other: { ...body, amount_minor: 701 },
    };
  },
  "submitting a card": async () => {
    const { payment_id } = await cardOrder(here, customer.token);
    const path = `/api/payments/${payment_id}/confirm`;
    return {
      token: customer.token,
      path,
      body: { card_token: "tok_ok" },
      other: { card_token: "tok_declined" },
    };
  },
  "answering the bank": async () => {
    const { payment_id } = await cardOrder(here, customer.token);
    await act(customer.token, payment_id, "confirm", { card_token: "tok_challenge" });
    const path = `/api/payments/${payment_id}/challenge`;
    return { token: customer.token, path, body: { approve: true }, other: { approve: false } };
  },
  "a refund": async () => {
    const { id } = await delivered({ payment_method: "wallet" });
    const body = { amount_minor: 500, to: "wallet", reason: "Eksik geldi" };
    return {
      token: here.owner,
      path: `/api/orders/${id}/refunds`,
      body,
      other: { ...body, amount_minor: 501 },
    };
  },
  "a correction": async () => {
    const body = { email: `${customer.id}@test.invalid`, amount_minor: 250, reason: "Özür" };
    return {
      token: operator.token,
      path: "/api/admin/adjustments",
      body,
      other: { ...body, amount_minor: 251 },
    };
  },
  "cash handed in": async () => {
    await delivered();
    const body = { courier_id: courier.courierId, counted_minor: 100 };
    return {
      token: here.owner,
      path: "/api/vendor/cash/hand-ins",
      body,
      other: { ...body, counted_minor: 101 },
    };
  },
  "a payout": async () => {
    const other = await town();
    await delivered({ payment_method: "wallet" });
    const token = operator.token;
    return {
      token,
      path: "/api/admin/payouts",
      body: { vendor_id: here.vendorId },
      other: { vendor_id: other.vendorId },
    };
  },
};

describe.each(Object.keys(MOVEMENTS))("%s", (name) => {
  it("needs a key; with one it happens once however often it is asked, and the key takes no other body", async () => {
    const movement = await MOVEMENTS[name]?.();
    if (!movement) throw new Error(`no movement ${name}`);
    const { token, path, body, other } = movement;
    expectError(await api("POST", path, { token, body }), 400, "IDEMPOTENCY_KEY_REQUIRED");
    expectError(await api("POST", path, { token, body, key: "not-a-uuid" }), 400, "VALIDATION_ERROR");

    const key = randomUUID();
    const transfers = async () =>
      Number((await sql`select count(*) as n from public.ledger_transfers`)[0]?.n);
    const first = await api("POST", path, { token, body, key });
    expect([first.status < 300, first.headers.get("idempotency-status")]).toEqual([true, "created"]);
    const moved = await transfers();
    const again = await Promise.all(Array.from({ length: 5 }, () => api("POST", path, { token, body, key })));
    for (const reply of again) {
      expect([reply.status, reply.body, reply.headers.get("idempotency-status")]).toEqual([
        first.status,
        first.body,
        "replayed",
      ]);
    }
    expect(await transfers()).toBe(moved);
    expectError(await api("POST", path, { token, body: other, key }), 409, "IDEMPOTENCY_CONFLICT");
  });
});
