// The operator's desk: what waits and since when, a search that finds whoever is on the phone, a person's page, suspension, the town.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, sql } from "./database.ts";
import { leaveTown, person } from "./shops.ts";
import { assign, delivery, move, orderAt, place, type World, world } from "./world.ts";

type Decision = { kind: string; count: number; oldest_at: string };
type Overview = { decisions: Decision[]; today: Record<string, number> };
type Found = Record<"orders" | "users" | "vendors" | "couriers", { id: string; full_name?: string }[]>;

let here: World;
let operator: string;
beforeAll(async () => {
  [here, operator] = [await world(), await person("admin")];
});
afterAll(leaveTown);

describe("the overview", () => {
  const overview = () => call<Overview>(operator, "operator_overview");
  const waiting = async (kind: string) =>
    (await overview()).decisions.find((decision) => decision.kind === kind) ?? { count: 0, oldest_at: null };

  it("counts an order from the minute its promise has passed, and no longer than it runs", async () => {
    const before = (await waiting("late_orders")).count;
    const order = await orderAt(here, "CONFIRMED");
    expect((await waiting("late_orders")).count).toBe(before);
    await sql`update public.orders set eta_at = now() - interval '3 days' where id = ${order.id}`;
    const late = await waiting("late_orders");
    expect(late.count).toBe(before + 1);
    expect(Date.now() - Date.parse(late.oldest_at ?? "")).toBeGreaterThan(2.9 * 86_400_000);
    await move(here.ownerId, order.id, "CANCELED_BY_VENDOR");
    expect((await waiting("late_orders")).count).toBe(before);
  });

  it("says what waits, oldest first, and leaves out what does not", async () => {
    const name = `desk-${randomUUID()}`;
    await sql`insert into public.consumers (name, event_types, paused_at) values (${name}, '{}', '2020-01-01')`;
    const { decisions } = await overview();
    expect(decisions[0]).toMatchObject({ kind: "paused", oldest_at: "2020-01-01T00:00:00+00:00" });
    const ages = decisions.map(({ oldest_at }) => oldest_at);
    expect(ages).toEqual([...ages].sort());
    expect(decisions.every(({ count }) => count > 0)).toBe(true);
    await sql`delete from public.consumers where name = ${name}`;
    expect((await overview()).decisions.filter(({ oldest_at }) => oldest_at.startsWith("2020"))).toEqual([]);
  });

  it("counts today's orders as they come and end", async () => {
    const { today } = await overview();
    await orderAt(here, "DELIVERED");
    const { today: then } = await overview();
    expect(then.orders).toBe((today.orders ?? 0) + 1);
    expect(then.delivered).toBe((today.delivered ?? 0) + 1);
    expect(then.revenue_minor).toBeGreaterThan(today.revenue_minor ?? 0);
  });
});

describe("the search", () => {
  const find = (q: string) => call<Found>(operator, "search_desk", { q });
  const named = async (full_name: string, role: "customer" | "courier" = "customer") => {
    const id = await person(role);
    await sql`update public.users set full_name = ${full_name} where id = ${id}`;
    return id;
  };
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

  it("finds a person however the Turkish letters are typed, from their first letters on", async () => {
    const id = await named("Işıl Gülşen Öztürkçü");
    for (const q of ["ISIL", "ışıl", "isil gul", "öztürk", "OZTURK", "gulsen"]) {
      expect(ids((await find(q)).users), q).toContain(id);
    }
    expect(ids((await find("oztruk")).users)).not.toContain(randomUUID());
    expect(ids((await find("vwxyzq")).users)).toEqual([]);
  });

  it("finds by e-mail, the exact one first", async () => {
    const [wanted] = [await person("customer"), await person("customer")];
    expect(ids((await find(`${wanted}@test.invalid`)).users)[0]).toBe(wanted);
    expect(ids((await find(wanted.slice(0, 8))).users)).toContain(wanted);
  });

  it("finds an order by its number, the very one first, and by the beginning of its id", async () => {
    const order = await orderAt(here, "NEW");
    for (const q of [order.number, `#${order.number}`, order.id.slice(0, 13), order.id]) {
      expect(ids((await find(q)).orders)[0], q).toBe(order.id);
    }
    const begins = (await find(order.number.slice(0, 2))).orders as unknown as { number: string }[];
    expect(begins.length).toBeGreaterThan(0);
    expect(begins.every(({ number }) => number.startsWith(order.number.slice(0, 2)))).toBe(true);
  });

  it("finds a courier with their vendor, and among the couriers only", async () => {
    const id = await named("Çağrı Kuryeoğlu", "courier");
    await sql`insert into public.couriers (user_id, vendor_id) values (${id}, ${here.vendorId})`;
    const found = await find("cagri kuryeoglu");
    expect(found.couriers).toMatchObject([{ user_id: id, full_name: "Çağrı Kuryeoğlu" }]);
    expect(ids(found.users)).not.toContain(id);
  });

  it("answers eight of a kind at most, and nothing to a single letter or to signs", async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => named(`Kalabalık Kişi ${n}`)));
    expect((await find("kalabalik")).users).toHaveLength(8);
    for (const q of ["a", "", "   ", "%", "'"]) {
      const found = await find(q);
      expect([found.users, found.vendors, found.couriers, found.orders], q).toEqual([[], [], [], []]);
    }
  });

  it("reads by index, however many people there are", async () => {
    const plan = await sql.begin(async (transaction) => {
      await transaction`set local enable_seqscan = off`;
      return transaction`explain select id from public.users u
        where app.fold(u.full_name || ' ' || u.email) operator(extensions.%>) 'isil' or u.id between ${randomUUID()} and ${randomUUID()}`;
    });
    expect(JSON.stringify(plan)).toContain("users_search");
    expect(JSON.stringify(plan)).not.toContain("Seq Scan");
  });
});

