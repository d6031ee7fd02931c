// What an order leaves its vendor: every deduction by itself, a refund as a line of its own, and paid out once. What the ledger says the vendor
// is owed is the sum of its lines that no payout has yet.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { fund, handOver, moneyOf, paymentOf, placePaid, record, refund } from "./money.ts";
import { leaveTown, person } from "./shops.ts";
import { type Body, delivery, move, type Order, pickup, place, tally, type World, world } from "./world.ts";

const COMMISSION_BPS = 1_235;
const COST_BPS = 249;

let here: World;
let operators: [string, string];
const shopAt = async () => {
  here = await world();
  await sql`update public.vendors set commission_bps = ${COMMISSION_BPS}, payment_cost_bps = ${COST_BPS} where id = ${here.vendorId}`;
  await sql`update public.branches set fee_base_minor = 1_490 where id = ${here.branchId}`;
  await sql`update public.products set price_minor = 9_973 where id = ${here.productId}`;
  await fund(here.customerId, 1_000_000);
};
beforeAll(async () => {
  operators = [await person("admin"), await person("admin")];
  await shopAt();
});
afterAll(() => ledgerIsSound().finally(leaveTown));

const bps = (amount: number, rate: number) => Math.floor((amount * rate + 5_000) / 10_000); // halves up
type Line = Record<string, number> & { net_minor: number; commission_minor: number };
async function linesOf(orderId: string): Promise<Line[]> {
  const { data } = await call<{ data: (Line & { order_id: unknown })[] }>(here.ownerId, "list_payables", {
    filter: { limit: 50 },
  });
  return data.filter(({ order_id }) => order_id === orderId).reverse();
}
async function owed(): Promise<number> {
  const { balance_minor } = await call<{ balance_minor: number }>(here.ownerId, "vendor_money");
  return balance_minor;
}
async function sold(body: Body, discount = 0): Promise<Order> {
  const order = await (body.payment_method === "card" ? placePaid : place)(here.customerId, body);
  if (discount)
    await sql`update public.orders set discount_minor = ${discount}, total_minor = total_minor - ${discount} where id = ${order.id}`;
  await handOver(here, order);
  return order;
}
const door = (more: Body = {}) => delivery(here, [[here.productId, 2]], { tip_minor: 501, ...more });
const payOut = (operator: string, key: string = randomUUID()) =>
  call<{ body: { id: string; amount_minor: number; orders: number } }>(operator, "make_payout", {
    payout: { vendor_id: here.vendorId },
    idempotency_key: key,
  });

describe("a sale's line", () => {
  const ITEMS = 19_946;
  const TOTAL = ITEMS + 1_490 + 501;
  it.each([
    ["cash", {}, 0, TOTAL, 0],
    ["cash", {}, 2_222, TOTAL - 2_222, 0],
    ["card_on_delivery", {}, 0, TOTAL, 0],
    ["cash and credit", { wallet_minor: 5_000 }, 0, TOTAL - 5_000, 0],
    ["credit", { payment_method: "wallet" }, 0, 0, 0],
    ["card", { payment_method: "card" }, 0, 0, TOTAL],
    ["card and credit", { payment_method: "card", wallet_minor: 5_001 }, 0, 0, TOTAL - 5_001],
  ])("paid by %s %j, less %s, says each deduction", async (_, way, discount, collected, card) => {
    const before = await owed();
    const order = await sold(door(way), discount);
    const commission = bps(ITEMS - discount, COMMISSION_BPS); // on the price actually paid
    const cost = bps(card, COST_BPS);
    const net = TOTAL - discount - commission - cost - collected;
    expect(await linesOf(order.id)).toMatchObject([
      {
        items_minor: ITEMS,
        discount_minor: discount,
        delivery_fee_minor: 1_490,
        tip_minor: 501,
        commission_bps: COMMISSION_BPS,
        commission_minor: commission,
        payment_cost_minor: cost,
        refunded_minor: 0,
        collected_minor: collected,
        net_minor: net,
      },
    ]);
    expect((await owed()) - before).toBe(net);
  });

  it("keeps the rate it was sold at", async () => {
    const order = await sold(door({ payment_method: "wallet" }));
    await sql`update public.vendors set commission_bps = 5000 where id = ${here.vendorId}`;
    await refund(here.ownerId, order.id, { amount_minor: 10_000 });
    await sql`update public.vendors set commission_bps = ${COMMISSION_BPS} where id = ${here.vendorId}`;
    const back = bps(ITEMS, COMMISSION_BPS) - bps(ITEMS - 10_000, COMMISSION_BPS);
    expect((await linesOf(order.id))[1]).toMatchObject({ commission_minor: -back, net_minor: back - 10_000 });
  });
});

