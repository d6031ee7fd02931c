// Random commands about money, each sent once to three times with its key, come to what a reference model foretells, word by word and kuruş by
// kuruş. fast-check prints the seed of a failure.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, outcome, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { balanceOf, handOver, moneyOf, type Payment, paymentOf, record } from "./money.ts";
import { LIMIT, type Model, model, TOTAL, type Way } from "./money-model.ts";
import { leaveTown, person } from "./shops.ts";
import { move, type Order, pickup, type World, world } from "./world.ts";

const RUNS = 30;
const CUSTOMERS = 3;

let here: World;
let operators: [string, string];
beforeAll(async () => {
  here = await world();
  await sql`update public.products set price_minor = ${TOTAL} where id = ${here.productId}`;
  operators = [await person("admin"), await person("admin")];
});
afterAll(() => ledgerIsSound().finally(leaveTown));

// == What can happen ==================================================================================================
const who = fc.nat(CUSTOMERS - 1);
const nth = fc.nat(9);
const times = fc.integer({ min: 1, max: 3 }); // how often the network makes it be sent
const way: fc.Arbitrary<Way> = fc.oneof(
  fc.constant({ method: "wallet" as const, credit: TOTAL }),
  fc.record({
    method: fc.constantFrom("cash" as const, "card" as const),
    credit: fc.constantFrom(0, 1, 3_333, TOTAL - 1),
  }),
);
const command = fc.oneof(
  fc.record({ do: fc.constant("fund" as const), who, amount: fc.integer({ min: 100, max: 20_000 }), times }),
  fc.record({
    do: fc.constant("send" as const),
    who,
    to: who,
    amount: fc.integer({ min: 1, max: 8_000 }),
    times,
  }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant("order" as const), who, way, times }) },
  fc.record({ do: fc.constant("pay" as const), nth, times }),
  fc.record({ do: fc.constant("cancel" as const), nth }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant("deliver" as const), nth }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("refund" as const),
      nth,
      amount: fc.integer({ min: 1, max: TOTAL }),
      to: fc.constantFrom("wallet" as const, "original" as const),
      times,
    }),
  },
  fc.record({
    do: fc.constant("adjust" as const),
    who,
    amount: fc.constantFrom(-LIMIT - 1, -700, 900, LIMIT, LIMIT + 1),
    times,
  }),
  fc.record({ do: fc.constant("decide" as const), nth, approves: fc.boolean() }),
  fc.record({ do: fc.constant("payOut" as const), times }),
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** The world as it is: what the model's indexes stand for. */
type Real = { customers: string[]; orders: Order[]; adjustments: string[] };

/** Sends one request as often as told, at once and with one key. @returns how it ended, the same for all, and the answer they all got */
async function sent<T>(actor: string, name: string, args: Record<string, unknown>, often: number) {
  const idempotency_key = randomUUID();
  const calls = Array.from({ length: often }, () =>
    call<{ body: T }>(actor, name, { ...args, idempotency_key }),
  );
  const words = new Set(await Promise.all(calls.map(outcome)));
  expect([...words]).toHaveLength(1);
  const [word] = words;
  if (word !== "ok") return { word, body: null };
  const bodies = (await Promise.all(calls)).map(({ body }) => body);
  for (const body of bodies) expect(body).toEqual(bodies[0]);
  return { word, body: bodies[0] as T };
}

