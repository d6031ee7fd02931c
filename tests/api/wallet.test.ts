// Store credit over HTTP, as the contract has it: the wallet, its statement, sending, adding, refunds; hostile bodies; a movement once per key.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../db/database.ts";
import { api, expectError, move, placed, signedIn, type Town, town } from "./client.ts";
import { balanceOf, giveCredit, ledgerProblems, type MoneyOrder, orderOf } from "./money-world.ts";

let here: Town;
let sender: { id: string; token: string };
let receiver: { id: string; token: string };
const emailOf = (person: { id: string }) => `${person.id}@test.invalid`;

beforeAll(async () => {
  [here, sender, receiver] = await Promise.all([town(), signedIn("customer"), signedIn("customer")]);
  await giveCredit(sender.id, 100_000);
});
afterAll(async () => {
  expect(await ledgerProblems()).toEqual([]);
});

const send = (body: Record<string, unknown>, key: string | undefined = randomUUID()) =>
  api("POST", "/api/wallet/transfers", { token: sender.token, key, body });

describe("a wallet", () => {
  it("is there for every customer from the first look on, and empty", async () => {
    const { token } = await signedIn("customer");
    const { status, body } = await api("GET", "/api/wallet", { token });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: expect.any(String), balance_minor: 0, currency: "TRY" });
    expect((await api("GET", "/api/wallet/transactions", { token })).body).toEqual({
      data: [],
      next_cursor: null,
    });
  });

  it("tells every movement once, newest first, page by page, and as a file", async () => {
    const { id, token } = await signedIn("customer");
    for (const amount of [100, 200, 300]) await giveCredit(id, amount);
    const first = await api("GET", "/api/wallet/transactions?limit=2", { token });
    const second = await api("GET", `/api/wallet/transactions?limit=2&cursor=${first.body.next_cursor}`, {
      token,
    });
    const lines = [...(first.body.data as object[]), ...(second.body.data as object[])];
    expect(lines).toMatchObject([
      { amount_minor: 300, balance_minor: 600, kind: "adjustment" },
      { amount_minor: 200, balance_minor: 300 },
      { amount_minor: 100, balance_minor: 100 },
    ]);
    expect(second.body.next_cursor).toBeNull();
    const file = await fetch(new URL("/api/wallet/statement", process.env.KAPGEL_URL), {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect((await file.text()).trim().split("\r\n")).toHaveLength(4);
  });

  it("is a customer's alone", async () => {
    expectError(await api("GET", "/api/wallet", { token: here.owner }), 403, "FORBIDDEN");
    expectError(await api("GET", "/api/wallet"), 401, "UNAUTHENTICATED");
  });
});

describe("sending credit", () => {
  it("moves it once per key, and tells both sides", async () => {
    const key = randomUUID();
    const body = { to_email: emailOf(receiver).toUpperCase(), amount_minor: 12_500, note: "Öğle yemeği" };
    const before = await balanceOf(sender.token);
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(body, key)));
    expect(new Set(replies.map(({ status, body: told }) => `${status} ${JSON.stringify(told)}`)).size).toBe(
      1,
    );
    expect(replies[0]?.body).toMatchObject({
      amount_minor: 12_500,
      currency: "TRY",
      balance_minor: before - 12_500,
    });
    expect(replies.filter(({ headers }) => headers.get("idempotency-status") === "created")).toHaveLength(1);
    expect(await balanceOf(receiver.token)).toBe(12_500);
    const [line] = (await api("GET", "/api/wallet/transactions", { token: receiver.token })).body
      .data as object[];
    expect(line).toMatchObject({ kind: "transfer", amount_minor: 12_500, note: "Öğle yemeği" });
    expectError(await send({ ...body, amount_minor: 1 }, key), 409, "IDEMPOTENCY_CONFLICT");
  });

  it.each([
    ["more than there is", { amount_minor: 4_999_999 }, 422, "INSUFFICIENT_FUNDS"],
    ["to nobody", { to_email: "nobody@test.invalid" }, 404, "NOT_FOUND"],
    ["nothing", { amount_minor: 0 }, 400, "VALIDATION_ERROR"],
    ["less than nothing", { amount_minor: -500 }, 400, "VALIDATION_ERROR"],
    ["a fraction", { amount_minor: 10.5 }, 400, "VALIDATION_ERROR"],
    ["an absurd amount", { amount_minor: 1e12 }, 400, "VALIDATION_ERROR"],
    ["a text", { amount_minor: "100" }, 400, "VALIDATION_ERROR"],
    ["to no address", { to_email: "'; drop table users; --" }, 400, "VALIDATION_ERROR"],
  ])("%s is refused, and nothing moves", async (_, patch, status, code) => {
    const before = await balanceOf(sender.token);
    expectError(await send({ to_email: emailOf(receiver), amount_minor: 100, ...patch }), status, code);
    expect(await balanceOf(sender.token)).toBe(before);
  });

  it("to oneself is refused; without a key too", async () => {
    expectError(await send({ to_email: emailOf(sender), amount_minor: 100 }), 400, "VALIDATION_ERROR");
    const body = { to_email: emailOf(receiver), amount_minor: 100 };
    const keyless = await api("POST", "/api/wallet/transfers", { token: sender.token, body });
    expectError(keyless, 400, "IDEMPOTENCY_KEY_REQUIRED");
  });
});

