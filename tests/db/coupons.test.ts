// A coupon gives what it says, to whom it says, as often as it says, however many order at once; and who bears it pays it.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coupon, coupon, newCode, usesOf } from "./coupons.ts";
import { call, refusal, SERVICE, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { handOver, moneyOf, paymentOf, placePaid, record, refund } from "./money.ts";
import { leaveTown, person, product } from "./shops.ts";
import { type Body, delivery, move, type Order, pickup, place, tally, type World, world } from "./world.ts";

type Quote = {
  subtotal_minor: number;
  delivery_fee_minor: number;
  discount_minor: number;
  total_minor: number;
  coupon: { code: string } | null;
  problems: { code: string; details: Record<string, unknown> }[];
};

let here: World;
let operator: string;
beforeAll(async () => {
  [here, operator] = [await world(), await person("admin")];
  await sql`update public.branches set fee_base_minor = 2000 where id = ${here.branchId}`;
});
afterAll(() => ledgerIsSound().finally(leaveTown));

const basket = (code?: string, more: Body = {}) =>
  delivery(here, [[here.productId, 1]], { ...(code && { coupon: code }), ...more });
const quoted = (body: Body, asker: string | null = null) =>
  call<Quote>(asker, "quote_order", { draft: body });
const reasonOf = ({ problems }: Quote) => problems.map(({ code, details }) => `${code} ${details.reason}`);
const ordered = async (body: Body, by = here.customerId) =>
  (await place(by, body)) as Order & { discount_minor: number; coupon_code: string | null };

describe("what a coupon gives", () => {
  it("a percentage of the items, halves up, at most its cap", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 100 }),
        fc.option(fc.integer({ min: 1, max: 5_000 })),
        fc.integer({ min: 1, max: 40_000 }),
        async (percent, cap, price) => {
          const { code } = await coupon(here.ownerId, { percent, cap_minor: cap });
          const id = await product(here.vendorId, "Kuponlu", price);
          const told = await quoted(delivery(here, [[id, 3]], { coupon: code.toLowerCase() }));
          const exact = Math.floor((price * 3 * percent + 50) / 100);
          expect(told.discount_minor).toBe(Math.min(exact, cap ?? exact));
          expect(told.total_minor).toBe(price * 3 + 2000 - told.discount_minor);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("an amount, never more than the items", async () => {
    const small = await coupon(here.ownerId, { kind: "amount", amount_minor: 1500 });
    const large = await coupon(here.ownerId, { kind: "amount", amount_minor: 90_000 });
    expect(await quoted(basket(small.code))).toMatchObject({ discount_minor: 1500, total_minor: 10_500 });
    expect(await quoted(basket(large.code))).toMatchObject({ discount_minor: 10_000, total_minor: 2000 });
  });

  it("the fee of a delivery", async () => {
    const { code } = await coupon(here.ownerId, { kind: "free_delivery" });
    expect(await quoted(basket(code))).toMatchObject({ discount_minor: 2000, total_minor: 10_000 });
    const unknownYet = await quoted(basket(code, { address: null }));
    expect([unknownYet.discount_minor, unknownYet.problems]).toEqual([0, []]);
    expect(reasonOf(await quoted(pickup(here, [[here.productId, 1]], { coupon: code })))).toEqual([
      "COUPON_UNUSABLE PICKUP",
    ]);
  });

  it("by a code as people write it, Turkish letters and all", async () => {
    const { code } = await coupon(here.ownerId, { code: `hoşgeldİn-${newCode()}` });
    expect(code).toMatch(/^HOSGELDINT[0-9A-F]{12}$/);
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replace("HOSGELDIN", "HOŞGELDİN "),
      code.replace("I", "ı"),
    ]) {
      expect((await quoted(basket(typed))).coupon?.code, typed).toBe(code);
    }
  });

  it("is what the order says, and what its money is", async () => {
    const { id, code } = await coupon(here.ownerId, { kind: "amount", amount_minor: 1500 });
    const order = await ordered(basket(code, { expected_total_minor: 10_500 }));
    expect(order).toMatchObject({ discount_minor: 1500, total_minor: 10_500, coupon_code: code });
    expect(await usesOf(id)).toEqual([1, 1]);
  });

  it("of the vendor comes before one of the platform with the same code", async () => {
    const code = newCode();
    await coupon(operator, { code, kind: "amount", amount_minor: 100 });
    await coupon(here.ownerId, { code, kind: "amount", amount_minor: 700 });
    expect(await quoted(basket(code))).toMatchObject({ discount_minor: 700 });
  });
});