/** Does a command in both worlds. @returns how it ended in the real one and in the model's; null when it is about nothing */
async function perform(
  what: Command,
  real: Real,
  foretells: Model,
): Promise<[string | undefined, string] | null> {
  const { now } = foretells;
  const customer = "who" in what ? (real.customers[what.who] ?? "") : "";
  const n =
    "nth" in what
      ? what.nth % Math.max(1, what.do === "decide" ? now.adjustments.length : now.orders.length)
      : 0;
  const [order, twin, adjustment] = [real.orders[n], now.orders[n], now.adjustments[n]];
  const email = (id: string | undefined) => `${id}@test.invalid`;
  switch (what.do) {
    case "fund": {
      const { word, body } = await sent<Payment>(
        customer,
        "fund_wallet",
        { funding: { amount_minor: what.amount } },
        what.times,
      );
      for (let again = 0; again < what.times; again++) await record(body?.id ?? "", "succeeded");
      return [word, foretells.fund(what.who, what.amount)];
    }
    case "send": {
      const transfer = { to_email: email(real.customers[what.to]), amount_minor: what.amount };
      const { word } = await sent(customer, "transfer_credit", { transfer }, what.times);
      return [word, foretells.send(what.who, what.to, what.amount)];
    }
    case "order": {
      const { method, credit } = what.way;
      const order_body = pickup(here, [[here.productId, 1]], {
        payment_method: method,
        wallet_minor: credit,
      });
      const { word, body } = await sent<Order>(customer, "place_order", { order_body }, what.times);
      if (body) real.orders.push(body);
      return [word, foretells.order(what.who, what.way)];
    }
    case "adjust": {
      const adjusted = { email: email(customer), amount_minor: what.amount, reason: "Deneme" };
      const { word, body } = await sent<{ id: string; status: string }>(
        operators[0],
        "adjust_wallet",
        { adjustment: adjusted },
        what.times,
      );
      if (body?.status === "awaiting") real.adjustments.push(body.id);
      return [word, foretells.adjust(what.who, what.amount)];
    }
    case "decide": {
      if (!adjustment) return null;
      const args = { adjustment_id: real.adjustments[n], decision: what.approves ? "approve" : "decline" };
      return [
        await outcome(call(operators[1], "decide_adjustment", args)),
        foretells.decide(adjustment, what.approves),
      ];
    }
    case "payOut": {
      const { word } = await sent(
        operators[0],
        "make_payout",
        { payout: { vendor_id: here.vendorId } },
        what.times,
      );
      return [word, foretells.payOut()];
    }
  }
  if (!order || !twin) return null;
  switch (what.do) {
    case "pay": {
      if (twin.method !== "card") return null;
      const payment = await paymentOf(order.id);
      const all = await Promise.all(
        Array.from({ length: what.times }, () => outcome(record(payment, "succeeded"))),
      );
      return [[...new Set(all)].join(), foretells.pay(twin)];
    }
    case "cancel":
      return [
        await outcome(move(real.customers[twin.customer] ?? "", order.id, "CANCELED_BY_USER")),
        foretells.cancel(twin),
      ];
    case "deliver":
      return [await outcome(handOver(here, order)), foretells.deliver(twin)];
    case "refund": {
      const draft = { amount_minor: what.amount, to: what.to, reason: "Deneme" };
      const { word } = await sent(here.ownerId, "refund_order", { order_id: order.id, draft }, what.times);
      return [word, foretells.refund(twin, what.amount, what.to)];
    }
  }
}

const owed = async () => (await call<{ balance_minor: number }>(here.ownerId, "vendor_money")).balance_minor;

it(`comes to the model's figures over ${RUNS} random histories`, { timeout: 180_000 }, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 12, maxLength: 30 }), async (history) => {
      const customers = await Promise.all(Array.from({ length: CUSTOMERS }, () => person("customer")));
      const real: Real = { customers, orders: [], adjustments: [] };
      const foretells = model(CUSTOMERS, await owed());
      for (const what of history) {
        const words = await perform(what, real, foretells);
        if (!words) continue;
        expect(words[0], JSON.stringify(what)).toBe(words[1]);
        seen.add(`${what.do} ${words[1]}`);
      }
      const { credit, orders, owed: due } = foretells.now;
      expect(await Promise.all(customers.map(balanceOf))).toEqual(credit);
      expect(await owed()).toBe(due);
      const states = await Promise.all(real.orders.map(({ id }) => moneyOf(id)));
      expect(states.map(({ paid, refunded, placed }) => ({ paid, refunded, placed }))).toEqual(
        orders.map(({ paid, refunded, placed }) => ({ paid, refunded, placed })),
      );
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  // The histories are long enough to meet what matters.
  for (const met of [
    "order INSUFFICIENT_FUNDS",
    "refund ok",
    "refund VALIDATION_ERROR",
    "payOut ok",
    "decide ok",
    "cancel ok",
  ])
    expect([...seen]).toContain(met);
});