describe("a refund's lines", () => {
  it("give commission back, to the kuruş what was taken on what is left, however it is cut", {
    timeout: 120_000,
  }, async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 12_000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(cuts, async (amounts) => {
        const before = await owed();
        const order = await sold(door({ payment_method: "wallet" }));
        for (const amount_minor of amounts) await outcome(refund(here.ownerId, order.id, { amount_minor }));
        const { refunded, total } = await moneyOf(order.id);
        const lines = await linesOf(order.id);
        const commission = lines.reduce((sum, line) => sum + line.commission_minor, 0);
        expect(commission).toBe(bps(Math.max(0, order.subtotal_minor - refunded), COMMISSION_BPS));
        expect((await owed()) - before).toBe(total - commission - refunded);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

describe("a payout", () => {
  it("is made once when two operators make it at once, of all that is open", async () => {
    await shopAt();
    for (let round = 0; round < 5; round++) {
      await sold(door({ payment_method: "wallet" }));
      const before = await owed();
      const payouts = operators.map((operator) => payOut(operator));
      expect(await tally(payouts)).toEqual({ ok: 1, INVALID_TRANSITION: 1 });
      const [made] = await Promise.all(payouts.map((each) => each.catch(() => null))).then((all) =>
        all.filter(Boolean),
      );
      expect(made?.body).toMatchObject({ amount_minor: before, orders: 1 });
      expect(await owed()).toBe(0);
    }
  });

  it("is made once with one key", async () => {
    await sold(door({ payment_method: "wallet" }));
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => payOut(operators[0], key)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const other = { payout: { vendor_id: randomUUID() }, idempotency_key: key };
    expect(await outcome(call(operators[0], "make_payout", other))).toBe("IDEMPOTENCY_CONFLICT");
  });

  it("is not made of nothing or of a debt, which is set against what is earned next", async () => {
    await shopAt();
    expect(await refusal(payOut(operators[0]))).toMatchObject({
      status: "409",
      details: { balance_minor: 0 },
    });
    await sold(door()); // all of it is in the vendor's till: it owes the commission
    const debt = -bps(19_946, COMMISSION_BPS);
    expect(await refusal(payOut(operators[0]))).toMatchObject({
      status: "409",
      details: { balance_minor: debt },
    });
    await sold(door({ payment_method: "wallet" }));
    const { body } = await payOut(operators[0]);
    expect(body).toMatchObject({ orders: 2, amount_minor: 19_946 + 1_490 + 501 + 2 * debt });
  });

  it("that was made does not change: what is refunded later is the next one's", async () => {
    const order = await sold(door({ payment_method: "wallet" }));
    const { body } = await payOut(operators[0]);
    const made = await call(here.ownerId, "get_payout", { payout_id: body.id });
    await refund(here.ownerId, order.id, { amount_minor: 5_000 });
    expect(await call(here.ownerId, "get_payout", { payout_id: body.id })).toEqual(made);
    expect(await owed()).toBeLessThan(0);
  });

  it("takes each line once while orders are handed over and refunded", async () => {
    await shopAt();
    for (let round = 0; round < 6; round++) {
      const [first, second] = [
        await sold(door({ payment_method: "wallet" })),
        await place(here.customerId, door({ payment_method: "wallet" })),
      ];
      const words = await tally([
        payOut(operators[0]),
        handOver(here, second),
        refund(here.ownerId, first.id, { amount_minor: 3_000 }),
        payOut(operators[1]),
      ]);
      expect(Object.keys(words).filter((word) => word !== "ok" && word !== "INVALID_TRANSITION")).toEqual([]);
      await ledgerIsSound();
    }
  });
});

it("whatever is ordered, ended, refunded and paid out, by several at once: the ledger is sound, and nothing stays in escrow", {
  timeout: 120_000,
}, async () => {
  await shopAt();
  const each = fc.record({
    way: fc.constantFrom<Body>(
      {},
      { wallet_minor: 3_000 },
      { payment_method: "wallet" },
      { payment_method: "card" },
      { payment_method: "card", wallet_minor: 700 },
    ),
    pays: fc.boolean(), // its card
    end: fc.constantFrom("handed over", "handed over", "canceled", "rejected"),
    refunds: fc.array(
      fc.record({
        amount_minor: fc.integer({ min: 1, max: 9_973 }),
        to: fc.constantFrom("wallet", "original"),
      }),
      { maxLength: 2 },
    ),
    paidOut: fc.boolean(),
  });
  const names = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(each, { minLength: 3, maxLength: 6 }), async (stories) => {
      const ids = await Promise.all(
        stories.map(async ({ way, pays, end, refunds, paidOut }) => {
          const order = await place(here.customerId, pickup(here, [[here.productId, 1]], way));
          const byCard = way.payment_method === "card";
          if (byCard && pays) await record(await paymentOf(order.id), "succeeded");
          if (end === "canceled" || (byCard && !pays))
            await move(here.customerId, order.id, "CANCELED_BY_USER");
          else if (end === "rejected") await move(here.ownerId, order.id, "REJECTED");
          else await handOver(here, order);
          for (const draft of refunds) names.add(await outcome(refund(here.ownerId, order.id, draft)));
          if (byCard) await record(await paymentOf(order.id), "succeeded"); // late, or again
          if (paidOut) names.add(await outcome(payOut(operators[0])));
          return order.id;
        }),
      );
      for (const id of ids) expect((await moneyOf(id)).escrow).toBe(0);
      await ledgerIsSound();
    }),
    { numRuns: 10, endOnFailure: true },
  );
  expect(
    [...names].filter(
      (name) => !["ok", "VALIDATION_ERROR", "INVALID_TRANSITION", "NOT_FOUND"].includes(name),
    ),
  ).toEqual([]);
});
