// Card payments over HTTP: each kind of card, each kind of bad luck, and a branch that hears of an order only when it is paid.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../db/database.ts";
import { api, expectError, move, signedIn, type Town, town } from "./client.ts";
import {
  act,
  balanceOf,
  cardOrder,
  eventually,
  giveCredit,
  ledgerProblems,
  orderOf,
  pay,
  takenFor,
} from "./money-world.ts";

let here: Town;
let customer: { id: string; token: string };

beforeAll(async () => {
  [here, customer] = await Promise.all([town(), signedIn("customer")]);
});
afterAll(async () => {
  expect(await ledgerProblems()).toEqual([]);
});

const seenByBranch = async (id: string) =>
  (await api("GET", `/api/orders/${id}`, { token: here.owner })).status;
const paymentOf = async (id: string) =>
  (await api("GET", `/api/payments/${id}`, { token: customer.token })).body;

describe("an order paid by card", () => {
  it("reaches its branch when the card has paid, not before", async () => {
    const order = await cardOrder(here, customer.token);
    expect([order.status, order.payment_status, order.paid_minor]).toEqual(["NEW", "pending", 0]);
    expect(await seenByBranch(order.id)).toBe(404);
    expectError(await move(here.owner, order.id, "CONFIRMED"), 404, "NOT_FOUND");

    const payment = await pay(customer.token, order.payment_id, "tok_ok");
    expect([payment.status, payment.amount_minor]).toEqual(["succeeded", order.total_minor]);
    expect(await orderOf(customer.token, order.id)).toMatchObject({
      payment_status: "paid",
      paid_minor: order.total_minor,
    });
    expect((await move(here.owner, order.id, "CONFIRMED")).status).toBe(200);
    expect(await takenFor(order.payment_id)).toBe(order.total_minor);
  });

  it("is declined in words, and paid with the next card", async () => {
    const order = await cardOrder(here, customer.token);
    const declined = await pay(customer.token, order.payment_id, "tok_declined");
    expect([declined.status, declined.failure_code]).toEqual(["requires_payment", "card_declined"]);
    expect(await seenByBranch(order.id)).toBe(404);
    expect((await pay(customer.token, order.payment_id, "tok_ok")).status).toBe("succeeded");
    expect(await takenFor(order.payment_id)).toBe(order.total_minor);
  });

  it("asks the bank's question first: refused it waits for another card, approved it is paid", async () => {
    const order = await cardOrder(here, customer.token);
    const asked = await pay(customer.token, order.payment_id, "tok_challenge");
    expect([asked.status, asked.challenge_url]).toEqual([
      "requires_action",
      `/payments/${order.payment_id}/challenge`,
    ]);
    const refused = await act(customer.token, order.payment_id, "challenge", { approve: false });
    expect(refused.body).toMatchObject({ status: "requires_payment", failure_code: "challenge_failed" });
    await pay(customer.token, order.payment_id, "tok_challenge");
    const approved = await act(customer.token, order.payment_id, "challenge", { approve: true });
    expect(approved.body.status).toBe("succeeded");
    expect(await seenByBranch(order.id)).toBe(200);
  });

  it("whose answer is lost is found paid, charged once, and the customer is told to wait", async () => {
    const order = await cardOrder(here, customer.token);
    const key = randomUUID();
    expectError(
      await act(customer.token, order.payment_id, "confirm", { card_token: "tok_timeout" }, key),
      503,
      "UNAVAILABLE",
    );
    await eventually(async () => (await orderOf(customer.token, order.id)).payment_status === "paid");
    const again = await act(customer.token, order.payment_id, "confirm", { card_token: "tok_timeout" }, key);
    expect([again.status, again.body.status]).toEqual([200, "succeeded"]);
    expect(await takenFor(order.payment_id)).toBe(order.total_minor);
  });

  it("that the bank settles later is paid when its webhook comes", async () => {
    const order = await cardOrder(here, customer.token);
    expect((await pay(customer.token, order.payment_id, "tok_late")).status).toBe("processing");
    await eventually(async () => (await paymentOf(order.payment_id)).status === "succeeded");
    expect((await orderOf(customer.token, order.id)).payment_status).toBe("paid");
  });

  it("whose webhook comes twice is paid once", async () => {
    const order = await cardOrder(here, customer.token);
    await pay(customer.token, order.payment_id, "tok_twice");
    const waiting =
      () => sql`select 1 from sandbox.deliveries d join sandbox.payments p on d.payload #>> '{payment,provider_id}' = p.provider_id
      where p.payment_id = ${order.payment_id} and d.delivered_at is null`;
    await eventually(async () => (await waiting()).length === 0);
    expect((await orderOf(customer.token, order.id)).paid_minor).toBe(order.total_minor);
    expect(await takenFor(order.payment_id)).toBe(order.total_minor);
  });

  it("canceled before it is paid gives its credit back and takes no money afterwards", async () => {
    await giveCredit(customer.id, 5_000);
    const before = await balanceOf(customer.token);
    const order = await cardOrder(here, customer.token, { wallet_minor: 5_000 });
    expect(await balanceOf(customer.token)).toBe(before - 5_000);
    expect((await move(customer.token, order.id, "CANCELED_BY_USER")).status).toBe(200);
    expect(await balanceOf(customer.token)).toBe(before);
    await eventually(async () => (await paymentOf(order.payment_id)).status === "canceled");
    expect((await pay(customer.token, order.payment_id, "tok_ok")).status).toBe("canceled");
    expect(await takenFor(order.payment_id)).toBe(0);
  });

  it("canceled after it was paid goes back to the card, and the credit to the wallet", async () => {
    await giveCredit(customer.id, 3_000);
    const before = await balanceOf(customer.token);
    const order = await cardOrder(here, customer.token, { wallet_minor: 3_000 });
    await pay(customer.token, order.payment_id, "tok_ok");
    await move(customer.token, order.id, "CANCELED_BY_USER");
    await eventually(
      async () => (await orderOf(customer.token, order.id)).refunds[0]?.status === "succeeded",
    );
    expect(await balanceOf(customer.token)).toBe(before);
    expect(await takenFor(order.payment_id)).toBe(0);
    expect((await orderOf(customer.token, order.id)).payment_status).toBe("refunded");
  });

  it("not paid in time is released: its goods are on the shelf again, its credit in the wallet", async () => {
    await giveCredit(customer.id, 2_000);
    const before = await balanceOf(customer.token);
    const scarce = { branch_id: here.branchId, stock_policy: "counted", quantity: 3 };
    await api("PUT", `/api/vendor/products/${here.product2Id}/stock`, { token: here.owner, body: scarce });
    const items = [
      { product_id: here.productId, quantity: 1 },
      { product_id: here.product2Id, quantity: 3 },
    ];
    const order = await cardOrder(here, customer.token, { wallet_minor: 2_000, items });
    await sql`update public.payments set expires_at = now() - interval '1 minute' where id = ${order.payment_id}`;
    await eventually(async () => (await orderOf(customer.token, order.id)).status === "CANCELED_BY_USER");
    const [shelf] = await sql`select quantity from public.branch_stock where product_id = ${here.product2Id}`;
    expect([shelf?.quantity, await balanceOf(customer.token)]).toEqual([3, before]);
  });
});