describe("a person", () => {
  type Person = {
    suspended_at: string | null;
    address_count: number;
    order_count: number;
    orders: { id: string }[];
    wallet: { balance_minor: number } | null;
    vendors: { id: string; as: string }[];
    record: { action: string; reason: string }[];
  };
  const read = (user_id: string) => call<Person>(operator, "get_person", { user_id });
  const suspend = (user_id: string, suspended: boolean, reason = "Sahte sipariş") =>
    call<Person>(operator, "set_person_suspended", { user_id, suspended, reason });

  it("is shown with their orders; a courier with those they carry", async () => {
    const order = await orderAt(here, "CONFIRMED");
    await assign(here.ownerId, order.id, here.courier.id);
    expect((await read(here.customerId)).orders.map(({ id }) => id)).toContain(order.id);
    expect((await read(here.courier.userId)).orders[0]?.id).toBe(order.id);
    expect((await refusal(read(randomUUID()))).code).toBe("NOT_FOUND");
  });

  it("is shown as what they are at a vendor; who left it is none of its people", async () => {
    const cook = await person("vendor_admin");
    await sql`insert into public.vendor_members (vendor_id, user_id, role) values (${here.vendorId}, ${cook}, 'kitchen')`;
    const roleAt = async (id: string) => (await read(id)).vendors.map((vendor) => [vendor.id, vendor.as]);
    expect(await roleAt(cook)).toEqual([[here.vendorId, "kitchen"]]);
    expect(await roleAt(here.ownerId)).toEqual([[here.vendorId, "owner"]]);
    expect(await roleAt(here.courier.userId)).toEqual([[here.vendorId, "courier"]]);
    await sql`update public.vendor_members set active = false where user_id = ${cook}`;
    expect(await roleAt(cook)).toEqual([]);
  });

  it("suspended opens nothing, is signed out, and is on record; reinstated goes on as before", async () => {
    const id = await person("customer");
    await sql`insert into auth.sessions (id, user_id, created_at, updated_at) values (${randomUUID()}, ${id}, now(), now())`;
    expect((await suspend(id, true)).suspended_at).not.toBeNull();
    await suspend(id, true); // asked twice
    expect(await outcome(call(id, "get_me"))).toBe("ACCOUNT_SUSPENDED");
    for (const name of ["list_addresses", "get_wallet"]) {
      expect(await outcome(call(id, name)), name).toBe("UNAUTHENTICATED");
    }
    expect(
      await outcome(
        call(id, "place_order", {
          order_body: delivery(here, [[here.productId, 1]]),
          idempotency_key: randomUUID(),
        }),
      ),
    ).toBe("UNAUTHENTICATED");
    expect(await sql`select from auth.sessions where user_id = ${id}`).toHaveLength(0);
    const back = await suspend(id, false, "Yanlışlıkla");
    expect(back.record.map(({ action, reason }) => [action, reason])).toEqual([
      ["user.reinstated", "Yanlışlıkla"],
      ["user.suspended", "Sahte sipariş"],
    ]);
    expect((await place(id, delivery(here, [[here.productId, 1]]))).status).toBe("NEW");
    const [account] = await sql`select banned_until from auth.users where id = ${id}`;
    expect(account?.banned_until).toBeNull();
  });

  it("who is an operator cannot be suspended, and nobody without a reason", async () => {
    expect(await outcome(suspend(await person("admin"), true))).toBe("FORBIDDEN");
    expect(await outcome(suspend(here.customerId, true, "  "))).toBe("VALIDATION_ERROR");
  });
});

it("the town shows who is on the road and which order is late", async () => {
  type Town = {
    orders: { id: string; late: boolean; courier_id: string | null }[];
    couriers: { id: string; active_orders: number; position: { lat: number } | null }[];
  };
  const order = await orderAt(here, "ON_ROUTE");
  await call(here.courier.userId, "report_position", {
    report: { lat: 40.98, lng: 29.02, order_id: order.id },
  });
  await sql`update public.orders set eta_at = now() - interval '2 days' where id = ${order.id}`;
  const town = await call<Town>(operator, "get_town");
  expect(town.orders.find(({ id }) => id === order.id)).toMatchObject({
    late: true,
    courier_id: here.courier.id,
  });
  expect(town.couriers.find(({ id }) => id === here.courier.id)).toMatchObject({ position: { lat: 40.98 } });
  await move(here.courier.userId, order.id, "DELIVERED");
  expect((await call<Town>(operator, "get_town")).orders.map(({ id }) => id)).not.toContain(order.id);
});
