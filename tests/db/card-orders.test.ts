// A card answers late, twice, out of order or not at all: its order is the branch's when it was paid and not before, and money that comes too
// late goes back once.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { as, call, outcome, refusal, SERVICE, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { balanceOf, CARD_STATUSES, type CardStatus, fund, moneyOf, paymentOf, record } from "./money.ts";
import { leaveTown, person, product } from "./shops.ts";
import {
  assign,
  move,
  type Order,
  pickup,
  place,
  setStock,
  stockOf,
  tally,
  type World,
  world,
} from "./world.ts";

const TOTAL = 10_000;
const CREDIT = 2_500; // the part that the wallet pays
const STOCK = 1000;

let here: World;
let operator: string;
let counted: string;
beforeAll(async () => {
  here = await world();
  operator = await person("admin");
  counted = await product(here.vendorId, "Sayılı");
  await fund(here.customerId, 1_000_000);
});
afterAll(() => ledgerIsSound().finally(leaveTown));

const sweep = () => call<{ released: number }>(SERVICE, "sweep_money");
const expire = (paymentId: string) =>
  sql`update public.payments set expires_at = now() - interval '1 hour' where id = ${paymentId}`;
const cancel = (order: Order) => move(here.customerId, order.id, "CANCELED_BY_USER");

/** An order of a counted piece that awaits its card, and what there was before it. */
async function awaiting() {
  await setStock(here.branchId, counted, STOCK);
  const credit = await balanceOf(here.customerId);
  const order = await place(
    here.customerId,
    pickup(here, [[counted, 1]], { payment_method: "card", wallet_minor: CREDIT }),
  );
  return { order, credit, payment: await paymentOf(order.id) };
}

/** What became of it: the order, its card refunds, the findings, and whether stock and credit are back. */
async function ended({ order, credit, payment }: Awaited<ReturnType<typeof awaiting>>) {
  const { status, placed, paid, refunded, escrow } = await moneyOf(order.id);
  const cards =
    await sql`select card_minor::int as card from public.refunds where order_id = ${order.id} and card_minor > 0`;
  const [found] =
    await sql`select p.status as payment, (select array_agg(f.kind || ' ' || f.outcome) from public.money_findings f where f.payment_id = p.id) as findings
    from public.payments p where p.id = ${payment}`;
  return {
    order: status,
    placed,
    payment: found?.payment,
    paid,
    refunded,
    escrow,
    cardRefunds: cards.map(({ card }) => card),
    findings: found?.findings ?? [],
    stock: await stockOf(here.branchId, counted),
    credit: (await balanceOf(here.customerId)) - credit,
  };
}
const RUNS_UNPAID = {
  order: "NEW",
  placed: false,
  paid: CREDIT,
  refunded: 0,
  escrow: CREDIT,
  cardRefunds: [],
  findings: [],
  stock: STOCK - 1,
  credit: -CREDIT,
};
const RUNS_PAID = { ...RUNS_UNPAID, placed: true, payment: "succeeded", paid: TOTAL, escrow: TOTAL };
const GONE = {
  order: "CANCELED_BY_USER",
  placed: false,
  paid: CREDIT,
  refunded: CREDIT,
  escrow: 0,
  cardRefunds: [],
  findings: [],
  stock: STOCK,
  credit: 0,
};
const PAID_BACK = {
  ...GONE,
  payment: "succeeded",
  paid: TOTAL,
  refunded: TOTAL,
  cardRefunds: [TOTAL - CREDIT],
};
const LATE = { ...PAID_BACK, findings: ["payment_without_order refunding"] };

describe("until its card has paid, an order", () => {
  it("is known to its customer and operators, and to nobody at the branch", async () => {
    const { order, payment } = await awaiting();
    const sees = (actor: string) => outcome(call(actor, "get_order", { order_id: order.id }));
    expect([await sees(here.customerId), await sees(operator)]).toEqual(["ok", "ok"]);
    expect([await sees(here.ownerId), await sees(here.courier.userId)]).toEqual(["NOT_FOUND", "NOT_FOUND"]);
    const rows = (actor: string) => as(actor, (tx) => tx`select from public.orders where id = ${order.id}`);
    expect(await rows(here.ownerId)).toHaveLength(0);
    const board = async () =>
      JSON.stringify(await call(here.ownerId, "list_vendor_orders", { filter: {} })).includes(order.id);
    const told = () =>
      sql`select from realtime.messages where topic = ${`branch:${here.branchId}`} and payload ->> 'order_id' = ${order.id}`;
    expect([await board(), (await told()).length]).toEqual([false, 0]);
    await record(payment, "succeeded");
    expect([await board(), (await told()).length, await sees(here.ownerId)]).toEqual([true, 1, "ok"]);
  });

  it("is confirmed, rejected, assigned or refunded by nobody, not even by an operator", async () => {
    const it_ = await awaiting();
    const { id } = it_.order;
    const reason = "Deneme";
    for (const to of ["CONFIRMED", "REJECTED"]) {
      expect(await outcome(move(here.ownerId, id, to))).toBe("NOT_FOUND");
      expect(await outcome(move(operator, id, to, { reason }))).toBe("INVALID_TRANSITION");
    }
    expect(await outcome(assign(here.ownerId, id, here.courier.id))).toBe("NOT_FOUND");
    const refund = { order_id: id, draft: { to: "wallet", reason }, idempotency_key: randomUUID() };
    expect(await outcome(call(here.ownerId, "refund_order", refund))).toBe("NOT_FOUND");
    await sql`update public.orders set confirm_by = '2000-01-01' where id = ${id}`;
    await call(SERVICE, "reject_unconfirmed_orders");
    expect(await ended(it_)).toMatchObject(RUNS_UNPAID);
  });

  it("does not use up its time to be confirmed", async () => {
    const { order, payment } = await awaiting();
    await sql`update public.orders set confirm_by = now() - interval '1 minute' where id = ${order.id}`;
    await record(payment, "succeeded");
    await call(SERVICE, "reject_unconfirmed_orders");
    expect(await moneyOf(order.id)).toMatchObject({ status: "NEW", placed: true });
  });

  it("can be canceled by its customer", async () => {
    const it_ = await awaiting();
    await cancel(it_.order);
    expect(await ended(it_)).toMatchObject(GONE);
    const [saga] = await sql`select state, step from public.sagas where subject_id = ${it_.payment}`;
    expect(saga).toEqual({ state: "running", step: "cancel" }); // the provider must hear of it
  });
});

