// An order that nobody answers: whom it calls and when, that each step is made once, and that whoever has seen it ends them.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call, outcome, refusal, SERVICE, sql } from "./database.ts";
import { toldOf } from "./notifications.ts";
import { leaveTown, person } from "./shops.ts";
import { delivery, move, orderAt, place, tally, type World, world } from "./world.ts";

type Alarms = { order_id: string; steps: { step: string; by: string | null }[] };

let here: World;
let stranger: World;

beforeAll(async () => {
  [here, stranger] = await Promise.all([world(), world()]);
});
afterAll(leaveTown);

const set = (minutes: Record<string, number | null>) =>
  sql`update public.branches set ${sql({ paused_until: null, paused_by: null, ...minutes })} where id = ${here.branchId}`;
beforeEach(() =>
  set({ alarm_push_minutes: 2, alarm_email_minutes: 4, alarm_pause_minutes: 8, confirm_minutes: 10 }),
);

/** A new order of the world's branch that came in so many minutes ago. */
async function waiting(minutes: number): Promise<string> {
  await sql`update public.branches set paused_until = null where id = ${here.branchId}`;
  const { id } = await orderAt(here, "NEW");
  await sql`update public.orders set placed_at = placed_at - make_interval(secs => ${minutes * 60}),
    confirm_by = confirm_by - make_interval(secs => ${minutes * 60}) where id = ${id}`;
  return id;
}

const run = () => call<Record<string, number>>(SERVICE, "escalate_unanswered");
const alarmsOf = (orderId: string, actor = here.ownerId) =>
  call<Alarms>(actor, "get_order_alarms", { order_id: orderId });
const stepsOf = async (orderId: string) => (await alarmsOf(orderId)).steps.map(({ step }) => step).sort();
const kindsOf = async (orderId: string) =>
  (await toldOf(orderId))
    .filter(({ user_id, kind }) => user_id === here.ownerId && kind !== "order_placed")
    .map(({ kind }) => kind);
const see = (orderId: string, actor = here.ownerId) =>
  call<Alarms>(actor, "see_order", { order_id: orderId });

describe("an unanswered order", () => {
  it.each([
    [1, [], []],
    [3, ["push"], ["order_unanswered"]],
    [5, ["email", "push"], ["order_unanswered", "order_still_unanswered"]],
    [9, ["email", "pause", "push"], ["order_unanswered", "order_still_unanswered", "branch_paused"]],
  ])("of %i minutes has called for %j", async (minutes, steps, kinds) => {
    const id = await waiting(minutes);
    await run();
    expect(await stepsOf(id)).toEqual(steps);
    expect(await kindsOf(id)).toEqual(kinds);
  });

  it("calls earlier where the branch allows less time to confirm", async () => {
    await set({ confirm_minutes: 3 });
    const id = await waiting(1.6);
    await run();
    expect(await stepsOf(id)).toEqual(["email", "push"]);
  });

  it("takes only the steps its branch has", async () => {
    await set({ alarm_push_minutes: null, alarm_pause_minutes: null });
    const id = await waiting(9.5);
    await run();
    expect(await stepsOf(id)).toEqual(["email"]);
    expect(await pausedUntil()).toBeNull();
  });

  it("that was answered calls nobody", async () => {
    const id = await waiting(9);
    await move(here.ownerId, id, "CONFIRMED");
    await run();
    expect(await stepsOf(id)).toEqual([]);
  });

  it("takes each step once, however many runs there are at once", async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => waiting(9)));
    await Promise.all(Array.from({ length: 8 }, run));
    await run(); // who was locked by another run has its turn
    for (const id of ids) expect(await stepsOf(id)).toEqual(["email", "pause", "push"]);
    const [row] = await sql`select count(*)::int as events from public.outbox_events
      where type = 'order.unanswered' and stream_id = any (${ids})`;
    expect(row?.events).toBe(15);
  });

  it("is rejected with its money given back when all that has not helped", async () => {
    const id = await waiting(11);
    await run();
    await call(SERVICE, "reject_unconfirmed_orders");
    const [order] = await sql`select status, end_reason from public.orders where id = ${id}`;
    expect(order).toEqual({ status: "REJECTED", end_reason: "CONFIRM_TIMEOUT" });
    const told = (await toldOf(id)).filter(({ user_id }) => user_id === here.customerId);
    expect(told.map(({ kind }) => kind)).toEqual(["order_rejected"]);
  });
});

