// Photographs of a delivery: kept once, for whoever may see the order and nobody else, for 90 days, and never in a delivery's way.
import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, outcome, refusal, SERVICE, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { leaveTown } from "./shops.ts";
import { type Body, courier, move, type Order, orderAt, tally, type World, world } from "./world.ts";

type Begun = { id: string; kind: string; at: string; file: string; kept: boolean };
type Seen = Order & { handover: { photos: { id: string; kind: string; at: string }[] } };

let here: World;
let order: Order;
beforeAll(async () => {
  here = await world();
  await sql`update public.vendors set courier_capacity = 20 where id = ${here.vendorId}`;
  order = await orderAt(here, "ON_ROUTE");
});
afterAll(() => ledgerIsSound().finally(leaveTown));

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const begin = (of: Order, more: Body = {}, key: string = randomUUID(), by = here.courier.userId) =>
  call<Begun>(by, "begin_delivery_photo", {
    order_id: of.id,
    photo: { kind: "proof", sha256: sha256("x"), ...more },
    idempotency_key: key,
  });
const finish = (id: string, by = here.courier.userId) => call(by, "finish_delivery_photo", { photo_id: id });
const file = (of: Order, id: string, by = here.customerId) =>
  call<string>(by, "get_delivery_photo", { order_id: of.id, photo_id: id });
const photos = async (of: Order) =>
  (await call<Seen>(here.customerId, "get_order", { order_id: of.id })).handover.photos;

it("counts once its file is there, and is the same under the same key", async () => {
  const key = randomUUID();
  const begun = await begin(order, {}, key);
  expect(begun).toMatchObject({ kind: "proof", kept: false, file: `${order.id}/${begun.id}.jpeg` });
  expect(await photos(order)).toEqual([]);
  expect(await outcome(file(order, begun.id))).toBe("NOT_FOUND");
  expect((await begin(order, {}, key)).id).toBe(begun.id);
  const { version } = await call<Order>(here.customerId, "get_order", { order_id: order.id });
  await finish(begun.id);
  await finish(begun.id);
  expect(await photos(order)).toEqual([{ id: begun.id, kind: "proof", at: expect.any(String) }]);
  expect(await begin(order, {}, key)).toMatchObject({ id: begun.id, kept: true });
  expect(await file(order, begun.id)).toBe(begun.file);
  expect((await call<Order>(here.customerId, "get_order", { order_id: order.id })).version).toBe(version + 1);
  for (const more of [{ sha256: sha256("y") }, { kind: "failed" }])
    expect(await outcome(begin(order, more, key))).toBe("IDEMPOTENCY_CONFLICT");
  const other = await orderAt(here, "ON_ROUTE");
  expect(await outcome(begin(other, {}, key))).toBe("IDEMPOTENCY_CONFLICT");
});

it("asked for by twenty at once is one", async () => {
  const ride = await orderAt(here, "ON_ROUTE");
  const key = randomUUID();
  const all = await Promise.all(Array.from({ length: 20 }, () => begin(ride, {}, key)));
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
});

it("is taken by the order's own courier only", async () => {
  const colleague = await courier(here.vendorId);
  expect(await outcome(begin(order, {}, undefined, colleague.userId))).toBe("NOT_FOUND");
  for (const who of [here.customerId, here.ownerId])
    expect(await outcome(begin(order, {}, undefined, who))).toBe("FORBIDDEN");
  const { id } = await begin(order);
  expect(await outcome(finish(id, colleague.userId))).toBe("NOT_FOUND");
  expect(await outcome(finish(randomUUID()))).toBe("NOT_FOUND");
});

it("belongs to a delivery on the road, or one that ended within two days", async () => {
  const ready = await orderAt(here, "READY");
  await call(here.ownerId, "assign_courier", {
    order_id: ready.id,
    assignment: { courier_id: here.courier.id },
  });
  expect(await refusal(begin(ready))).toMatchObject({ code: "INVALID_TRANSITION", status: "409" });
  const done = await orderAt(here, "ON_ROUTE");
  await move(here.courier.userId, done.id, "DELIVERED");
  expect(await outcome(begin(done))).toBe("ok");
  await sql`update public.orders set updated_at = now() - interval '49 hours' where id = ${done.id}`;
  expect(await outcome(begin(done))).toBe("INVALID_TRANSITION");
});

it("is one of six at most, however many come at once", async () => {
  const ride = await orderAt(here, "ON_ROUTE");
  expect(await tally(Array.from({ length: 9 }, () => begin(ride)))).toEqual({ ok: 6, VALIDATION_ERROR: 3 });
});

it("keeps the phone's time within the ride", async () => {
  const ride = await orderAt(here, "ON_ROUTE");
  for (const [told, fits] of [
    [new Date(Date.now() + 86_400_000).toISOString(), true],
    ["2001-01-01T00:00:00Z", true],
  ] as const) {
    const { at } = await begin(ride, { at: told });
    expect(Math.abs(Date.parse(at) - Date.now()) < 60_000).toBe(fits);
  }
});

it("is swept away after 90 days, a broken try after one, and none before its file is", async () => {
  const ride = await orderAt(here, "ON_ROUTE");
  const [old, young, broken, trying] = [
    await begin(ride),
    await begin(ride),
    await begin(ride),
    await begin(ride),
  ];
  for (const { id } of [old, young]) await finish(id);
  const age = (id: string, days: number) =>
    sql`update public.delivery_photos set created_at = now() - make_interval(days => ${days}) where id = ${id}`;
  await age(old.id, 91);
  await age(young.id, 89);
  await age(broken.id, 2);
  const expired = async () => {
    const all = await call<{ id: string; file: string }[]>(SERVICE, "list_expired_photos");
    return all.filter(({ file: name }) => name.startsWith(ride.id));
  };
  expect((await expired()).sort((a, b) => a.id.localeCompare(b.id))).toEqual(
    [old, broken].map(({ id, file: name }) => ({ id, file: name })).sort((a, b) => a.id.localeCompare(b.id)),
  );
  expect(await file(ride, old.id)).toBe(old.file); // until it is gone
  expect(await call(SERVICE, "forget_photos", { ids: [old.id, broken.id] })).toBe(2);
  expect(await expired()).toEqual([]);
  expect(await outcome(file(ride, old.id))).toBe("NOT_FOUND");
  expect((await photos(ride)).map(({ id }) => id)).toEqual([young.id]);
  expect(await outcome(finish(trying.id))).toBe("ok");
});