describe("what the provider says", () => {
  it("of another amount is not believed", async () => {
    const it_ = await awaiting();
    const wrong = record(it_.payment, "succeeded", { amount_minor: TOTAL });
    expect(await refusal(wrong)).toMatchObject({ status: "409", code: "VERSION_CONFLICT" });
    expect(await ended(it_)).toMatchObject({ ...RUNS_UNPAID, payment: "created" });
    await record(it_.payment, "succeeded", { amount_minor: TOTAL - CREDIT });
    expect(await ended(it_)).toMatchObject(RUNS_PAID);
  });

  it("of an unknown payment is refused", async () => {
    expect(await outcome(record(randomUUID(), "succeeded"))).toBe("NOT_FOUND");
  });

  it.each([
    ["the customer canceled", (it_: Awaited<ReturnType<typeof awaiting>>) => cancel(it_.order)],
    [
      "the provider gave it up",
      (it_: Awaited<ReturnType<typeof awaiting>>) => record(it_.payment, "canceled"),
    ],
    ["its time was over", (it_: Awaited<ReturnType<typeof awaiting>>) => expire(it_.payment).then(sweep)],
  ])("is paid back once when it paid after %s", async (_, end) => {
    const it_ = await awaiting();
    await end(it_);
    expect(await ended(it_)).toMatchObject(GONE);
    expect(await tally(Array.from({ length: 10 }, () => record(it_.payment, "succeeded")))).toEqual({
      ok: 10,
    });
    await sweep();
    expect(await ended(it_)).toMatchObject(LATE);
  });
});

type Step = CardStatus | "customer cancels" | "time is over";

/** What must come of a sequence, from the promises alone: a success is for ever, everything else gives way to it. */
function foretold(steps: Step[]) {
  let payment: string = "created";
  let running = true;
  let late = false;
  for (const step of steps) {
    const decided = payment === "succeeded" || payment === "canceled";
    if (step === "customer cancels") running = false;
    else if (step === "time is over") running &&= decided;
    else if (step === "succeeded") {
      if (payment !== "succeeded") late = !running;
      payment = step;
    } else if (!decided) {
      payment = step;
      running &&= step !== "canceled";
    }
  }
  if (payment !== "succeeded") return { ...(running ? RUNS_UNPAID : GONE), payment };
  if (running) return RUNS_PAID;
  return late ? LATE : { ...PAID_BACK, placed: true };
}

it("in any order and any number of times comes to what a simple model foretells", {
  timeout: 120_000,
}, async () => {
  const step = fc.constantFrom<Step>(...CARD_STATUSES, "succeeded", "customer cancels", "time is over");
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 7 }), async (steps) => {
      const it_ = await awaiting();
      for (const each of steps) {
        if (each === "customer cancels") await outcome(cancel(it_.order));
        else if (each === "time is over") await expire(it_.payment).then(sweep);
        else await record(it_.payment, each);
      }
      expect(await ended(it_)).toEqual(foretold(steps));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

it("the sweep, the success and the customer's cancellation at once come to one end, with money and stock right", async () => {
  for (let round = 0; round < 15; round++) {
    const it_ = await awaiting();
    await expire(it_.payment);
    const all = [
      () => sweep(),
      () => record(it_.payment, "succeeded"),
      () => cancel(it_.order),
      () => sweep(),
    ];
    const words = await tally([...all.slice(round % 4), ...all.slice(0, round % 4)].map((start) => start()));
    expect(Object.keys(words).filter((word) => word !== "ok" && word !== "INVALID_TRANSITION")).toEqual([]);
    await sweep();
    expect([LATE, { ...PAID_BACK, placed: true }]).toContainEqual(await ended(it_));
  }
});
