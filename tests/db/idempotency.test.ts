// A retry is harmless: one key makes one order and one answer, however often and however fast it is sent.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, SERVICE, sql } from "./database.ts";
import { leaveTown, person, product } from "./shops.ts";
import {
  type Body,
  delivery,
  move,
  placeWith,
  setStock,
  stockOf,
  tally,
  type World,
  world,
} from "./world.ts";

let here: World;
let other: string;
const basket = (quantity = 1, more: Body = {}) => delivery(here, [[here.productId, quantity]], more);
const ordersOf = async (customerId: string): Promise<number> => {
  const [row] =
    await sql`select count(*)::int as orders from public.orders where customer_id = ${customerId}`;
  return row?.orders;
};

beforeAll(async () => {
  here = await world();
  other = await person("customer");
});
afterAll(leaveTown);

describe("one key", () => {
  it("sent twenty times at once makes one order and twenty equal answers, one of them the first", async () => {
    for (let round = 0; round < 5; round++) {
      const customer = await person("customer");
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 20 }, () => placeWith(customer, basket(), key)));
      expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
      for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
      expect(await ordersOf(customer)).toBe(1);
    }
  });

  it("takes stock once", async () => {
    const id = await product(here.vendorId, "Bir kez");
    await setStock(here.branchId, id, 5);
    const key = randomUUID();
    await Promise.all(
      Array.from({ length: 8 }, () => placeWith(here.customerId, delivery(here, [[id, 2]]), key)),
    );
    expect(await stockOf(here.branchId, id)).toBe(3);
  });

  it("answers a repeat as the order was, though it has moved on, and though its branch takes no more orders", async () => {
    const key = randomUUID();
    const first = await placeWith(here.customerId, basket(), key);
    await move(here.ownerId, first.body.id, "CONFIRMED");
    await sql`update public.branches set active = false where id = ${here.branchId}`;
    const repeat = await placeWith(here.customerId, basket(), key);
    await sql`update public.branches set active = true where id = ${here.branchId}`;
    expect(repeat).toEqual({ replayed: true, body: first.body });
  });

  it("takes an equal body written in another order for the same", async () => {
    const key = randomUUID();
    const first = await placeWith(here.customerId, basket(1, { tip_minor: 500 }), key);
    const turned = Object.fromEntries(Object.entries(basket(1, { tip_minor: 500 })).reverse());
    expect(await placeWith(here.customerId, turned, key)).toEqual({ replayed: true, body: first.body });
  });

  it("with another body is refused and changes nothing", async () => {
    const key = randomUUID();
    await placeWith(here.customerId, basket(), key);
    const before = await ordersOf(here.customerId);
    expect(await refusal(placeWith(here.customerId, basket(2), key))).toMatchObject({
      status: "409",
      code: "IDEMPOTENCY_CONFLICT",
    });
    expect(await ordersOf(here.customerId)).toBe(before);
  });

  it("with two bodies at once gives one of them the order and refuses the other", async () => {
    for (let round = 0; round < 10; round++) {
      const key = randomUUID();
      const before = await ordersOf(here.customerId);
      const counts = await tally(
        [1, 2, 1, 2].map((quantity) => placeWith(here.customerId, basket(quantity), key)),
      );
      expect(counts).toEqual({ ok: 2, IDEMPOTENCY_CONFLICT: 2 });
      expect(await ordersOf(here.customerId)).toBe(before + 1);
    }
  });

  it("belongs to who sent it: another customer's equal key is another order", async () => {
    const key = randomUUID();
    const [mine, theirs] = await Promise.all([
      placeWith(here.customerId, basket(), key),
      placeWith(other, basket(), key),
    ]);
    expect([mine.replayed, theirs.replayed]).toEqual([false, false]);
    expect(mine.body.id).not.toBe(theirs.body.id);
  });
});

describe("a key is free", () => {
  it("after an attempt that failed", async () => {
    const id = await product(here.vendorId, "Az sonra gelecek");
    await setStock(here.branchId, id, 0);
    const key = randomUUID();
    const body = delivery(here, [[id, 1]]);
    expect(await tally(Array.from({ length: 5 }, () => placeWith(here.customerId, body, key)))).toEqual({
      OUT_OF_STOCK: 5,
    });
    expect(await sql`select from public.idempotency_keys where key = ${key}`).toHaveLength(0);
    await setStock(here.branchId, id, 1);
    expect((await placeWith(here.customerId, body, key)).replayed).toBe(false);
  });

  it("after an attempt that failed, for another body too", async () => {
    const key = randomUUID();
    expect(await outcome(placeWith(here.customerId, basket(1, { type: "by drone" }), key))).toBe(
      "VALIDATION_ERROR",
    );
    expect((await placeWith(here.customerId, basket(), key)).replayed).toBe(false);
  });

  it("after 24 hours, once, and not a minute before", async () => {
    const key = randomUUID();
    const { body: first } = await placeWith(here.customerId, basket(), key);
    const age = (interval: string) =>
      sql`update public.idempotency_keys set created_at = now() - ${interval}::interval where key = ${key}`;
    await age("23 hours 59 minutes");
    expect(await placeWith(here.customerId, basket(), key)).toMatchObject({
      replayed: true,
      body: { id: first.id },
    });
    await age("24 hours 1 minute");
    const anew = await Promise.all(
      Array.from({ length: 6 }, () => placeWith(here.customerId, basket(2), key)),
    );
    expect(anew.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(anew.map(({ body }) => body.id)).size).toBe(1);
    expect(anew[0]?.body.id).not.toBe(first.id);
  });

  it("is forgotten by the purge only when it is old", async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    await Promise.all([old, young].map((key) => placeWith(here.customerId, basket(), key)));
    await sql`update public.idempotency_keys set created_at = now() - interval '25 hours' where key = ${old}`;
    await call(SERVICE, "purge_expired");
    const kept = await sql`select key from public.idempotency_keys where key in (${old}, ${young})`;
    expect(kept.map(({ key }) => key)).toEqual([young]);
  });
});