describe("an order that somebody has seen", () => {
  it("takes no further step, and tells who saw it", async () => {
    const id = await waiting(3);
    await run();
    await see(id);
    await sql`update public.orders set placed_at = placed_at - interval '6 minutes' where id = ${id}`;
    await run();
    expect((await alarmsOf(id)).steps).toEqual([
      { step: "push", at: expect.any(String), by: null },
      { step: "seen", at: expect.any(String), by: "Deneme" },
    ]);
  });

  it("was seen once, by two at once", async () => {
    const id = await waiting(0);
    expect(await tally([see(id), see(id)])).toEqual({ ok: 2 });
    expect(await stepsOf(id)).toEqual(["seen"]);
  });

  it("still has to be confirmed in time", async () => {
    const id = await waiting(11);
    await see(id);
    await call(SERVICE, "reject_unconfirmed_orders");
    expect((await sql`select status from public.orders where id = ${id}`)[0]?.status).toBe("REJECTED");
  });

  it("and answered stays answered", async () => {
    const id = await waiting(0);
    await move(here.ownerId, id, "CONFIRMED");
    expect((await see(id)).steps).toEqual([]);
  });

  it("is told to the board", async () => {
    const id = await waiting(0);
    await see(id);
    const [message] = await sql`select event, payload from realtime.messages
      where topic = ${`branch:${here.branchId}`} and payload ->> 'order_id' = ${id} and event = 'order.alarm'`;
    expect(message?.payload).toMatchObject({ order_id: id, step: "seen" });
  });

  it("is among those that wait until it is answered", async () => {
    const id = await waiting(0);
    await see(id);
    const list = async () =>
      (await call<{ data: Alarms[] }>(here.ownerId, "list_waiting_alarms", { filter: { limit: 50 } })).data;
    expect((await list()).find(({ order_id }) => order_id === id)?.steps).toHaveLength(1);
    await move(here.ownerId, id, "REJECTED");
    expect((await list()).some(({ order_id }) => order_id === id)).toBe(false);
  });

  it("is nobody else's to see", async () => {
    const id = await waiting(0);
    expect(await refusal(see(id, stranger.ownerId))).toMatchObject({ status: "404" });
    expect(await refusal(see(id, here.customerId))).toMatchObject({ status: "403" });
    expect(await refusal(alarmsOf(id, here.customerId))).toMatchObject({ status: "403" });
    expect(await refusal(alarmsOf(id, stranger.ownerId))).toMatchObject({ status: "404" });
    expect((await alarmsOf(id, await person("admin"))).order_id).toBe(id);
  });
});

const pausedUntil = async () =>
  (await sql`select paused_until from public.branches where id = ${here.branchId}`)[0]?.paused_until ?? null;
const pace = (wish: Record<string, unknown>, actor = here.ownerId) =>
  call<{ mode: string; extra_minutes: number; until: string | null; by: string | null }>(
    actor,
    "set_branch_pace",
    { branch_id: here.branchId, pace: wish },
  );
const quote = (more = {}) =>
  call<{ eta_minutes: number; problems: { code: string; details: Record<string, string> }[] }>(
    null,
    "quote_order",
    { draft: delivery(here, [[here.productId, 1]], more) },
  );
type Shown = { branches: { is_open: boolean; opens_at: string | null; prep_minutes: number }[] };
const shown = async () => (await call<Shown>(null, "get_vendor", { slug: here.slug })).branches[0];

