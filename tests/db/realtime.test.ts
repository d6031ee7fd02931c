// What watchers are told: every change says so on its channels in its own transaction, with its version; only who may see a row may join
// its channel; nobody but SQL sends. Heard through the client the browser uses.
import { randomUUID } from "node:crypto";
import { createClient, type RealtimeChannel, type SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, call, outcome, rehearse, SERVICE, sql } from "./database.ts";
import { leaveTown, person } from "./shops.ts";
import { everybody, type Tenant, tenant } from "./tenants.ts";
import { assign, bring, type Courier, courier, delivery, move, type Order, place } from "./world.ts";

let here: Tenant;
let elsewhere: Tenant;
let operator: string;
let second: Courier;

beforeAll(async () => {
  [here, elsewhere, operator] = [await tenant(), await tenant(), await person("admin")];
  second = await courier(here.vendorId);
});
afterAll(async () => {
  await Promise.all(
    [...clients.values()].map((client) => client.then(({ realtime }) => realtime.disconnect())),
  );
  await leaveTown();
});

const newOrder = () => place(here.customerId, delivery(here, [[here.productId, 1]]));

// == What is written ==================================================================================================
/** Everything said about an order, as "channel event version", sorted. */
async function said(orderId: string): Promise<string[]> {
  const rows =
    await sql`select topic, event, payload, private, extension from realtime.messages where payload ->> 'order_id' = ${orderId}`;
  expect(rows.every((row) => row.private && row.extension === "broadcast")).toBe(true);
  const names = new Map([
    [`order:${orderId}`, "order"],
    [`branch:${here.branchId}`, "branch"],
    [`courier:${here.courier.id}`, "courier"],
    [`courier:${second.id}`, "second courier"],
  ]);
  return rows.map((row) => `${names.get(row.topic) ?? row.topic} ${row.event} ${row.payload.version}`).sort();
}
/** What an act adds to what was said. */
async function adds(orderId: string, act: () => Promise<unknown>): Promise<string[]> {
  const before = await said(orderId);
  await act();
  return (await said(orderId)).filter((line) => !before.includes(line));
}

describe("what is said", () => {
  it("goes to the order's, the branch's and the courier's channels, each with the version it speaks of", async () => {
    const order = await newOrder();
    const step = (act: () => Promise<unknown>) => adds(order.id, act);
    expect(await said(order.id)).toEqual(["branch order.created 1"]);
    expect(await step(() => move(here.ownerId, order.id, "CONFIRMED"))).toEqual([
      "branch order.status_changed 2",
      "order order.status_changed 2",
    ]);
    expect(await step(() => assign(here.ownerId, order.id, here.courier.id))).toEqual([
      "branch order.courier_assigned 3",
      "courier task.assigned 3",
      "order order.courier_assigned 3",
    ]);
    expect(await step(() => assign(here.ownerId, order.id, second.id, { version: 3 }))).toEqual([
      "branch order.courier_assigned 4",
      "courier task.changed 4",
      "order order.courier_assigned 4",
      "second courier task.assigned 4",
    ]);
    expect(await step(() => assign(here.ownerId, order.id, null, { version: 4 }))).toEqual([
      "branch order.courier_assigned 5",
      "order order.courier_assigned 5",
      "second courier task.changed 5",
    ]);
    for (const to of ["PREPARING", "READY"]) await move(here.ownerId, order.id, to);
    await assign(here.ownerId, order.id, here.courier.id);
    expect(await step(() => move(here.courier.userId, order.id, "PICKED_UP"))).toEqual([
      "branch order.status_changed 9",
      "courier task.changed 9",
      "order order.status_changed 9",
    ]);
    expect(
      await step(() =>
        call(here.courier.userId, "report_position", {
          report: { lat: 40.98, lng: 29.02, heading: 90, accuracy: 8 },
        }),
      ),
    ).toEqual(["order courier.position 9"]);
  });

  it("carries what a watcher needs and no more", async () => {
    const order = await newOrder();
    await move(here.ownerId, order.id, "CONFIRMED");
    const [changed] = await sql`select payload from realtime.messages where topic = ${`order:${order.id}`}`;
    expect(changed?.payload).toEqual({
      id: expect.any(String),
      order_id: order.id,
      branch_id: here.branchId,
      version: 2,
      status: "CONFIRMED",
      at: expect.any(String),
    });
  });

  it("by the job reaches the same channels", async () => {
    const order = await newOrder();
    await sql`update public.orders set confirm_by = '2000-01-01' where id = ${order.id}`;
    expect(await adds(order.id, () => call(SERVICE, "reject_unconfirmed_orders"))).toEqual([
      "branch order.status_changed 2",
      "order order.status_changed 2",
    ]);
  });

  it("is unsaid when the transaction is undone, and never said by a refusal", async () => {
    const order = await newOrder();
    expect(
      await adds(order.id, () =>
        rehearse(
          here.ownerId,
          (transaction) => transaction`select public.transition_order(${order.id}, '{"to": "CONFIRMED"}')`,
        ),
      ),
    ).toEqual([]);
    expect(await adds(order.id, () => outcome(move(here.ownerId, order.id, "READY")))).toEqual([]);
  });

  it("matches the events: every version of an order was announced on its branch's channel", async () => {
    const order = await bring(here, await newOrder(), "DELIVERED");
    const [row] =
      await sql`select array(select version from public.events where stream_id = ${order.id} order by version) as events,
      array(select distinct (payload ->> 'version')::int from realtime.messages
        where payload ->> 'order_id' = ${order.id} and topic = ${`branch:${here.branchId}`} order by 1) as told`;
    expect(row?.told).toEqual(row?.events);
  });
});