describe("a coupon that cannot be used is told with its reason, hides no total, and refuses the order", () => {
  const past = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  const cases: [reason: string, make: () => Promise<Coupon>][] = [
    [
      "PAUSED",
      async () => {
        const made = await coupon(here.ownerId);
        return call<Coupon>(here.ownerId, "update_coupon", { coupon_id: made.id, patch: { active: false } });
      },
    ],
    ["NOT_YET", () => coupon(here.ownerId, { starts_at: past(-2) })],
    [
      "ENDED",
      async () => {
        const made = await coupon(here.ownerId, { starts_at: past(3), ends_at: past(-1) });
        await sql`update public.coupons set ends_at = now() - interval '1 minute' where id = ${made.id}`;
        return made;
      },
    ],
    [
      "USED_UP",
      async () => {
        const made = await coupon(here.ownerId, { total_limit: 1 });
        await ordered(basket(made.code), await person("customer"));
        return made;
      },
    ],
    [
      "USED_BY_YOU",
      async () => {
        const made = await coupon(here.ownerId, { person_limit: 1 });
        await ordered(basket(made.code));
        return made;
      },
    ],
    ["MINIMUM", () => coupon(here.ownerId, { minimum_minor: 10_001 })],
  ];
  it.each(cases)("%s", async (reason, make) => {
    const { code } = await make();
    const told = await quoted(basket(code), here.customerId);
    expect(reasonOf(told)).toEqual([`COUPON_UNUSABLE ${reason}`]);
    expect([told.total_minor, told.discount_minor, told.coupon]).toEqual([12_000, 0, null]);
    expect(await refusal(place(here.customerId, basket(code)))).toMatchObject({
      status: "422",
      code: "COUPON_UNUSABLE",
      details: { reason, coupon: code },
    });
  });

  it("of another vendor, or of nobody", async () => {
    const { code } = await coupon((await world()).ownerId);
    for (const typed of [code, newCode(), "🍕"]) {
      expect(reasonOf(await quoted(basket(typed)))).toEqual(["COUPON_UNUSABLE UNKNOWN"]);
    }
  });

  it("of the platform for one vendor is good there and nowhere else", async () => {
    const { code } = await coupon(operator, { vendor_slug: here.slug });
    expect((await quoted(basket(code))).discount_minor).toBe(1000);
    const other = await world();
    expect(reasonOf(await quoted(delivery(other, [[other.productId, 1]], { coupon: code })))).toEqual([
      "COUPON_UNUSABLE UNKNOWN",
    ]);
  });

  it("after what stands in the way of the order itself", async () => {
    const told = await quoted(basket(newCode(), { items: [{ product_id: randomUUID(), quantity: 1 }] }));
    expect(told.problems.map(({ code }) => code)).toEqual(["PRODUCT_UNAVAILABLE", "COUPON_UNUSABLE"]);
  });
});

describe("many at once", () => {
  it("30 of 100 use a coupon with 30 left", async () => {
    const { id, code } = await coupon(here.ownerId, { total_limit: 40 });
    await sql`update public.coupons set redeemed = 10 where id = ${id}`;
    const customers = await Promise.all(Array.from({ length: 20 }, () => person("customer")));
    const counts = await tally(
      Array.from({ length: 100 }, (_, n) => place(customers[n % 20] ?? here.customerId, basket(code))),
    );
    expect(counts).toEqual({ ok: 30, COUPON_UNUSABLE: 70 });
    expect(await usesOf(id)).toEqual([40, 30]);
  });

  it("one person uses a coupon as often as one person may", async () => {
    const { id, code } = await coupon(here.ownerId, { person_limit: 2 });
    const counts = await tally(Array.from({ length: 12 }, () => place(here.customerId, basket(code))));
    expect(counts).toEqual({ ok: 2, COUPON_UNUSABLE: 10 });
    expect(await usesOf(id)).toEqual([2, 2]);
  });

  it("orders, cancellations and the job never wait for each other in a circle, and every use is accounted for", async () => {
    const made = [await coupon(here.ownerId, { total_limit: 8 }), await coupon(operator, { total_limit: 8 })];
    const journeys = Array.from({ length: 60 }, async (_, n) => {
      const customer = await person("customer");
      const order = await place(customer, basket(made[n % 2]?.code));
      if (n % 3 === 0) await move(customer, order.id, "CANCELED_BY_USER");
      if (n % 3 === 1) await sql`update public.orders set confirm_by = '2000-01-01' where id = ${order.id}`;
      await call(SERVICE, "reject_unconfirmed_orders");
    });
    const counts = await tally(journeys);
    expect(Object.keys(counts).filter((name) => name !== "ok" && name !== "COUPON_UNUSABLE")).toEqual([]);
    for (const { id } of made) {
      const [row, uses] = await usesOf(id);
      const [alive] =
        await sql`select count(*)::int as n from public.coupon_redemptions r join public.orders o on o.id = r.order_id
        where r.coupon_id = ${id} and o.status = 'NEW'`;
      expect([row, uses]).toEqual([alive?.n, alive?.n]);
    }
  });
});

