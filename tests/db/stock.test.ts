// The last piece is sold once: counted stock under real concurrency, and its way back when an order ends unhappily.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, SERVICE, sql, waiting } from "./database.ts";
import { leaveTown, person, product } from "./shops.ts";
import {
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
let customers: string[];
const counted = async (quantity: number) => {
  const id = await product(here.vendorId, `Sayılı ${randomUUID()}`);
  await setStock(here.branchId, id, quantity);
  return id;
};
const left = (id: string) => stockOf(here.branchId, id);
const ordersOf = async (productId: string): Promise<number> => {
  const [row] =
    await sql`select count(*)::int as orders from public.order_items where product_id = ${productId}`;
  return row?.orders;
};

beforeAll(async () => {
  here = await world();
  customers = [here.customerId, ...(await Promise.all(Array.from({ length: 7 }, () => person("customer"))))];
});
afterAll(leaveTown);

const anyCustomer = (n: number): string => customers[n % customers.length] ?? here.customerId;

describe("many want the same", () => {
  it("sells 50 pieces to the first 50 of 200 orders at once, and tells the others", async () => {
    const last = await counted(50);
    const orders = Array.from({ length: 200 }, (_, n) =>
      place(anyCustomer(n), n % 2 ? delivery(here, [[last, 1]]) : pickup(here, [[last, 1]])),
    );
    expect(await tally(orders)).toEqual({ ok: 50, OUT_OF_STOCK: 150 });
    expect(await left(last)).toBe(0);
    expect(await ordersOf(last)).toBe(50);
  });

  it("refuses with 409 and names the product, and takes nothing of the rest of the basket", async () => {
    const [plenty, few] = [await counted(10), await counted(2)];
    const refused = await refusal(
      place(
        here.customerId,
        delivery(here, [
          [plenty, 5],
          [few, 3],
        ]),
      ),
    );
    expect(refused).toMatchObject({ status: "409", code: "OUT_OF_STOCK", details: { product_id: few } });
    expect([await left(plenty), await left(few)]).toEqual([10, 2]);
  });

  it("adds up the lines of one product", async () => {
    const few = await counted(3);
    expect(
      await outcome(
        place(
          here.customerId,
          delivery(here, [
            [few, 2],
            [few, 2],
          ]),
        ),
      ),
    ).toBe("OUT_OF_STOCK");
    await place(
      here.customerId,
      delivery(here, [
        [few, 2],
        [few, 1],
      ]),
    );
    expect(await left(few)).toBe(0);
  });
});

describe("baskets in any order of products", () => {
  const shuffled = <T>(list: T[]): T[] =>
    list
      .map((item) => ({ item, at: Math.random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);

  it("never wait for each other in a circle, also while orders are canceled", async () => {
    const shelf = await Promise.all(Array.from({ length: 6 }, () => counted(60)));
    const journeys = Array.from({ length: 120 }, async (_, n) => {
      const basket = shuffled(shelf).slice(0, 4);
      const order = await place(
        anyCustomer(n),
        delivery(
          here,
          basket.map((id) => [id, 1]),
        ),
      );
      if (n % 3 === 0) await move(anyCustomer(n), order.id, "CANCELED_BY_USER");
    });
    const counts = await tally(journeys);
    expect(Object.keys(counts).filter((name) => name !== "ok" && name !== "OUT_OF_STOCK")).toEqual([]);
    for (const id of shelf) {
      const [row] =
        await sql`select coalesce(sum(i.quantity), 0)::int as taken from public.order_items i join public.orders o on o.id = i.order_id
        where i.product_id = ${id} and o.status = 'NEW'`;
      expect((await left(id)) ?? -1).toBe(60 - row?.taken);
    }
  });

  it("do not meet the job in a circle, which gives back many orders' stock at once", async () => {
    const [first, second, third] = (
      await Promise.all(Array.from({ length: 3 }, () => counted(10)))
    ).sort() as [string, string, string];
    const late = [
      await place(here.customerId, delivery(here, [[third, 1]])),
      await place(
        here.customerId,
        delivery(here, [
          [first, 1],
          [second, 1],
        ]),
      ),
    ];
    await sql`update public.orders set confirm_by = timestamptz '2000-01-01' + number * interval '1 second' where id = any (${late.map(({ id }) => id)})`;
    let job: Promise<unknown> = Promise.resolve();
    let order: Promise<unknown> = Promise.resolve();
    await sql.begin(async (blocker) => {
      await blocker`select from public.branch_stock where branch_id = ${here.branchId} and product_id = ${first} for update`;
      job = call(SERVICE, "reject_unconfirmed_orders");
      await waiting(1);
      order = place(
        here.customerId,
        delivery(here, [
          [second, 1],
          [third, 1],
        ]),
      );
      await waiting(2, 300);
    });
    expect(await tally([job, order])).toEqual({ ok: 2 });
    expect([await left(first), await left(second), await left(third)]).toEqual([10, 9, 9]);
  });

  it("do not meet in a circle when a product becomes counted meanwhile", async () => {
    const ids = [
      await product(here.vendorId, "Sayısız 1"),
      await product(here.vendorId, "Sayısız 2"),
    ].sort() as [string, string];
    await setStock(here.branchId, ids[1], 10);
    const basket = delivery(here, [
      [ids[0], 1],
      [ids[1], 1],
    ]);
    const work: Promise<unknown>[] = [];
    await sql.begin(async (blocker) => {
      await blocker`select from public.branch_stock where branch_id = ${here.branchId} and product_id = ${ids[1]} for update`;
      work.push(place(anyCustomer(0), basket));
      await waiting(1);
      work.push(
        call(here.ownerId, "set_stock", {
          product_id: ids[0],
          body: { branch_id: here.branchId, stock_policy: "counted", quantity: 10 },
        }),
      );
      await waiting(2, 300);
      work.push(place(anyCustomer(1), basket));
      await waiting(3, 300);
    });
    expect(await tally(work)).toEqual({ ok: 3 });
    expect(await left(ids[1])).toBe(8);
  });
});

describe("an unhappy end gives back exactly what was taken, once", () => {
  let shelf: string[];
  const start = async (): Promise<Order> => {
    shelf = [await counted(10), await counted(10), await product(here.vendorId, "Sınırsız")];
    const [a, b, c] = shelf as [string, string, string];
    return place(
      here.customerId,
      delivery(here, [
        [b, 3],
        [a, 1],
        [c, 4],
        [a, 1],
      ]),
    );
  };
  const leftOnShelf = async () => [
    await left(shelf[0] ?? ""),
    await left(shelf[1] ?? ""),
    await left(shelf[2] ?? ""),
  ];

  const ends: [string, (order: Order) => Promise<unknown>][] = [
    ["a rejection", (order) => move(here.ownerId, order.id, "REJECTED")],
    ["a cancellation by the customer", (order) => move(here.customerId, order.id, "CANCELED_BY_USER")],
    [
      "a cancellation by the vendor",
      async (order) => {
        await bring(here, order, "READY");
        return move(here.ownerId, order.id, "CANCELED_BY_VENDOR");
      },
    ],
    [
      "a cancellation by an operator on the road",
      async (order) => {
        const operator = await person("admin");
        await bring(here, order, "ON_ROUTE");
        return move(operator, order.id, "CANCELED_BY_VENDOR", { reason: "Kaza" });
      },
    ],
    [
      "the job",
      async (order) => {
        await sql`update public.orders set confirm_by = '2000-01-01' where id = ${order.id}`;
        return call(SERVICE, "reject_unconfirmed_orders");
      },
    ],
  ];
  it.each(ends)("by %s", async (_, end) => {
    const order = await start();
    expect(await leftOnShelf()).toEqual([8, 7, null]);
    await end(order);
    expect(await leftOnShelf()).toEqual([10, 10, null]);
    const again = await tally([
      move(here.ownerId, order.id, "REJECTED"),
      move(here.customerId, order.id, "CANCELED_BY_USER"),
      call(SERVICE, "reject_unconfirmed_orders"),
    ]);
    expect(again).toEqual({ INVALID_TRANSITION: 2, ok: 1 });
    expect(await leftOnShelf()).toEqual([10, 10, null]);
  });

  it("and a happy one keeps it", async () => {
    await bring(here, await start(), "DELIVERED");
    expect(await leftOnShelf()).toEqual([8, 7, null]);
  });

  it("gives nothing to a product that was not counted when it was ordered", async () => {
    const id = await product(here.vendorId, "Sonradan sayılan");
    const order = await place(here.customerId, delivery(here, [[id, 4]]));
    await setStock(here.branchId, id, 10);
    await move(here.customerId, order.id, "CANCELED_BY_USER");
    expect(await left(id)).toBe(10);
  });

  it("gives nothing to a product that is no longer counted", async () => {
    const id = await counted(10);
    const order = await place(here.customerId, delivery(here, [[id, 4]]));
    await setStock(here.branchId, id, null);
    await move(here.customerId, order.id, "CANCELED_BY_USER");
    expect(await left(id)).toBeNull();
  });

  it("is not held up by a full shelf", async () => {
    const id = await counted(10);
    const order = await place(here.customerId, delivery(here, [[id, 4]]));
    await setStock(here.branchId, id, 1_000_000);
    await move(here.customerId, order.id, "CANCELED_BY_USER");
    expect(await left(id)).toBe(1_000_000);
  });

  it("happens once when four end the same order at the same moment", async () => {
    for (let round = 0; round < 10; round++) {
      const order = await start();
      const counts = await tally([
        move(here.ownerId, order.id, "REJECTED"),
        move(here.customerId, order.id, "CANCELED_BY_USER"),
        move(here.customerId, order.id, "CANCELED_BY_USER"),
        move(here.ownerId, order.id, "REJECTED"),
      ]);
      expect(counts).toEqual({ ok: 1, INVALID_TRANSITION: 3 });
      expect(await leftOnShelf()).toEqual([10, 10, null]);
    }
  });
});