describe("paying with credit", () => {
  it("takes the whole order, or the part that was named, at the moment it is placed", async () => {
    const before = await balanceOf(sender.token);
    const whole = (await placed(here, sender.token, { payment_method: "wallet" })) as unknown as MoneyOrder;
    expect(whole).toMatchObject({ payment_status: "paid", wallet_minor: whole.total_minor });
    const part = (await placed(here, sender.token, { wallet_minor: 1_500 })) as unknown as MoneyOrder;
    expect(part).toMatchObject({ payment_status: "pending", wallet_minor: 1_500, paid_minor: 1_500 });
    expect(await balanceOf(sender.token)).toBe(before - whole.total_minor - 1_500);
    expect((await move(here.owner, whole.id, "REJECTED", { reason: "Kapandık" })).status).toBe(200);
    expect(await balanceOf(sender.token)).toBe(before - 1_500);
    expect(await orderOf(sender.token, whole.id)).toMatchObject({ payment_status: "refunded" });
  });

  it("that is not there places no order", async () => {
    const poor = await signedIn("customer");
    const body = {
      branch_id: here.branchId,
      type: "pickup",
      items: [{ product_id: here.productId, quantity: 1 }],
      payment_method: "wallet",
    };
    const refused = await api("POST", "/api/orders", { token: poor.token, key: randomUUID(), body });
    expectError(refused, 422, "INSUFFICIENT_FUNDS");
    expect((await api("GET", "/api/orders", { token: poor.token })).body.data).toEqual([]);
  });
});

describe("a refund", () => {
  it("never gives back more than was paid, whoever asks at once; another vendor's order is not there", async () => {
    const order = (await placed(here, sender.token, {
      payment_method: "wallet",
      type: "pickup",
      address: null,
    })) as unknown as MoneyOrder;
    for (const to of ["CONFIRMED", "PREPARING", "READY", "DELIVERED"]) await move(here.owner, order.id, to);
    const before = await balanceOf(sender.token);
    const refund = (token: string, body: Record<string, unknown>) =>
      api("POST", `/api/orders/${order.id}/refunds`, {
        token,
        key: randomUUID(),
        body: { to: "wallet", reason: "Soğuk geldi", ...body },
      });
    expectError(await refund((await town()).owner, {}), 404, "NOT_FOUND");
    expectError(await refund(sender.token, {}), 403, "FORBIDDEN");
    const share = Math.floor(order.total_minor / 4);
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => refund(here.owner, { amount_minor: share })),
    );
    const given = replies.filter(({ status }) => status === 201).length * share;
    expect(given).toBeLessThanOrEqual(order.total_minor);
    expect(given + share).toBeGreaterThan(order.total_minor);
    expect(await balanceOf(sender.token)).toBe(before + given);
    expect((await refund(here.owner, {})).status).toBe(order.total_minor > given ? 201 : 400);
    expect(await balanceOf(sender.token)).toBe(before + order.total_minor);
    expectError(await refund(here.owner, { amount_minor: 1 }), 400, "VALIDATION_ERROR");
  });
});

it("forged fields change nothing: an order's money is the database's to decide", async () => {
  const forged = {
    paid_minor: 1_000_000,
    payment_status: "paid",
    wallet_minor: 0,
    total_minor: 1,
    refunded_minor: 5,
  };
  const order = (await placed(here, receiver.token, forged)) as unknown as MoneyOrder;
  expect(order).toMatchObject({ payment_status: "pending", paid_minor: 0, refunded_minor: 0 });
  const [row] = await sql`select total_minor from public.orders where id = ${order.id}`;
  expect(Number(row?.total_minor)).toBe(order.total_minor);
  expect(order.total_minor).toBeGreaterThan(1);
});