// == Who may hear =====================================================================================================
const clients = new Map<Actor, Promise<SupabaseClient>>();

function clientOf(actor: Actor): Promise<SupabaseClient> {
  const known = clients.get(actor);
  if (known) return known;
  const made = (async () => {
    const client = createClient(
      process.env.NEXT_PUBLIC_SUPABASE_URL ?? "",
      process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? "",
      {
        auth: { persistSession: false, autoRefreshToken: false },
      },
    );
    if (actor) {
      const { data, error } = await client.auth.signInWithPassword({
        email: `${actor}@test.invalid`,
        password: "kapgel-test",
      });
      if (error) throw error;
      await client.realtime.setAuth(data.session.access_token);
    }
    return client;
  })();
  clients.set(actor, made);
  return made;
}

type Heard = { event: string; payload: Record<string, unknown> };
/** Joins a channel. `heard` grows as messages come; `joined` is false when the join was refused. */
async function join(
  actor: Actor,
  topic: string,
): Promise<{ channel: RealtimeChannel; joined: boolean; heard: Heard[]; leave: () => Promise<unknown> }> {
  const client = await clientOf(actor);
  const heard: Heard[] = [];
  const channel = client.channel(topic, { config: { private: true, broadcast: { ack: true } } });
  channel.on("broadcast", { event: "*" }, ({ event, payload }) => heard.push({ event, payload }));
  const status = await new Promise<string>((resolve) => {
    channel.subscribe((state) => state !== "CLOSED" && resolve(state));
  });
  return { channel, joined: status === "SUBSCRIBED", heard, leave: () => client.removeChannel(channel) };
}

describe("who may join", () => {
  const topics: [string, () => string, string][] = [
    ["an order on its way", () => `order:${here.rides.id}`, "- Y - Y - Y - Y"],
    ["an order without courier", () => `order:${here.waits.id}`, "- Y - Y - - - Y"],
    ["a branch", () => `branch:${here.branchId}`, "- - - Y - - - Y"],
    ["a courier", () => `courier:${here.courier.id}`, "- - - Y - Y - Y"],
    ["a customer's own", () => `user:${here.customerId}`, "- Y - - - - - -"],
    ["no order", () => `order:${randomUUID()}`, "- - - - - - - -"],
    ["what is no channel", () => "order:1; select 1", "- - - - - - - -"],
    ["what is no topic of ours", () => `vendor:${here.vendorId}`, "- - - - - - - -"],
  ];
  it.each(topics)("the channel of %s", async (_, topic, who) => {
    const words: string[] = [];
    for (const actor of everybody(here, elsewhere, operator)) {
      const { joined, leave } = await join(actor, topic());
      words.push(joined ? "Y" : "-");
      await leave();
    }
    expect(words.join(" ")).toBe(who);
  });

  it("does not let those who may listen speak", async () => {
    const [speaker, listener] = await Promise.all([
      join(here.customerId, `order:${here.waits.id}`),
      join(here.ownerId, `order:${here.waits.id}`),
    ]);
    const forged = {
      type: "broadcast" as const,
      event: "order.status_changed",
      payload: { order_id: here.waits.id, version: 99, status: "DELIVERED" },
    };
    expect(await speaker.channel.send(forged)).not.toBe("ok");
    await move(here.ownerId, here.waits.id, "PREPARING"); // what is true comes through after it
    await expect.poll(() => listener.heard.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(listener.heard.map(({ payload }) => payload.status)).toEqual(["PREPARING"]);
    await Promise.all([speaker.leave(), listener.leave()]);
  });
});

describe("what is heard", () => {
  const versions = (heard: Heard[], order: Order) =>
    heard
      .filter(({ payload }) => payload.order_id === order.id)
      .map(({ event, payload }) => `${event} ${payload.version}`);

  it("by the branch, the customer and the courier, from the order to the door", async () => {
    const branch = await join(here.ownerId, `branch:${here.branchId}`);
    const order = await newOrder();
    const [customer, tasks] = await Promise.all([
      join(here.customerId, `order:${order.id}`),
      join(here.courier.userId, `courier:${here.courier.id}`),
    ]);
    expect([branch.joined, customer.joined, tasks.joined]).toEqual([true, true, true]);
    await bring(here, order, "ON_ROUTE");
    await call(here.courier.userId, "report_position", { report: { lat: 40.98, lng: 29.02 } });
    await move(here.courier.userId, order.id, "DELIVERED");

    const story = [
      "order.status_changed 2",
      "order.status_changed 3",
      "order.status_changed 4",
      "order.courier_assigned 5",
      "order.status_changed 6",
      "order.status_changed 7",
    ];
    const inTime = { timeout: 10_000 };
    await expect
      .poll(() => versions(customer.heard, order), inTime)
      .toEqual([...story, "courier.position 7", "order.status_changed 8"]);
    await expect
      .poll(() => versions(branch.heard, order), inTime)
      .toEqual(["order.created 1", ...story, "order.status_changed 8"]);
    await expect
      .poll(() => versions(tasks.heard, order), inTime)
      .toEqual(["task.assigned 5", "task.changed 6", "task.changed 7", "task.changed 8"]);
    expect(customer.heard.find(({ event }) => event === "courier.position")?.payload).toMatchObject({
      lat: 40.98,
      lng: 29.02,
      order_id: order.id,
    });
    await Promise.all([branch, customer, tasks].map(({ leave }) => leave()));
  });
});
