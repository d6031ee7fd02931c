// A refund never gives back more than was paid, in whatever pieces, by whomever, at the same moment or not; and to where it came from.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outcome, refusal, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { balanceOf, fund, handOver, moneyOf, placePaid, refund } from "./money.ts";
import { city, leaveTown, person, product, shop } from "./shops.ts";
import {
  type Body,
  bring,
  delivery,
  move,
  type Order,
  pickup,
  place,
  tally,
  type World,
  world,
} from "./world.ts";

const TOTAL = 10_000;
const CREDIT = 4_000;

let here: World;
let operator: string;
beforeAll(async () => {
  here = await world();
  operator = await person("admin");
  await fund(here.customerId, 1_000_000);
});
afterAll(() => ledgerIsSound().finally(leaveTown));

/** An order that was handed over, paid by credit and card unless told otherwise. */
async function sold(way: Body = {}): Promise<Order> {
  const body = pickup(here, [[here.productId, 1]], { payment_method: "card", wallet_minor: CREDIT, ...way });
  const order = await (body.payment_method === "card" ? placePaid : place)(here.customerId, body);
  await handOver(here, order);
  return order;
}
/** What its refunds gave back in all. */
async function given(orderId: string) {
  const [row] =
    await sql`select coalesce(sum(amount_minor), 0)::int as amount, coalesce(sum(wallet_minor), 0)::int as wallet,
    coalesce(sum(card_minor), 0)::int as card from public.refunds where order_id = ${orderId}`;
  return row as unknown as { amount: number; wallet: number; card: number };
}