describe("buying credit", () => {
  it("puts it into the wallet when the card has paid, once", async () => {
    const before = await balanceOf(customer.token);
    const key = randomUUID();
    const body = { amount_minor: 12_345, payment_method: "card" };
    const [first, second] = [
      await api("POST", "/api/wallet/fundings", { token: customer.token, key, body }),
      await api("POST", "/api/wallet/fundings", { token: customer.token, key, body }),
    ];
    expect([first.status, second.body, second.headers.get("idempotency-status")]).toEqual([
      201,
      first.body,
      "replayed",
    ]);
    expect(await balanceOf(customer.token)).toBe(before);
    const paid = await pay(customer.token, first.body.id as string, "tok_ok");
    expect(paid.status).toBe("succeeded");
    expect(await balanceOf(customer.token)).toBe(before + 12_345);
  });
});

describe("a payment", () => {
  it("is nobody else's to see or to pay", async () => {
    const order = await cardOrder(here, customer.token);
    const stranger = await signedIn("customer");
    expectError(
      await api("GET", `/api/payments/${order.payment_id}`, { token: stranger.token }),
      404,
      "NOT_FOUND",
    );
    expectError(
      await act(stranger.token, order.payment_id, "confirm", { card_token: "tok_ok" }),
      404,
      "NOT_FOUND",
    );
    expectError(await act(here.owner, order.payment_id, "start"), 403, "FORBIDDEN");
  });

  it("needs a key, and refuses the key with another card", async () => {
    const order = await cardOrder(here, customer.token);
    const path = `/api/payments/${order.payment_id}/confirm`;
    const body = { card_token: "tok_declined" };
    expectError(await api("POST", path, { token: customer.token, body }), 400, "IDEMPOTENCY_KEY_REQUIRED");
    const key = randomUUID();
    const first = await act(customer.token, order.payment_id, "confirm", body, key);
    const again = await act(customer.token, order.payment_id, "confirm", body, key);
    expect([first.headers.get("idempotency-status"), again.headers.get("idempotency-status")]).toEqual([
      "created",
      "replayed",
    ]);
    expect(again.body).toEqual(first.body);
    expectError(
      await act(customer.token, order.payment_id, "confirm", { card_token: "tok_ok" }, key),
      409,
      "IDEMPOTENCY_CONFLICT",
    );
    expectError(
      await act(customer.token, order.payment_id, "confirm", { card_token: "tok_none" }),
      400,
      "VALIDATION_ERROR",
    );
  });

  it("submitted twenty times at once is charged once", async () => {
    const order = await cardOrder(here, customer.token);
    const key = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        act(
          customer.token,
          order.payment_id,
          "confirm",
          { card_token: "tok_ok" },
          n % 2 ? key : randomUUID(),
        ),
      ),
    );
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.status}`))).toEqual(
      new Set(["200 succeeded"]),
    );
    expect(await takenFor(order.payment_id)).toBe(order.total_minor);
    expect((await orderOf(customer.token, order.id)).paid_minor).toBe(order.total_minor);
  });
});