describe("an unhappy end gives the coupon back, once", () => {
  const ends: [string, (order: Order) => Promise<unknown>][] = [
    ["a rejection", (order) => move(here.ownerId, order.id, "REJECTED")],
    ["a cancellation", (order) => move(here.customerId, order.id, "CANCELED_BY_USER")],
    [
      "the job",
      async (order) => {
        await sql`update public.orders set confirm_by = '2000-01-01' where id = ${order.id}`;
        return call(SERVICE, "reject_unconfirmed_orders");
      },
    ],
  ];
  it.each(ends)("by %s", async (_, end) => {
    const { id, code } = await coupon(here.ownerId, { person_limit: 1, total_limit: 1 });
    const order = await ordered(basket(code));
    await end(order);
    expect(await usesOf(id)).toEqual([0, 0]);
    const again = await tally([move(here.ownerId, order.id, "REJECTED"), end(order)]);
    expect(again.ok ?? 0).toBeLessThan(2);
    expect(await usesOf(id)).toEqual([0, 0]);
    await ordered(basket(code));
    expect(await usesOf(id)).toEqual([1, 1]);
  });

  it("by a card that never paid", async () => {
    const { id, code } = await coupon(here.ownerId, { total_limit: 1 });
    const order = await ordered(basket(code, { payment_method: "card" }));
    await record(await paymentOf(order.id), "canceled");
    expect(await usesOf(id)).toEqual([0, 0]);
  });

  it("and a happy one keeps it", async () => {
    const { id, code } = await coupon(here.ownerId, { total_limit: 1 });
    await handOver(here, await ordered(basket(code)));
    expect(await usesOf(id)).toEqual([1, 1]);
  });
});

describe("who bears it", () => {
  const lineOf = async (orderId: string) => {
    const rows =
      await sql`select kind, items_minor::int as items, discount_minor::int as discount, promoted_minor::int as promoted,
        commission_minor::int as commission, net_minor::int as net from public.vendor_payables where order_id = ${orderId} order by at, kind desc`;
    return [...rows];
  };
  const promotions = async (orderId: string) => {
    const [row] = await sql`select coalesce(sum(e.amount_minor), 0)::int as sum from public.ledger_entries e
      join public.ledger_transfers t on t.id = e.transfer_id join public.ledger_accounts a on a.id = e.account_id
      where t.order_id = ${orderId} and a.kind = 'promotions'`;
    return row?.sum;
  };
  const sold = async (code: string) => {
    const order = await placePaid(here.customerId, basket(code));
    await handOver(here, order);
    return order.id;
  };

  it("the vendor's lowers what it sells, and its commission with it", async () => {
    const { code } = await coupon(here.ownerId, { kind: "amount", amount_minor: 3000 });
    const id = await sold(code);
    // 70 + 20 TL were paid by card: 7 TL commission on the items, 2.25 TL for taking the card.
    expect(await lineOf(id)).toEqual([
      { kind: "sale", items: 10_000, discount: 3000, promoted: 0, commission: 700, net: 9000 - 700 - 225 },
    ]);
    expect(await promotions(id)).toBe(0);
  });

  it("the platform's is paid to the vendor from the promotions account, and comes back with a refund", async () => {
    const { code } = await coupon(operator, { kind: "amount", amount_minor: 3000 });
    const id = await sold(code);
    expect(await lineOf(id)).toEqual([
      {
        kind: "sale",
        items: 10_000,
        discount: 3000,
        promoted: 3000,
        commission: 1000,
        net: 12_000 - 1000 - 225,
      },
    ]);
    expect(await promotions(id)).toBe(-3000);
    await refund(here.ownerId, id, { amount_minor: 3500, to: "original" });
    expect((await lineOf(id))[1]).toMatchObject({
      kind: "refund",
      promoted: -1500,
      commission: -500,
      net: 500 - 1500 - 3500,
    });
    expect(await promotions(id)).toBe(-1500);
    await refund(here.ownerId, id, { to: "original" });
    expect(await promotions(id)).toBe(0);
    const lines = await lineOf(id);
    expect(lines.reduce((sum, line) => sum + line.commission, 0)).toBe(0);
    expect(lines.reduce((sum, line) => sum + line.net, 0)).toBe(-225); // taking the card cost that all the same
    expect(await refusal(refund(here.ownerId, id, { amount_minor: 1 }))).toMatchObject({ status: "400" });
    expect(await moneyOf(id)).toMatchObject({ total: 9000, paid: 9000, refunded: 9000 });
  });

  it("free delivery of the platform leaves the items' price and commission alone", async () => {
    const { code } = await coupon(operator, { kind: "free_delivery" });
    const id = await sold(code);
    expect(await lineOf(id)).toEqual([
      {
        kind: "sale",
        items: 10_000,
        discount: 2000,
        promoted: 2000,
        commission: 1000,
        net: 12_000 - 1000 - 250,
      },
    ]);
    const back = await refund(here.ownerId, id, { items: [{ line: 1, quantity: 1 }], to: "original" });
    expect(back.amount_minor).toBe(10_000);
    expect(await promotions(id)).toBe(0);
  });

  it("an order that a coupon pays whole is placed, handed over and settled", async () => {
    const { code } = await coupon(operator, { kind: "percentage", percent: 100 });
    const order = await ordered(
      pickup(here, [[here.productId, 1]], { coupon: code, payment_method: "card" }),
    );
    expect(order).toMatchObject({ total_minor: 0, payment_status: "paid" });
    await handOver(here, order);
    expect(await lineOf(order.id)).toEqual([
      { kind: "sale", items: 10_000, discount: 10_000, promoted: 10_000, commission: 1000, net: 9000 },
    ]);
  });
});

