// Cash at the door is the courier's until it is handed in: all of it, once, and a difference is kept as it was counted.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { fund, handOver, placePaid } from "./money.ts";
import { city, leaveTown, person, shop } from "./shops.ts";
import {
  type Body,
  type Courier,
  courier,
  delivery,
  move,
  orderAt,
  pickup,
  place,
  tally,
  type World,
  world,
} from "./world.ts";

let here: World;
let colleague: string; // another dispatcher of the vendor
beforeAll(async () => {
  here = await world();
  colleague = await person("vendor_admin");
  await sql`insert into public.vendor_members (vendor_id, user_id) values (${here.vendorId}, ${colleague})`;
  await fund(here.customerId, 100_000);
});
afterAll(() => ledgerIsSound().finally(leaveTown));

type HandIn = {
  id: string;
  expected_minor: number;
  counted_minor: number;
  difference_minor: number;
  orders: number;
};
const handIn = (counted_minor: number, by = here.ownerId, more: Body = {}, key: string = randomUUID()) =>
  call<{ body: HandIn }>(by, "hand_in_cash", {
    hand_in: { courier_id: here.courier.id, counted_minor, ...more },
    idempotency_key: key,
  });
const carries = async (who: Courier = here.courier): Promise<number> => {
  const { cash_minor } = await call<{ cash_minor: number }>(who.userId, "my_cash");
  return cash_minor;
};
const delivered = () => orderAt(here, "DELIVERED"); // 100 TL in cash
const fresh = async () => {
  here = { ...here, courier: await courier(here.vendorId) };
};

describe("what a courier carries", () => {
  it("is the cash of the doors, not what was paid otherwise or at the counter", async () => {
    await fresh();
    const basket: [string, number][] = [[here.productId, 1]];
    await delivered();
    await handOver(here, await place(here.customerId, delivery(here, basket, { wallet_minor: 4_000 })));
    await handOver(
      here,
      await place(here.customerId, delivery(here, basket, { payment_method: "card_on_delivery" })),
    );
    await handOver(here, await place(here.customerId, delivery(here, basket, { payment_method: "wallet" })));
    await handOver(here, await placePaid(here.customerId, delivery(here, basket)));
    await handOver(here, await place(here.customerId, pickup(here, basket)));
    expect(await carries()).toBe(16_000);
    const { data } = await call<{ data: Record<string, unknown>[] }>(here.ownerId, "list_courier_cash");
    expect(data[0]).toMatchObject({ courier_id: here.courier.id, cash_minor: 16_000, orders: 2 });
  });

  it("is the one's who handed the order over", async () => {
    await fresh();
    const first = here.courier;
    await delivered();
    await fresh();
    await delivered();
    expect([await carries(first), await carries()]).toEqual([10_000, 10_000]);
  });
});

describe("a hand-in", () => {
  it("takes all of it, and keeps what was counted", async () => {
    await fresh();
    await delivered();
    await delivered();
    const { body } = await handIn(19_500, here.ownerId, { note: "Bozuk yoktu" });
    expect(body).toMatchObject({
      expected_minor: 20_000,
      counted_minor: 19_500,
      difference_minor: -500,
      orders: 2,
      note: "Bozuk yoktu",
    });
    expect(await carries()).toBe(0);
    const { data } = await call<{ data: HandIn[] }>(here.ownerId, "list_hand_ins", {
      filter: { courier_id: here.courier.id },
    });
    expect(data).toEqual([body]);
  });

  it("of nothing is refused", async () => {
    await fresh();
    expect(await refusal(handIn(0))).toMatchObject({ status: "409", code: "INVALID_TRANSITION" });
  });

  it("of another vendor's courier is not found", async () => {
    const other = await shop(await city());
    await delivered();
    expect(await outcome(handIn(10_000, other.ownerId))).toBe("NOT_FOUND");
  });

  it("taken by two at once is taken by one", async () => {
    for (let round = 0; round < 8; round++) {
      await fresh();
      await delivered();
      expect(await tally([handIn(10_000), handIn(10_000, colleague)])).toEqual({
        ok: 1,
        INVALID_TRANSITION: 1,
      });
      expect(await carries()).toBe(0);
    }
  });

  it("sent eight times with one key is one", async () => {
    await fresh();
    await delivered();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => handIn(10_000, here.ownerId, {}, key)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await outcome(handIn(10_001, here.ownerId, {}, key))).toBe("IDEMPOTENCY_CONFLICT");
  });

  it("while another door is paid holds what it says it holds, and the rest stays with the courier", async () => {
    const operator = await person("admin");
    for (let round = 0; round < 10; round++) {
      await fresh();
      await delivered();
      const rides = await orderAt(here, "ON_ROUTE");
      const by = round % 2 ? operator : here.courier.userId; // who need not hold the courier's row to say so
      const both = [() => move(by, rides.id, "DELIVERED", { reason: "Deneme" }), () => handIn(10_000)];
      const started = (round % 4 < 2 ? both : both.reverse()).map((start) => start());
      expect(await tally(started)).toEqual({ ok: 2 });
      const [row] = await sql`
        select h.expected_minor::int as expected, h.orders, sum(c.amount_minor)::int as held, count(*)::int as n
        from public.cash_hand_ins h join public.cash_collections c on c.hand_in_id = h.id where h.courier_id = ${here.courier.id} group by h.id`;
      expect([row?.held, row?.n]).toEqual([row?.expected, row?.orders]);
      expect(row?.expected + (await carries())).toBe(20_000);
    }
  });
});
