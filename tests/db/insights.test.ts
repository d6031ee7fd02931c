// A vendor's figures, against orders whose story the test wrote: totals beside the period before, times, endings, who came back.
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, refusal, sql } from "./database.ts";
import { leaveTown, person, product } from "./shops.ts";
import { bring, delivery, move, place, type World, world } from "./world.ts";

type Figures = {
  totals: Record<string, number>;
  previous: Record<string, number>;
  times: Record<string, { orders: number; median: number | null; p90: number | null }>;
  by_day: { day: string; revenue_minor: number }[];
  by_weekday_hour: { weekday: number; hour: number; orders: number }[];
  top_products: { product_id: string; quantity: number }[];
  dead_products: { product_id: string }[];
  dead_count: number;
  endings: { status: string; reason: string; orders: number }[];
};

let here: World;
let there: World;
let unsold: string;
beforeAll(async () => {
  [here, there] = [await world(), await world()];
  unsold = await product(here.vendorId, "Kimse almadı");
  await sql`update public.products set created_at = now() - interval '200 days' where vendor_id = ${here.vendorId}`;
});
afterAll(leaveTown);

const figures = (filter: Record<string, unknown> = {}, who = here.ownerId) =>
  call<Figures>(who, "vendor_insights", { filter });
const order = (quantity = 1, customer = here.customerId) =>
  place(customer, delivery(here, [[here.productId, quantity]]));

/** Moves an order and its events so many days into the past, and its steps apart: confirmed at once, ready after `prep` minutes. */
async function aged(id: string, days: number, prep: number): Promise<void> {
  await sql`update public.orders set created_at = created_at - ${`${days} days`}::interval, placed_at = placed_at - ${`${days} days`}::interval where id = ${id}`;
  await sql.begin(async (transaction) => {
    await transaction`alter table public.events disable trigger events_are_immutable`;
    await transaction`update public.events e set at = o.placed_at + case e.data ->> 'to' when 'CONFIRMED' then interval '0' when 'READY' then ${`${prep} minutes`}::interval
        when 'PICKED_UP' then ${`${prep} minutes`}::interval else ${`${prep + 10} minutes`}::interval end
      from public.orders o where o.id = ${id} and e.stream_type = 'order' and e.stream_id = o.id and e.type = 'order.status_changed'`;
    await transaction`alter table public.events enable trigger events_are_immutable`;
  });
}

it("of a vendor without orders are nought, with every day and no division by it", async () => {
  const empty = await figures({ period: "30d" }, there.ownerId);
  expect(empty.totals).toMatchObject({
    orders: 0,
    revenue_minor: 0,
    average_order_minor: 0,
    customers: 0,
    back_customers: 0,
  });
  expect(empty.times).toEqual({
    prep: { orders: 0, median: null, p90: null },
    delivery: { orders: 0, median: null, p90: null },
    whole: { orders: 0, median: null, p90: null },
  });
  expect(empty.by_day).toHaveLength(30);
  expect([empty.by_weekday_hour, empty.top_products, empty.endings]).toEqual([[], [], []]);
});

it("tell the period from the one before, how long things took, what sold, what ended and who came back", async () => {
  const stranger = await person("customer");
  for (const [days, prep, quantity] of [
    [0, 10, 1],
    [1, 20, 2],
    [2, 30, 1],
  ] as const) {
    const { id } = await bring(here, await order(quantity), "DELIVERED");
    await aged(id, days, prep);
  }
  const once = await bring(here, await order(1, stranger), "DELIVERED");
  await aged(once.id, 3, 40);
  const before = await bring(here, await order(4), "DELIVERED");
  await aged(before.id, 9, 50);
  const lost = await order();
  await move(here.ownerId, lost.id, "REJECTED", { reason: "Malzeme bitti" });

  const now = await figures({ period: "7d" });
  expect(now.totals).toMatchObject({
    orders: 5,
    delivered: 4,
    rejected: 1,
    canceled: 0,
    customers: 2,
    back_customers: 1,
  });
  expect(now.previous).toMatchObject({ orders: 1, delivered: 1, customers: 1, back_customers: 0 });
  expect(now.totals.average_order_minor).toBe(Math.round((now.totals.revenue_minor ?? 0) / 4));
  expect(now.times.prep).toEqual({ orders: 4, median: 25, p90: 37 });
  expect(now.times.delivery).toEqual({ orders: 4, median: 10, p90: 10 });
  expect(now.top_products).toMatchObject([{ product_id: here.productId, quantity: 5 }]);
  expect(now.dead_products.map(({ product_id }) => product_id)).toEqual([unsold]);
  expect(now.endings).toMatchObject([{ status: "REJECTED", reason: "Malzeme bitti", orders: 1 }]);
  expect(now.by_weekday_hour.reduce((sum, { orders }) => sum + orders, 0)).toBe(5);
});

it("are of one branch when it is named, of no other vendor's, and need the right to money", async () => {
  expect((await figures({ branch_id: here.branchId })).totals.orders).toBeGreaterThan(0);
  expect(await refusal(figures({ branch_id: there.branchId }))).toMatchObject({ status: "404" });
  expect(await refusal(figures({ period: "1y" }))).toMatchObject({ status: "400" });
  const kitchen = await person("vendor_admin");
  await sql`insert into public.vendor_members (vendor_id, user_id, role) values (${here.vendorId}, ${kitchen}, 'kitchen')`;
  expect(await refusal(figures({}, kitchen))).toMatchObject({ status: "403" });
});