describe("the desk", () => {
  it("refuses a code that is taken, one that is none, and an end before the beginning", async () => {
    const { code } = await coupon(here.ownerId);
    expect(await refusal(coupon(here.ownerId, { code: code.toLowerCase() }))).toMatchObject({
      details: { code: [expect.any(String)] },
    });
    expect(await refusal(coupon(here.ownerId, { code: "—" }))).toMatchObject({
      details: { code: [expect.any(String)] },
    });
    expect(await refusal(coupon(here.ownerId, { ends_at: "2020-01-01T00:00:00Z" }))).toMatchObject({
      details: { ends_at: [expect.any(String)] },
    });
    expect(await tally([1, 2, 3].map(() => coupon(here.ownerId, { code: `${code}X` })))).toEqual({
      ok: 1,
      VALIDATION_ERROR: 2,
    });
  });

  it("keeps no coupon of two kinds", async () => {
    for (const odd of [
      { kind: "amount" },
      { kind: "free_delivery", percent: 5 },
      { percent: 101 },
      { kind: "amount", amount_minor: 5, cap_minor: 5 },
    ]) {
      expect(await refusal(coupon(here.ownerId, odd))).toMatchObject({ status: "23514" });
    }
  });

  it("pages its coupons, newest first, and tells who used one", async () => {
    const owner = await world();
    const made = [];
    for (let n = 0; n < 3; n++) made.unshift(await coupon(owner.ownerId));
    const first = await call<{ data: Coupon[]; next_cursor: string }>(owner.ownerId, "list_coupons", {
      filter: { limit: 2 },
    });
    const rest = await call<{ data: Coupon[]; next_cursor: null }>(owner.ownerId, "list_coupons", {
      filter: { limit: 2, cursor: first.next_cursor },
    });
    expect([...first.data, ...rest.data].map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    expect(rest.next_cursor).toBeNull();
    const newest = made[0] as Coupon;
    const order = await place(
      owner.customerId,
      delivery(owner, [[owner.productId, 1]], { coupon: newest.code }),
    );
    const uses = await call<{ data: unknown[] }>(owner.ownerId, "list_coupon_redemptions", {
      coupon_id: newest.id,
    });
    expect(uses.data).toEqual([
      expect.objectContaining({
        order_id: order.id,
        order_number: order.number,
        amount_minor: 1000,
        released_at: null,
      }),
    ]);
  });

  it("lowers no limit below what was used, and overwrites no newer version", async () => {
    const { id, code, version } = await coupon(here.ownerId, { total_limit: 5 });
    await ordered(basket(code));
    await ordered(basket(code));
    const change = (patch: Body) => call<Coupon>(here.ownerId, "update_coupon", { coupon_id: id, patch });
    expect(await refusal(change({ total_limit: 1 }))).toMatchObject({
      details: { total_limit: [expect.any(String)] },
    });
    expect(await change({ total_limit: 2, version })).toMatchObject({
      state: "used_up",
      version: version + 1,
    });
    expect(await refusal(change({ active: false, version }))).toMatchObject({ code: "VERSION_CONFLICT" });
    expect(await refusal(change({ borne_by: "platform" }))).toMatchObject({ code: "FORBIDDEN" });
    expect(await change({ code: "BASKA", percent: 99, redeemed: 0 })).toMatchObject({
      code,
      redeemed: 2,
    });
  });
});
