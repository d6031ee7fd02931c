// A position is personal: it is seen by the order's customer, the vendor, the courier and operators, and only while it concerns them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, as, call, outcome, refusal, SERVICE, sql } from "./database.ts";
import { city, leaveTown, person, shop } from "./shops.ts";
import {
  assign,
  type Body,
  bring,
  type Courier,
  courier,
  delivery,
  move,
  type Order,
  orderAt,
  type Position,
  place,
  type World,
  world,
} from "./world.ts";

let here: World;
let rival: string; // another vendor's owner
let rider: Courier; // of that vendor
let neighbour: string; // another customer
let operator: string;

beforeAll(async () => {
  here = await world();
  const elsewhere = await shop(await city());
  rival = elsewhere.ownerId;
  [rider, neighbour, operator] = await Promise.all([
    courier(elsewhere.vendorId),
    person("customer"),
    person("admin"),
  ]);
  await sql`update public.vendors set courier_capacity = 20 where id = ${here.vendorId}`;
});
afterAll(leaveTown);

const SPOT = { lat: 40.981, lng: 29.027 };
const report = (by: Courier, more: Body = {}) =>
  call(by.userId, "report_position", { report: { ...SPOT, ...more } });
/** How many rows of a courier's trail somebody can read. */
const trail = (actor: Actor, of: Courier): Promise<number> =>
  as(actor, async (transaction) => {
    const [row] =
      await transaction`select count(*)::int as rows from public.courier_locations where courier_id = ${of.id}`;
    return row?.rows;
  });
const see = async (actor: Actor, orderId: string): Promise<Position | null> => {
  const order = await call<Order>(actor, "get_order", { order_id: orderId });
  return order.courier?.position ?? null;
};
const lastSeen = async (owner: string, of: Courier): Promise<Position | null> => {
  const { data } = await call<{ data: { id: string; last_position: Position | null }[] }>(
    owner,
    "list_vendor_couriers",
  );
  const found = data.find(({ id }) => id === of.id);
  if (!found) throw new Error("This courier is not of that vendor.");
  return found.last_position;
};
const newOrder = () => place(here.customerId, delivery(here, [[here.productId, 1]]));
const readyFor = async (by: Courier) => {
  const order = await bring(here, await newOrder(), "READY");
  await assign(here.ownerId, order.id, by.id);
  return order;
};
const shift = (by: Courier, action: "start" | "end") =>
  call(by.userId, "set_courier_shift", { shift: { action } });

describe("the customer", () => {
  it("sees the courier of their own order while it is on its way, and neither before nor after", async () => {
    const by = await courier(here.vendorId);
    const order = await readyFor(by);
    await report(by);
    expect([await see(here.customerId, order.id), await trail(here.customerId, by)]).toEqual([null, 0]);
    for (const status of ["PICKED_UP", "ON_ROUTE"]) {
      await move(by.userId, order.id, status);
      await report(by, { order_id: order.id });
      expect(await see(here.customerId, order.id)).toMatchObject({ ...SPOT, stale: false });
      expect(await trail(here.customerId, by)).toBe(status === "PICKED_UP" ? 1 : 2);
    }
    expect([await outcome(see(neighbour, order.id)), await trail(neighbour, by)]).toEqual(["NOT_FOUND", 0]);
    await move(by.userId, order.id, "DELIVERED");
    expect([await see(here.customerId, order.id), await trail(here.customerId, by)]).toEqual([null, 0]);
  });

  it("whose order waits sees nothing of the ride to somebody else", async () => {
    const by = await courier(here.vendorId);
    const [waits, rides] = [
      await readyFor(by),
      await place(neighbour, delivery(here, [[here.productId, 1]])),
    ];
    await bring(here, rides, "ON_ROUTE", by);
    await report(by);
    expect([await see(here.customerId, waits.id), await trail(here.customerId, by)]).toEqual([null, 0]);
    expect(await see(neighbour, rides.id)).toMatchObject(SPOT);
  });

  it("sees no position from before the shift", async () => {
    const by = await courier(here.vendorId);
    await report(by);
    await sql`update public.courier_locations set at = now() - interval '3 hours' where courier_id = ${by.id}`;
    const order = await bring(here, await newOrder(), "PICKED_UP", by);
    expect(await see(here.customerId, order.id)).toBeNull();
  });

  it("is told when the last position is older than 45 seconds", async () => {
    const by = await courier(here.vendorId);
    const order = await bring(here, await newOrder(), "ON_ROUTE", by);
    const reportedAgo = (
      seconds: number,
    ) => sql`insert into public.courier_locations (courier_id, order_id, lat, lng, at)
      values (${by.id}, ${order.id}, ${SPOT.lat}, ${SPOT.lng}, now() - make_interval(secs => ${seconds}))`;
    await reportedAgo(300);
    expect(await see(here.customerId, order.id)).toMatchObject({ stale: true });
    await reportedAgo(46);
    expect(await see(here.customerId, order.id)).toMatchObject({ stale: true });
    await reportedAgo(5);
    expect(await see(here.customerId, order.id)).toMatchObject({ stale: false });
  });
});

