// An order's money: what pays for it when it is placed, what is collected at the door, and that an unhappy end gives back all of it, once.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, SERVICE, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { balanceOf, fund, handOver, moneyOf, paymentOf, record } from "./money.ts";
import { leaveTown, person, product } from "./shops.ts";
import {
  type Body,
  bring,
  delivery,
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

let here: World;
let operator: string;
let counted: string; // 100 TL, of which the branch has 1000
let customerId: string; // with 500 TL of credit
beforeAll(async () => {
  here = await world();
  operator = await person("admin");
  counted = await product(here.vendorId, "Sayılı");
});
afterAll(() => ledgerIsSound().finally(leaveTown));

const fresh = async () => {
  customerId = await person("customer");
  await fund(customerId, 50_000);
  await setStock(here.branchId, counted, 1000);
};
const left = async () => [await balanceOf(customerId), await stockOf(here.branchId, counted)];
const door = (more: Body) => place(customerId, delivery(here, [[counted, 2]], more));
const counter = (more: Body) => place(customerId, pickup(here, [[counted, 2]], more));
const collected = async (orderId: string): Promise<number> => {
  const [row] = await sql`select amount_minor::int from public.cash_collections where order_id = ${orderId}`;
  return row?.amount_minor ?? 0;
};

describe("an order is paid", () => {
  it("by credit alone, at once", async () => {
    await fresh();
    const order = await counter({ payment_method: "wallet" });
    expect(await moneyOf(order.id)).toMatchObject({
      payment_status: "paid",
      wallet: 20_000,
      paid: 20_000,
      escrow: 20_000,
      placed: true,
    });
    expect(await left()).toEqual([30_000, 998]);
    await handOver(here, order);
    expect(await moneyOf(order.id)).toMatchObject({ payment_status: "paid", paid: 20_000, escrow: 0 });
  });

  it.each(["cash", "card_on_delivery"])("by credit and the rest by %s at the door", async (method) => {
    await fresh();
    const order = await door({ payment_method: method, wallet_minor: 5_000 });
    expect(await moneyOf(order.id)).toMatchObject({
      payment_status: "pending",
      paid: 5_000,
      escrow: 5_000,
      placed: true,
    });
    await handOver(here, order);
    const { payment_status, paid, total, escrow } = await moneyOf(order.id);
    expect({ payment_status, paid, escrow }).toEqual({ payment_status: "paid", paid: total, escrow: 0 });
    expect(await collected(order.id)).toBe(method === "cash" ? total - 5_000 : 0);
  });

  it("by credit and the rest by card, before its branch hears of it", async () => {
    await fresh();
    const order = await counter({ payment_method: "card", wallet_minor: 5_000 });
    expect(await left()).toEqual([45_000, 998]); // held for it meanwhile
    expect(await moneyOf(order.id)).toMatchObject({ payment_status: "pending", paid: 5_000, placed: false });
    expect(await record(await paymentOf(order.id), "succeeded")).toMatchObject({ amount_minor: 15_000 });
    expect(await moneyOf(order.id)).toMatchObject({
      payment_status: "paid",
      paid: 20_000,
      escrow: 20_000,
      placed: true,
    });
  });

  it("with a tip and a delivery fee in it", async () => {
    await fresh();
    await sql`update public.branches set fee_base_minor = 1990 where id = ${here.branchId}`;
    const order = await door({ payment_method: "wallet", tip_minor: 333 });
    await sql`update public.branches set fee_base_minor = 0 where id = ${here.branchId}`;
    expect(await moneyOf(order.id)).toMatchObject({ total: 22_323, paid: 22_323, escrow: 22_323 });
  });

  it.each(["cash", "wallet", "card"])("at once when it costs nothing, also by %s", async (payment_method) => {
    await fresh();
    const gift = await product(here.vendorId, "Hediye", 0);
    const order = await place(customerId, pickup(here, [[gift, 1]], { payment_method }));
    expect(await moneyOf(order.id)).toMatchObject({ payment_status: "paid", total: 0, placed: true });
    await handOver(here, order);
  });
});

describe("an order is not placed", () => {
  it.each([
    ["less than nothing", { payment_method: "cash", wallet_minor: -1 }],
    ["more than it costs", { payment_method: "cash", wallet_minor: 20_001 }],
    ["all it costs, and yet cash", { payment_method: "cash", wallet_minor: 20_000 }],
    ["all it costs, and yet a card", { payment_method: "card", wallet_minor: 20_000 }],
  ])("with credit of %s", async (_, more) => {
    await fresh();
    expect(await outcome(counter(more))).toBe("VALIDATION_ERROR");
    expect(await left()).toEqual([50_000, 1000]);
  });

  it.each([
    ["wallet", undefined],
    ["cash", 10_000],
    ["card", 10_000],
  ])("by %s with credit (%s) that is not there", async (payment_method, wallet_minor) => {
    await fresh();
    customerId = await person("customer");
    await fund(customerId, 9_999);
    expect(await outcome(counter({ payment_method, wallet_minor }))).toBe("INSUFFICIENT_FUNDS");
    expect(await left()).toEqual([9_999, 1000]);
  });

  it("twice with one key: the credit is taken once", async () => {
    await fresh();
    const order_body = pickup(here, [[counted, 2]], { payment_method: "wallet" });
    const idempotency_key = randomUUID();
    const again = () => call(customerId, "place_order", { order_body, idempotency_key });
    expect(await tally(Array.from({ length: 10 }, again))).toEqual({ ok: 10 });
    expect(await left()).toEqual([30_000, 998]);
  });
});

describe("an unhappy end gives stock and money back", () => {
  const ways: [string, Body][] = [
    ["credit", { payment_method: "wallet" }],
    ["credit and cash", { payment_method: "cash", wallet_minor: 5_000 }],
    ["credit and card", { payment_method: "card", wallet_minor: 5_000 }],
    ["card", { payment_method: "card" }],
  ];
  const ends: [string, (order: Order) => Promise<unknown>][] = [
    ["the customer", (order) => move(customerId, order.id, "CANCELED_BY_USER")],
    ["the vendor who rejects", (order) => move(here.ownerId, order.id, "REJECTED")],
    [
      "the vendor who cancels",
      async (order) => {
        await bring(here, order, "READY");
        return move(here.ownerId, order.id, "CANCELED_BY_VENDOR");
      },
    ],
    [
      "the job",
      async (order) => {
        await sql`update public.orders set confirm_by = '2000-01-01' where id = ${order.id}`;
        return call(SERVICE, "reject_unconfirmed_orders");
      },
    ],
    [
      "an operator on the road",
      async (order) => {
        await bring(here, order, "ON_ROUTE");
        return move(operator, order.id, "CANCELED_BY_VENDOR", { reason: "Kaza" });
      },
    ],
  ];
  it.each(ways.flatMap(([paid, way]) => ends.map(([by, end]) => [paid, by, way, end] as const)))(
    "paid by %s, ended by %s",
    async (_, __, way, end) => {
      await fresh();
      const order = await door(way);
      const byCard = way.payment_method === "card";
      if (byCard) await record(await paymentOf(order.id), "succeeded");
      const { paid } = await moneyOf(order.id);
      await end(order);
      const after = await moneyOf(order.id);
      expect(after).toMatchObject({ payment_status: "refunded", paid, refunded: paid, escrow: 0 });
      expect(await left()).toEqual([50_000, 1000]);
      const refunds =
        await sql`select amount_minor::int as amount, card_minor::int as card, status from public.refunds where order_id = ${order.id}`;
      const card = byCard ? after.total - after.wallet : 0;
      expect([...refunds]).toEqual([{ amount: paid, card, status: byCard ? "pending" : "succeeded" }]);
      const sagas =
        await sql`select state, step from public.sagas s join public.refunds r on r.id = s.subject_id
        where r.order_id = ${order.id} and s.kind = 'card_refund'`;
      expect([...sagas]).toEqual(byCard ? [{ state: "running", step: "send" }] : []);
    },
  );

  it("once when four end it at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      await fresh();
      const order = await door({ payment_method: "wallet" });
      const ended = await tally([
        move(here.ownerId, order.id, "REJECTED"),
        move(customerId, order.id, "CANCELED_BY_USER"),
        move(customerId, order.id, "CANCELED_BY_USER"),
        move(operator, order.id, "REJECTED", { reason: "Deneme" }),
      ]);
      expect(ended).toEqual({ ok: 1, INVALID_TRANSITION: 3 });
      expect(await left()).toEqual([50_000, 1000]);
    }
  });

  it("and a cash order that ends has nothing to give back", async () => {
    await fresh();
    const order = await door({});
    await move(customerId, order.id, "CANCELED_BY_USER");
    expect(await moneyOf(order.id)).toMatchObject({ payment_status: "void", paid: 0, refunded: 0 });
  });
});
