// A kitchen takes what it can make: room is counted in minutes of work, the last of it is sold once, and what is offered is free.
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { call, type Refusal, refusal, SERVICE, sql } from "./database.ts";
import { leaveTown, MODA, openHours, person, product } from "./shops.ts";
import { type Body, bring, delivery, move, pickup, place, tally, type World, world } from "./world.ts";

const QUARTER_MS = 15 * 60_000;

let here: World;
let dish: string; // five minutes of work
beforeEach(async () => {
  here = await world();
  dish = await product(here.vendorId, "Mercimek çorbası");
  await sql`update public.products set make_minutes = 5 where id = ${dish}`;
  await hands(1);
});
afterAll(leaveTown);

const hands = (count: number | null) =>
  sql`update public.branches set kitchen_hands = ${count} where id = ${here.branchId}`;
/** A quarter of an hour some hours ahead. */
const later = (hours = 3) =>
  new Date(Math.ceil(Date.now() / QUARTER_MS) * QUARTER_MS + hours * 3_600_000).toISOString();
const plates = (count: number, at: string | null, more: Body = {}) =>
  pickup(here, [[dish, count]], { ...(at && { scheduled_for: at }), ...more });
const reserved = async (orderId: string) => {
  const rows =
    await sql`select slot, minutes from public.kitchen_reservations where order_id = ${orderId} order by slot`;
  return rows.map(({ slot, minutes }) => [slot.toISOString(), minutes]);
};
const earlier = (at: string, quarters: number) =>
  new Date(Date.parse(at) - quarters * QUARTER_MS).toISOString();
type Slots = { earliest: string | null; days: { date: string; slots: string[] }[] };
const slotsOf = async (wish: Body = {}) =>
  call<Slots>(null, "list_slots", { branch_id: here.branchId, wish });
const times = async (wish: Body = {}) =>
  (await slotsOf(wish)).days.flatMap(({ slots }) => slots).map((at) => new Date(at).toISOString());
const alternatives = ({ details }: Refusal) =>
  (details.alternatives as string[]).map((at) => new Date(at).toISOString());

describe("room in a quarter of an hour", () => {
  it("is counted in minutes of work, not in orders", async () => {
    const at = later();
    await place(here.customerId, plates(2, at)); // 10 of 15 minutes
    expect(await refusal(place(here.customerId, plates(2, at)))).toMatchObject({
      status: "409",
      code: "SLOT_UNAVAILABLE",
    });
    const last = await place(here.customerId, plates(1, at));
    expect(await reserved(last.id)).toEqual([[earlier(at, 1), 5]]);
    await hands(2);
    expect((await place(here.customerId, plates(3, at))).status).toBe("NEW");
  });

  it("is sold once: of 20 who want the last of it one gets it, and the others are told the next free times", async () => {
    const at = later();
    await place(here.customerId, plates(2, at));
    const others = await Promise.all(Array.from({ length: 8 }, () => person("customer")));
    const wants = Array.from({ length: 20 }, (_, n) => place(others[n % 8] ?? "", plates(1, at)));
    expect(await tally(wants)).toEqual({ ok: 1, SLOT_UNAVAILABLE: 19 });
    const [sum] =
      await sql`select sum(minutes)::int as minutes from public.kitchen_reservations where branch_id = ${here.branchId}`;
    expect(sum?.minutes).toBe(15);
    const told = alternatives(await refusal(place(here.customerId, plates(1, at))));
    expect(told).toHaveLength(3);
    expect(told).not.toContain(at);
    for (const free of told) await place(here.customerId, plates(3, free));
  });

  it("for as soon as possible is refused when there is none, the quote moves its estimate to the next that is free", async () => {
    const first = await place(here.customerId, plates(3, null));
    const told = await call<Body & { eta_at: string; problems: (Refusal & Body)[] }>(null, "quote_order", {
      draft: plates(3, null),
    });
    expect(told.problems).toMatchObject([{ code: "SLOT_UNAVAILABLE", details: { reason: "KITCHEN_FULL" } }]);
    const [next] = alternatives(told.problems[0] as Refusal);
    expect(Date.parse(next ?? "")).toBeGreaterThan(
      Date.parse((first as unknown as { eta_at: string }).eta_at),
    );
    expect(Math.abs(Date.parse(told.eta_at) - Date.parse(next ?? ""))).toBeLessThan(60_000);
    expect(await refusal(place(here.customerId, plates(3, null)))).toMatchObject({
      code: "SLOT_UNAVAILABLE",
    });
    await place(here.customerId, plates(3, next ?? null));
  });

  it("is taken whole for work of several quarters, which begins now or later", async () => {
    const at = later();
    const feast = await place(here.customerId, plates(7, at)); // 35 minutes
    expect(await reserved(feast.id)).toEqual([
      [earlier(at, 3), 5],
      [earlier(at, 2), 15],
      [earlier(at, 1), 15],
    ]);
    expect(await refusal(place(here.customerId, plates(1, earlier(at, 1))))).toMatchObject({
      code: "SLOT_UNAVAILABLE",
    });
    await place(here.customerId, plates(2, earlier(at, 2)));
    expect(await refusal(place(here.customerId, plates(99, null)))).toMatchObject({
      code: "SLOT_UNAVAILABLE",
    });
  });

  it("is the kitchen's: a ride takes none of it", async () => {
    const at = later();
    const order = await place(here.customerId, delivery(here, [[dish, 3]], { scheduled_for: at }));
    const [row] = await sql`select ride_minutes from public.orders where id = ${order.id}`;
    expect(row?.ride_minutes).toBeLessThan(15);
    expect(await reserved(order.id)).toEqual([[earlier(at, 1), 15]]);
  });

  it.each([
    ["a rejection", (id: string) => move(here.ownerId, id, "REJECTED")],
    ["a cancellation", (id: string) => move(here.customerId, id, "CANCELED_BY_USER")],
    [
      "the job",
      async (id: string) => {
        await sql`update public.orders set confirm_by = '2000-01-01' where id = ${id}`;
        await call(SERVICE, "reject_unconfirmed_orders");
      },
    ],
  ])("is given back by %s", async (_, end) => {
    const at = later();
    const order = await place(here.customerId, plates(3, at));
    await end(order.id);
    expect(await reserved(order.id)).toEqual([]);
    await place(here.customerId, plates(3, at));
  });

  it("is without limit where nobody said how many hands there are, and for what needs no work", async () => {
    await hands(null);
    const at = later();
    for (let n = 0; n < 3; n++)
      expect(await reserved((await place(here.customerId, plates(99, at))).id)).toEqual([]);
    await hands(1);
    await place(here.customerId, plates(3, at));
    await sql`update public.products set make_minutes = 0 where id = ${dish}`;
    await place(here.customerId, plates(99, at));
  });

  it("is said by the vendor, for its own branches and products only", async () => {
    await call(here.ownerId, "update_branch", { branch_id: here.branchId, patch: { kitchen_hands: 4 } });
    const changed = await call<Body>(here.ownerId, "update_product", {
      product_id: dish,
      patch: { make_minutes: 12 },
    });
    expect(changed.make_minutes).toBe(12);
    const [row] = await sql`select kitchen_hands from public.branches where id = ${here.branchId}`;
    expect(row?.kitchen_hands).toBe(4);
    await call(here.ownerId, "update_branch", { branch_id: here.branchId, patch: { kitchen_hands: null } });
    const stranger = (await world()).ownerId;
    expect(
      await refusal(
        call(stranger, "update_branch", { branch_id: here.branchId, patch: { kitchen_hands: 1 } }),
      ),
    ).toMatchObject({ status: "404" });
  });

  it("of a day that is over is forgotten", async () => {
    const order = await place(here.customerId, plates(1, later()));
    await sql`update public.kitchen_reservations set slot = slot - interval '3 days' where order_id = ${order.id}`;
    await call(SERVICE, "purge_expired");
    expect(await reserved(order.id)).toEqual([]);
    expect(
      await bring(here, await place(here.customerId, delivery(here, [[dish, 1]])), "DELIVERED"),
    ).toMatchObject({ status: "DELIVERED" });
  });
});