describe("the vendor", () => {
  it("sees its courier during the shift that runs, and not the one before", async () => {
    const by = await courier(here.vendorId, "offline");
    await shift(by, "start");
    await report(by);
    expect([await trail(here.ownerId, by), await lastSeen(here.ownerId, by)]).toEqual([
      1,
      expect.objectContaining(SPOT),
    ]);
    await shift(by, "end");
    expect([await trail(here.ownerId, by), await lastSeen(here.ownerId, by)]).toEqual([0, null]);
    await sql`update public.courier_locations set at = now() - interval '1 hour' where courier_id = ${by.id}`;
    await shift(by, "start");
    expect([await trail(here.ownerId, by), await lastSeen(here.ownerId, by)]).toEqual([0, null]);
  });

  it("of another courier never sees it, nor does that courier, nor a stranger", async () => {
    const by = await courier(here.vendorId);
    const order = await bring(here, await newOrder(), "ON_ROUTE", by);
    await report(by);
    expect([
      await trail(rival, by),
      await trail(rider.userId, by),
      await trail(here.courier.userId, by),
    ]).toEqual([0, 0, 0]);
    expect(await outcome(trail(null, by))).toBe("42501");
    for (const other of [rival, rider.userId, here.courier.userId])
      expect(await outcome(see(other, order.id))).toBe("NOT_FOUND");
    const { data } = await call<{ data: { id: string }[] }>(rival, "list_vendor_couriers");
    expect(data.map(({ id }) => id)).toEqual([rider.id]);
  });
});

describe("the courier and operators", () => {
  it("see the trail, also when the shift is over", async () => {
    const by = await courier(here.vendorId);
    await report(by);
    await shift(by, "end");
    expect([await trail(by.userId, by), await trail(operator, by)]).toEqual([1, 1]);
  });

  it("who was let go sees nothing more", async () => {
    const by = await courier(here.vendorId);
    await report(by);
    await call(here.ownerId, "update_courier", { courier_id: by.id, patch: { active: false } });
    expect(await trail(by.userId, by)).toBe(0);
    expect(await outcome(report(by))).toBe("COURIER_OFFLINE");
  });
});

describe("a report", () => {
  it("off shift is refused", async () => {
    const by = await courier(here.vendorId, "offline");
    expect(await refusal(report(by))).toMatchObject({ status: "422", code: "COURIER_OFFLINE" });
  });

  it("about somebody else's order, or none, is refused and kept nowhere", async () => {
    const by = await courier(here.vendorId);
    const order = await bring(here, await newOrder(), "ON_ROUTE");
    for (const order_id of [order.id, "00000000-0000-4000-8000-000000000000"]) {
      expect(await refusal(report(by, { order_id }))).toMatchObject({ status: "404", code: "NOT_FOUND" });
    }
    expect(await trail(operator, by)).toBe(0);
  });

  it("belongs to the order on the road, not to one that only waits", async () => {
    const by = await courier(here.vendorId);
    const order = await readyFor(by);
    const kept = async () => {
      const [row] =
        await sql`select order_id from public.courier_locations where courier_id = ${by.id} order by id desc limit 1`;
      return row?.order_id;
    };
    await report(by, { order_id: order.id });
    expect(await kept()).toBeNull();
    await move(by.userId, order.id, "PICKED_UP");
    await report(by);
    expect(await kept()).toBe(order.id);
  });

  it("is a courier's alone", async () => {
    for (const other of [here.customerId, here.ownerId, operator]) {
      expect(await outcome(call(other, "report_position", { report: SPOT }))).toBe("FORBIDDEN");
    }
  });

  it.each([
    [{ lat: "NaN" }],
    [{ lat: 91 }],
    [{ lng: -181 }],
    [{ lat: null }],
    [{ heading: 361 }],
    [{ accuracy: -1 }],
  ])("of %j is refused", async (wrong) => {
    expect(["23502", "23514"]).toContain(await outcome(report(await courier(here.vendorId), wrong))); // lib/platform/errors.ts: 400
  });
});

it("a trail is kept 30 days and no longer", async () => {
  const by = await courier(here.vendorId);
  await sql`insert into public.courier_locations (courier_id, lat, lng, at)
    select ${by.id}, 41, 29, now() - days * interval '1 day' from unnest(array[0, 29.9, 30.1, 400]) as days`;
  await call(SERVICE, "purge_expired");
  expect(await trail(operator, by)).toBe(2);
});

describe("a trail told late", () => {
  const trailOf = async (of: Courier) =>
    (
      await sql`select extract(epoch from now() - at)::int as ago, order_id from public.courier_locations where courier_id = ${of.id} order by at`
    ).map(({ ago, order_id }) => [ago, order_id]);

  it("completes the trail at its own times, once however often it is sent, and of this shift only", async () => {
    const fresh = await world();
    const order = await orderAt(fresh, "ON_ROUTE");
    const foreign = await orderAt(await world(), "ON_ROUTE");
    const trail = [
      { ...SPOT, seconds_ago: 7_200 }, // before the shift began
      { ...SPOT, seconds_ago: 90, order_id: order.id },
      { ...SPOT, seconds_ago: 60, order_id: foreign.id }, // not theirs
    ];
    await call(fresh.courier.userId, "report_position", { report: { ...SPOT, trail } });
    await call(fresh.courier.userId, "report_position", { report: { ...SPOT, trail } });
    const told = await trailOf(fresh.courier);
    expect(told.slice(0, 2)).toEqual([
      [expect.closeTo(90, -1), order.id],
      [expect.closeTo(60, -1), null],
    ]);
    expect(told).toHaveLength(4); // and where they are now, twice
  });

  it("never stands for where the courier is", async () => {
    const fresh = await world();
    const order = await orderAt(fresh, "ON_ROUTE");
    await call(fresh.courier.userId, "report_position", {
      report: { lat: 40.98, lng: 29.02, trail: [{ lat: 41.5, lng: 29.5, seconds_ago: 30 }] },
    });
    const seen = await call<Order>(fresh.customerId, "get_order", { order_id: order.id });
    expect(seen.courier?.position).toMatchObject({ lat: 40.98, stale: false });
  });
});