describe("a pause", () => {
  it("by the alarm lasts an hour and says who made it", async () => {
    await waiting(9);
    await run();
    const [row] = await sql`select paused_by, extract(epoch from paused_until - now())::int as left
      from public.branches where id = ${here.branchId}`;
    expect(row?.paused_by).toBe("alarm");
    expect(row?.left).toBeGreaterThan(3_590);
    expect(row?.left).toBeLessThanOrEqual(3_600);
  });

  it("by the vendor that is longer stays", async () => {
    await waiting(9);
    const { until } = await pace({ mode: "paused", for_minutes: 180 });
    await run();
    expect(await pausedUntil()).toEqual(new Date(until ?? ""));
  });

  it("closes the branch everywhere until it ends, and no longer", async () => {
    const { until } = await pace({ mode: "paused", for_minutes: 30 });
    expect(await shown()).toMatchObject({ is_open: false });
    expect(new Date((await shown())?.opens_at ?? "")).toEqual(new Date(until ?? ""));
    const [problem] = (await quote()).problems;
    expect(problem?.code).toBe("BRANCH_CLOSED");
    expect(new Date(problem?.details.opens_at ?? "")).toEqual(new Date(until ?? ""));
    expect(await outcome(place(here.customerId, delivery(here, [[here.productId, 1]])))).toBe(
      "BRANCH_CLOSED",
    );
    const during = new Date(Date.now() + 25 * 60_000).toISOString();
    const after = new Date(Date.now() + 90 * 60_000).toISOString();
    expect((await quote({ scheduled_for: during })).problems[0]?.code).toBe("SLOT_UNAVAILABLE");
    expect((await quote({ scheduled_for: after })).problems).toEqual([]);

    await sql`update public.branches set paused_until = now() - interval '1 second' where id = ${here.branchId}`;
    expect(await shown()).toMatchObject({ is_open: true, opens_at: null });
    expect((await quote()).problems).toEqual([]);
  });

  it("until tomorrow ends at its opening", async () => {
    const { until } = await pace({ mode: "paused", until: "opening" });
    const local = new Date(Date.parse(until ?? "") + 3 * 3_600_000); // İstanbul is UTC+3
    expect([local.getUTCHours(), local.getUTCMinutes()]).toEqual([0, 0]);
    expect(Date.parse(until ?? "")).toBeGreaterThan(Date.now());
    expect(Date.parse(until ?? "")).toBeLessThan(Date.now() + 29 * 3_600_000);
  });

  it("ends at once when the vendor is back", async () => {
    await pace({ mode: "paused", for_minutes: 60 });
    expect(await pace({ mode: "normal" })).toMatchObject({ mode: "normal", until: null, by: null });
    expect(await shown()).toMatchObject({ is_open: true });
  });
});

describe("a busy kitchen", () => {
  it("promises its extra minutes in the shop window, the quote and the order, until it ends", async () => {
    const before = (await quote()).eta_minutes;
    const prep = (await shown())?.prep_minutes ?? 0;
    await pace({ mode: "busy", extra_minutes: 20, for_minutes: 60 });
    expect((await quote()).eta_minutes).toBe(before + 20);
    expect((await shown())?.prep_minutes).toBe(prep + 20);
    const { id } = await orderAt(here, "NEW");
    expect((await sql`select prep_minutes from public.orders where id = ${id}`)[0]?.prep_minutes).toBe(
      prep + 20,
    );
    await sql`update public.branches set busy_until = now() - interval '1 second' where id = ${here.branchId}`;
    expect((await quote()).eta_minutes).toBe(before);
  });

  it("promises them also where its room is counted", async () => {
    await sql`update public.branches set kitchen_hands = 20 where id = ${here.branchId}`;
    const prep = (await shown())?.prep_minutes ?? 0;
    await pace({ mode: "busy", extra_minutes: 20, for_minutes: 60 });
    const { id } = await orderAt(here, "NEW");
    await sql`update public.branches set kitchen_hands = null where id = ${here.branchId}`;
    await pace({ mode: "normal" });
    expect((await sql`select prep_minutes from public.orders where id = ${id}`)[0]?.prep_minutes).toBe(
      prep + 20,
    );
  });

  it.each([
    ["without a mode", {}],
    ["in an unknown mode", { mode: "asleep" }],
    ["without an end", { mode: "busy", extra_minutes: 10 }],
    ["until an opening", { mode: "busy", extra_minutes: 10, until: "opening" }],
    ["for a negative time", { mode: "paused", for_minutes: -5 }],
    ["by half a minute", { mode: "busy", extra_minutes: 0.5, for_minutes: 10 }],
  ])("is refused %s", async (_, wish) => {
    expect(await refusal(pace(wish))).toMatchObject({ status: "400", code: "VALIDATION_ERROR" });
  });

  it("is its own vendor's to say", async () => {
    expect(await refusal(pace({ mode: "normal" }, stranger.ownerId))).toMatchObject({ status: "404" });
    expect(await refusal(pace({ mode: "normal" }, here.customerId))).toMatchObject({ status: "403" });
  });
});