describe("never more than was paid", () => {
  it("when thirty ask at once, for wallet and card", async () => {
    const order = await sold();
    const before = await balanceOf(here.customerId);
    const asked = Array.from({ length: 30 }, (_, n) =>
      refund(n % 3 ? here.ownerId : operator, order.id, {
        amount_minor: 700,
        to: n % 2 ? "wallet" : "original",
      }),
    );
    expect(await tally(asked)).toEqual({ ok: 14, VALIDATION_ERROR: 16 });
    const { amount, wallet, card } = await given(order.id);
    expect([amount, wallet + card]).toEqual([9_800, 9_800]);
    expect(card).toBeLessThanOrEqual(TOTAL - CREDIT);
    expect((await balanceOf(here.customerId)) - before).toBe(wallet);
    expect(await moneyOf(order.id)).toMatchObject({ refunded: 9_800, payment_status: "partly_refunded" });
  });

  it("when thirty ask at once for pieces of a line of twenty", async () => {
    const order = await placePaid(here.customerId, pickup(here, [[here.productId, 20]]));
    await handOver(here, order);
    const asked = Array.from({ length: 30 }, () =>
      refund(here.ownerId, order.id, { items: [{ line: 1, quantity: 1 }] }),
    );
    expect(await tally(asked)).toEqual({ ok: 20, VALIDATION_ERROR: 10 });
    expect(await given(order.id)).toMatchObject({ amount: 200_000, wallet: 200_000 });
  });

  it("whatever is asked for in whatever order, several at a time", { timeout: 120_000 }, async () => {
    const ask = fc.record({
      amount_minor: fc.option(fc.integer({ min: 1, max: TOTAL }), { nil: undefined }),
      to: fc.constantFrom("wallet", "original"),
    });
    const way = fc.constantFrom<Body>(
      {},
      { wallet_minor: 0 },
      { payment_method: "wallet", wallet_minor: 0 },
      { payment_method: "cash" },
    );
    await fc.assert(
      fc.asyncProperty(way, fc.array(ask, { minLength: 2, maxLength: 8 }), async (paidBy, asks) => {
        const order = await sold(paidBy);
        const words = await tally(asks.map((draft) => refund(here.ownerId, order.id, draft)));
        expect(Object.keys(words).filter((word) => word !== "ok" && word !== "VALIDATION_ERROR")).toEqual([]);
        const rest = await outcome(refund(here.ownerId, order.id)); // all that is left
        const { amount, card } = await given(order.id);
        expect([amount, (await moneyOf(order.id)).refunded]).toEqual([TOTAL, TOTAL]);
        expect(["ok", "VALIDATION_ERROR"]).toContain(rest);
        const byCard = "payment_method" in paidBy ? 0 : TOTAL - Number(paidBy.wallet_minor ?? CREDIT);
        expect(card).toBeLessThanOrEqual(byCard);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});

describe("by items", () => {
  it("all pieces of all lines add up to exactly what was paid for them, whatever the discount", {
    timeout: 120_000,
  }, async () => {
    const prices = [101, 333, 999, 1250, 10_007];
    const goods = await Promise.all(prices.map((price) => product(here.vendorId, `Ürün ${price}`, price)));
    const basket = fc.array(fc.record({ good: fc.nat(4), quantity: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    });
    const discount = fc.integer({ min: 0, max: 9_000 }); // of ten thousand
    await fc.assert(
      fc.asyncProperty(basket, discount, fc.infiniteStream(fc.nat(99)), async (lines, off, order_) => {
        const items = lines.map(({ good, quantity }): [string, number] => [goods[good] ?? "", quantity]);
        const order = await place(here.customerId, pickup(here, items, { tip_minor: 777 }));
        const less = Math.floor((order.subtotal_minor * off) / 10_000);
        await sql`update public.orders set discount_minor = ${less}, total_minor = total_minor - ${less} where id = ${order.id}`;
        await handOver(here, order);
        const pieces = order.items
          .flatMap((item, n) =>
            Array.from({ length: item.quantity }, () => ({ line: n + 1, price: item.unit_price_minor })),
          )
          .map((piece) => ({ piece, at: order_.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at);
        for (const { piece } of pieces) {
          const made = await refund(here.ownerId, order.id, { items: [{ line: piece.line, quantity: 1 }] });
          const exact = (piece.price * (order.subtotal_minor - less)) / order.subtotal_minor;
          expect(Math.abs(made.amount_minor - exact)).toBeLessThan(1.001);
        }
        expect((await given(order.id)).amount).toBe(order.subtotal_minor - less);
        const [kept] =
          await sql`select sum(commission_minor)::int as commission, sum(net_minor + collected_minor)::int as net
          from public.vendor_payables where order_id = ${order.id}`;
        expect(kept).toEqual({ commission: 0, net: 777 }); // the tip alone stays sold
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it.each([
    ["more pieces than there are", [{ line: 1, quantity: 2 }]],
    [
      "more pieces than there are, in two parts",
      [
        { line: 1, quantity: 1 },
        { line: 1, quantity: 1 },
      ],
    ],
    ["a line that is not there", [{ line: 2, quantity: 1 }]],
    ["no piece", [{ line: 1, quantity: 0 }]],
    ["less than no piece", [{ line: 1, quantity: -1 }]],
    ["nothing", []],
  ])("%s cannot be given back", async (_, items) => {
    const order = await sold();
    expect(await refusal(refund(here.ownerId, order.id, { items }))).toMatchObject({ status: "400" });
    expect((await given(order.id)).amount).toBe(0);
  });

  it("is no more than is left after an amount was given back", async () => {
    const order = await sold();
    await refund(here.ownerId, order.id, { amount_minor: 9_000 });
    const rest = await refund(here.ownerId, order.id, { items: [{ line: 1, quantity: 1 }] });
    expect(rest.amount_minor).toBe(1_000);
  });
});

describe("where it goes", () => {
  it("to the card first, and what the card did not pay to the wallet", async () => {
    const order = await sold();
    const made = await refund(here.ownerId, order.id, { amount_minor: 7_000, to: "original" });
    expect(made).toMatchObject({ card_minor: 6_000, wallet_minor: 1_000, status: "pending" });
    const rest = await refund(here.ownerId, order.id, { to: "original" });
    expect(rest).toMatchObject({ card_minor: 0, wallet_minor: 3_000, status: "succeeded" });
  });

  it.each(["cash", "card_on_delivery"])(
    "what was paid by %s at the door goes back there, or into the wallet",
    async (payment_method) => {
      const order = await sold({ payment_method });
      const back = (amount_minor: number, to: string) => refund(here.ownerId, order.id, { amount_minor, to });
      expect(await refusal(back(CREDIT + 1, "original"))).toMatchObject({
        status: "400",
        details: { to: [expect.any(String)] },
      });
      expect(await back(CREDIT, "original")).toMatchObject({ wallet_minor: CREDIT, card_minor: 0 });
      expect(await outcome(back(1, "original"))).toBe("VALIDATION_ERROR");
      expect(await back(TOTAL - CREDIT, "wallet")).toMatchObject({ wallet_minor: TOTAL - CREDIT });
    },
  );

  it("tells how much is left when more was asked for", async () => {
    const order = await sold();
    await refund(here.ownerId, order.id, { amount_minor: 2_500 });
    expect(await refusal(refund(here.ownerId, order.id, { amount_minor: 7_501 }))).toMatchObject({
      status: "400",
      details: { refundable_minor: 7_500 },
    });
  });
});

describe("who and when", () => {
  it.each(["NEW", "CONFIRMED", "PREPARING", "READY", "PICKED_UP", "ON_ROUTE"])(
    "not while the order is %s",
    async (status) => {
      const order = await place(
        here.customerId,
        delivery(here, [[here.productId, 1]], { payment_method: "wallet" }),
      );
      if (status !== "NEW") await bring(here, order, status);
      expect(await refusal(refund(here.ownerId, order.id))).toMatchObject({
        status: "409",
        code: "INVALID_TRANSITION",
        details: { current: { id: order.id, status } },
      });
      await move(operator, order.id, status === "NEW" ? "REJECTED" : "CANCELED_BY_VENDOR", {
        reason: "Deneme",
      });
    },
  );

  it("not when there is nothing left, or the order's end gave everything back", async () => {
    const order = await sold();
    await refund(here.ownerId, order.id);
    expect(await refusal(refund(here.ownerId, order.id))).toMatchObject({ status: "400" });
    expect(await moneyOf(order.id)).toMatchObject({ payment_status: "refunded" });
    const gone = await place(
      here.customerId,
      pickup(here, [[here.productId, 1]], { payment_method: "wallet" }),
    );
    await move(here.ownerId, gone.id, "REJECTED");
    expect(await refusal(refund(here.ownerId, gone.id))).toMatchObject({ status: "400" });
  });

  it("not by another tenant, the customer, or a courier", async () => {
    const order = await sold();
    const other = await shop(await city());
    expect(await refusal(refund(other.ownerId, order.id))).toMatchObject({
      status: "404",
      code: "NOT_FOUND",
    });
    for (const actor of [here.customerId, here.courier.userId])
      expect(await refusal(refund(actor, order.id))).toMatchObject({ status: "403" });
  });

  it("once with one key, however often it is sent", async () => {
    const order = await sold();
    const key = randomUUID();
    const again = (amount_minor: number) => refund(here.ownerId, order.id, { amount_minor }, key);
    const answers = await Promise.all(Array.from({ length: 10 }, () => again(1_000)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await given(order.id)).amount).toBe(1_000);
    expect(await outcome(again(1_001))).toBe("IDEMPOTENCY_CONFLICT");
  });
});
