// An operator's look at somebody's account: that person's rows and nobody else's, read-only by Postgres, a quarter of an hour at most.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { as, call, invoke, outcome, refusal, sql } from "./database.ts";
import { fund } from "./money.ts";
import { leaveTown, person } from "./shops.ts";
import { orderAt, type World, world } from "./world.ts";

let here: World;
let operator: string;
let other: string;
beforeAll(async () => {
  [here, operator, other] = [await world(), await person("admin"), await person("admin")];
  await fund(here.customerId, 1_000); // a wallet is made when it is first needed
});
afterAll(leaveTown);

const start = (user_id: string, reason = "Siparişi görünmüyor", actor = operator) =>
  call<{ id: string; expires_at: string }>(actor, "start_impersonation", { user_id, reason });

/** A call as PostgREST makes it for a request with this look's header. */
const through = <T>(look: string, name: string, args: Record<string, unknown> = {}, actor = operator) =>
  as(actor, async (transaction) => {
    await transaction`select set_config('request.headers', ${JSON.stringify({ "x-view-as": look })}, true)`;
    await transaction`select app.before_request()`;
    return invoke<T>(transaction, name, args);
  });

it("shows what that person sees, as that person", async () => {
  const order = await orderAt(here, "NEW");
  const { id, expires_at } = await start(here.customerId);
  expect(Date.parse(expires_at) - Date.now()).toBeLessThanOrEqual(15 * 60_000);
  expect(await through<{ id: string }>(id, "get_me")).toMatchObject({
    id: here.customerId,
    role: "customer",
  });
  const orders = await through<{ data: { id: string }[] }>(id, "list_orders", { filter: { limit: 50 } });
  expect(orders.data.map((row) => row.id)).toContain(order.id);
  expect(await through(id, "get_wallet")).toMatchObject({ balance_minor: 1_000 });
  expect(await outcome(through(id, "operator_overview"))).toBe("FORBIDDEN"); // what the person may not, the look may not
});

it("changes nothing: Postgres itself refuses to write", async () => {
  const { id } = await start(here.customerId);
  const order = await orderAt(here, "NEW");
  for (const [name, args] of [
    ["update_profile", { patch: { full_name: "Başka" } }],
    ["transition_order", { order_id: order.id, move: { to: "CANCELED_BY_USER" } }],
    ["save_address", { address: { label: "Ev", text: "Moda Caddesi 1", lat: 41, lng: 29 } }],
    ["fund_wallet", { funding: { amount_minor: 100 }, idempotency_key: randomUUID() }],
  ] as const) {
    expect(await outcome(through(id, name, args)), name).toBe("25006");
  }
});

it("is nobody else's, and over when it is ended, expired, or another has begun", async () => {
  const first = await start(here.customerId);
  for (const stranger of [other, here.ownerId, here.customerId]) {
    expect((await refusal(through(first.id, "get_me", {}, stranger))).status).toBe("403");
  }
  for (const nonsense of [randomUUID(), "x", "'; drop table users"]) {
    expect((await refusal(through(nonsense, "get_me"))).status).toBe("403");
  }
  const second = await start(here.ownerId);
  expect((await refusal(through(first.id, "get_me"))).status).toBe("403");
  await sql`update public.impersonations set started_at = now() - interval '20 minutes', expires_at = now() - interval '5 minutes' where id = ${second.id}`;
  expect((await refusal(through(second.id, "get_me"))).status).toBe("403");
  const third = await start(here.ownerId);
  await call(operator, "end_impersonation");
  expect((await refusal(through(third.id, "get_me"))).status).toBe("403");
  expect(await call(operator, "current_impersonation")).toBeNull();
});

it("ends with the operator's own role", async () => {
  const demoted = await person("admin");
  const { id } = await start(here.customerId, "Deneme", demoted);
  await sql`update public.users set role = 'customer' where id = ${demoted}`;
  expect((await refusal(through(id, "get_me", {}, demoted))).status).toBe("403");
});

it("is not of another operator, never without a reason, and on record from beginning to end", async () => {
  expect(await outcome(start(other))).toBe("FORBIDDEN");
  expect(await outcome(start(here.customerId, "  "))).toBe("VALIDATION_ERROR");
  expect(await outcome(start(randomUUID()))).toBe("NOT_FOUND");
  expect(
    await outcome(sql`insert into public.impersonations (operator_id, user_id, reason, expires_at)
    values (${operator}, ${here.customerId}, 'x', now() + interval '16 minutes')`),
  ).toBe("23514");
  await start(here.courier.userId, "Görevi açılmıyor");
  await call(operator, "end_impersonation");
  const { data } = await call<{ data: { action: string; reason: string | null }[] }>(operator, "list_audit", {
    filter: { subject_id: here.courier.userId },
  });
  expect(data.map(({ action, reason }) => [action, reason])).toEqual([
    ["impersonation.ended", null],
    ["impersonation.started", "Görevi açılmıyor"],
  ]);
});