describe("the times that are offered", () => {
  it("are quarters of an hour from preparation and ride on, seven days ahead and no further", async () => {
    const [soon] = await times();
    const open = await times();
    expect(open.every((at) => Date.parse(at) % QUARTER_MS === 0)).toBe(true);
    expect(Date.parse(soon ?? "") - Date.now()).toBeGreaterThan(20 * 60_000);
    expect(Date.parse(soon ?? "") - Date.now()).toBeLessThan(37 * 60_000);
    expect(Date.parse(open.at(-1) ?? "")).toBeLessThanOrEqual(Date.now() + 7 * 86_400_000);
    expect((await slotsOf()).days).toHaveLength(8);
    const [far] = await times({ lat: MODA.lat + 0.01, lng: MODA.lng });
    expect(Date.parse(far ?? "")).toBeGreaterThanOrEqual(Date.parse(soon ?? ""));
  });

  it("leave out what is full for such an order, and nothing else", async () => {
    const at = later();
    await place(here.customerId, plates(2, at));
    expect(await times({ make_minutes: 5 })).toContain(at);
    expect(await times({ make_minutes: 6 })).not.toContain(at);
    expect(await times({ make_minutes: 6 })).toContain(earlier(at, 1));
  });

  it("end with the hours, count those after midnight to their day, and follow a special day", async () => {
    await openHours(
      here.branchId,
      Array.from({ length: 7 }, (_, weekday) => [weekday, "18:00", "02:00"]),
    );
    const clock = (at: string) =>
      new Date(at).toLocaleTimeString("tr-TR", {
        timeZone: "Europe/Istanbul",
        hour: "2-digit",
        minute: "2-digit",
      });
    const day = (await slotsOf()).days[2];
    expect(
      day?.slots
        .map(clock)
        .filter((time) => time < "18:00")
        .at(-1),
    ).toBe("01:45");
    expect(day?.slots.map(clock).find((time) => time >= "02:00")).toBe("18:00");
    await sql`insert into public.branch_special_days (branch_id, date, closed) values (${here.branchId}, ${day?.date ?? ""}, true)`;
    const shut = (await slotsOf()).days.find(({ date }) => date === day?.date);
    expect(shut?.slots.map(clock).at(-1)).toBe("01:45");
  });

  it("are none when the branch never opens", async () => {
    await openHours(here.branchId, []);
    expect(await slotsOf()).toMatchObject({ earliest: null, days: [] });
  });
});
