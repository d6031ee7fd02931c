// How people are told: as they chose, not in their quiet hours, by e-mail where no push comes, and not when nobody would read it any more.
import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, SERVICE, sql } from "./database.ts";
import {
  askedFor,
  browserOf,
  deliveriesOf,
  emailToSend,
  markPush,
  prefer,
  pushToSend,
  type Told,
  toldOf,
} from "./notifications.ts";
import { leaveTown, person } from "./shops.ts";
import { type Body, bring, move, type Order, orderAt, type World, world } from "./world.ts";

let shop: World;
beforeAll(async () => {
  shop = await world();
});
afterAll(leaveTown);

/** The shop with a customer nobody knows yet. */
const withCustomer = async (): Promise<World> => ({ ...shop, customerId: await person("customer") });

/** What a customer was told of a kind, of an order brought to a status. */
async function toldAt(here: World, status: string, kind: string): Promise<Told | undefined> {
  return toldTo(here.customerId, kind, await orderAt(here, status));
}
async function toldTo(userId: string, kind: string, order: Order): Promise<Told | undefined> {
  return (await toldOf(order.id)).find((told) => told.user_id === userId && told.kind === kind);
}
async function must(told: Promise<Told | undefined>): Promise<Told> {
  const found = await told;
  if (!found) throw new Error("Nobody was told.");
  return found;
}
const wish = (kind: string, more: Body = {}) => ({
  kinds: [{ kind, in_app: true, push: true, email: true, ...more }],
});
const channels = async (told: Told) => Object.keys(await deliveriesOf(told.id)).sort();

describe("choices", () => {
  it("are the rules' until made, hold only kinds of one's role, and keep what is not given", async () => {
    const [customer, owner, rider] = [
      await person("customer"),
      await person("vendor_admin"),
      await person("courier"),
    ];
    const kindsOf = async (id: string) =>
      (await call<{ kinds: { kind: string }[] }>(id, "get_notification_preferences")).kinds.map(
        ({ kind }) => kind,
      );
    expect(await kindsOf(customer)).toEqual([
      "application_decided",
      "dispute_answered",
      "dispute_resolved",
      "order_cancelled",
      "order_confirmed",
      "order_delivered",
      "order_near",
      "order_on_route",
      "order_ready",
      "order_rejected",
      "paper_refused",
      "refund",
      "wallet_credit",
    ]);
    expect(await kindsOf(owner)).toEqual([
      "branch_paused",
      "dispute_opened",
      "dispute_resolved",
      "low_stock",
      "order_cancelled",
      "order_placed",
      "order_still_unanswered",
      "order_unanswered",
      "webhook_stopped",
    ]);
    expect(await kindsOf(rider)).toEqual(["courier_assigned", "order_cancelled", "order_ready"]);
    expect(await kindsOf(await person("admin"))).toEqual([]);

    await prefer(customer, { quiet: { from: "23:00", to: "07:30" } });
    const now = await prefer(customer, wish("refund", { push: false }));
    expect(now.quiet).toEqual({ from: "23:00", to: "07:30" });
    expect(now.kinds.find(({ kind }) => kind === "refund")).toMatchObject({
      in_app: true,
      push: false,
      email: true,
      email_is: "always",
    });
    expect((await prefer(customer, { quiet: null })).quiet).toBeNull();
    expect(await refusal(prefer(customer, wish("low_stock")))).toMatchObject({
      status: "400",
      details: { kinds: expect.anything() },
    });
  });

  it("of nothing at all is told nothing", async () => {
    const here = await withCustomer();
    await prefer(here.customerId, wish("order_confirmed", { in_app: false, push: false, email: false }));
    expect(await toldAt(here, "CONFIRMED", "order_confirmed")).toBeUndefined();
  });

  it("without the app keep the bell silent, and the rest goes out", async () => {
    const here = await withCustomer();
    await prefer(here.customerId, wish("order_delivered", { in_app: false }));
    const told = await must(toldAt(here, "DELIVERED", "order_delivered"));
    expect(await channels(told)).toEqual(["email"]);
    const { data } = await call<{ data: { kind: string }[] }>(here.customerId, "list_notifications", {
      filter: {},
    });
    expect(data.map(({ kind }) => kind)).not.toContain("order_delivered");
  });

  it("changed after the telling and before the sending are respected", async () => {
    const here = await withCustomer();
    await browserOf(here.customerId);
    const told = await must(toldAt(here, "DELIVERED", "order_delivered"));
    await prefer(here.customerId, wish("order_delivered", { push: false, email: false }));
    expect([await pushToSend(told.id), await emailToSend(told.id)]).toEqual([null, null]);
    expect(await deliveriesOf(told.id)).toMatchObject({
      push: { state: "skipped" },
      email: { state: "skipped" },
    });
  });
});

describe("push and e-mail", () => {
  it("a push goes to every browser, and no e-mail beside it unless the kind always has one", async () => {
    const here = await withCustomer();
    const endpoints = [await browserOf(here.customerId), await browserOf(here.customerId)];
    const order = await orderAt(here, "DELIVERED");
    const delivered = await must(toldTo(here.customerId, "order_delivered", order));
    const confirmed = await must(toldTo(here.customerId, "order_confirmed", order));
    expect([await channels(delivered), await channels(confirmed)]).toEqual([["email", "push"], ["push"]]);
    const asked = await pushToSend(delivered.id);
    expect(asked?.subscriptions.map(({ endpoint }) => endpoint).sort()).toEqual(endpoints.sort());
    expect((await askedFor(delivered.id)).map(({ type }) => type).sort()).toEqual([
      "notification.email_requested",
      "notification.push_requested",
    ]);
  });

  it("who wants no push, or has no browser that takes any, gets the e-mail", async () => {
    const here = await withCustomer();
    expect(await channels(await must(toldAt(here, "CONFIRMED", "order_confirmed")))).toEqual(["email"]);
    await browserOf(here.customerId);
    await prefer(here.customerId, wish("order_confirmed", { push: false }));
    expect(await channels(await must(toldAt(here, "CONFIRMED", "order_confirmed")))).toEqual(["email"]);
  });

  it("a browser that is gone is forgotten, and when none is left the e-mail goes instead, once", async () => {
    const here = await withCustomer();
    await browserOf(here.customerId);
    await browserOf(here.customerId);
    const told = await must(toldAt(here, "CONFIRMED", "order_confirmed"));
    const asked = await pushToSend(told.id);
    const [first, second] = asked?.subscriptions ?? [];
    await markPush(told.id, [], [first?.id ?? ""]);
    expect(await channels(told)).toEqual(["push"]); // the other may still take it
    await markPush(told.id, [], [second?.id ?? ""]);
    await markPush(told.id, [], [second?.id ?? ""]);
    expect(await deliveriesOf(told.id)).toMatchObject({ push: { state: "gone" }, email: { state: "due" } });
    expect(
      (await askedFor(told.id)).filter(({ type }) => type === "notification.email_requested"),
    ).toHaveLength(1);
    const [left] =
      await sql`select count(*)::int as n from public.push_subscriptions where user_id = ${here.customerId}`;
    expect(left?.n).toBe(0);
    expect(await emailToSend(told.id)).toMatchObject({ kind: "order_confirmed" });
  });

  it("a try that reached one of two browsers leaves that one in peace the next time, and then is done", async () => {
    const here = await withCustomer();
    await browserOf(here.customerId);
    await browserOf(here.customerId);
    const told = await must(toldAt(here, "CONFIRMED", "order_confirmed"));
    const [first, second] = (await pushToSend(told.id))?.subscriptions ?? [];
    await markPush(told.id, [first?.id ?? ""], []);
    expect((await pushToSend(told.id))?.subscriptions.map(({ id }) => id)).toEqual([second?.id]);
    await markPush(told.id, [second?.id ?? ""], []);
    expect(await pushToSend(told.id)).toBeNull();
    expect(await deliveriesOf(told.id)).toMatchObject({ push: { state: "sent", attempts: 2 } });
    expect(await channels(told)).toEqual(["push"]);
  });

  it("who has unsubscribed from the e-mail is not mailed because a push failed", async () => {
    const here = await withCustomer();
    await browserOf(here.customerId);
    await prefer(here.customerId, wish("order_confirmed", { email: false }));
    const told = await must(toldAt(here, "CONFIRMED", "order_confirmed"));
    const [only] = (await pushToSend(told.id))?.subscriptions ?? [];
    await markPush(told.id, [], [only?.id ?? ""]);
    expect(await channels(told)).toEqual(["push"]);
  });

  it("an e-mail says whom, what and how to stop it, and is done when marked", async () => {
    const here = await withCustomer();
    const order = await orderAt(here, "DELIVERED");
    const told = await must(toldTo(here.customerId, "order_delivered", order));
    expect(await emailToSend(told.id)).toMatchObject({
      to: `${here.customerId}@test.invalid`,
      name: "Deneme Kişisi",
      locale: "tr",
      kind: "order_delivered",
      audience: "customer",
      unsubscribe_token: expect.stringMatching(/^[0-9a-f]{48}$/),
      order: { number: order.number, total_minor: order.total_minor, lines: [{ quantity: 1 }] },
    });
    await call(SERVICE, "mark_email_sent", { notification_id: told.id });
    expect(await emailToSend(told.id)).toBeNull();
    expect(await deliveriesOf(told.id)).toMatchObject({ email: { state: "sent", attempts: 1 } });
  });
});

describe("nobody reads", () => {
  const age = (told: Told, hours: number) =>
    sql`update public.notification_deliveries set due_at = due_at - make_interval(hours => ${hours}) where notification_id = ${told.id}`;

  it("that the courier is near once the order is delivered", async () => {
    const here = await withCustomer();
    await browserOf(here.customerId);
    const order = await bring(here, await orderAt(here, "NEW"), "ON_ROUTE");
    const at = { lat: 40.9833, lng: 29.0256 };
    await call(here.courier.userId, "report_position", { report: at });
    const told = await must(toldTo(here.customerId, "order_near", order));
    expect(await channels(told)).toEqual(["push"]); // there is no e-mail of it
    expect(await pushToSend(told.id)).not.toBeNull();
    await move(here.courier.userId, order.id, "DELIVERED");
    expect(await pushToSend(told.id)).toBeNull();
    expect(await deliveriesOf(told.id)).toMatchObject({ push: { state: "skipped" } });
  });

  it("of a delivery that has gone to another courier", async () => {
    const order = await orderAt(shop, "CONFIRMED");
    const assigned = await call<Order>(shop.ownerId, "assign_courier", {
      order_id: order.id,
      assignment: { courier_id: shop.courier.id },
    });
    const told = await must(toldTo(shop.courier.userId, "courier_assigned", order));
    expect(await emailToSend(told.id)).not.toBeNull();
    await call(shop.ownerId, "assign_courier", {
      order_id: order.id,
      assignment: { courier_id: null, version: assigned.version },
    });
    expect(await emailToSend(told.id)).toBeNull();
  });

  it("a push of two hours ago, but a receipt whenever it comes", async () => {
    const here = await withCustomer();
    await browserOf(here.customerId);
    const told = await must(toldAt(here, "DELIVERED", "order_delivered"));
    await age(told, 3);
    expect(await pushToSend(told.id)).toBeNull();
    expect(await emailToSend(told.id)).not.toBeNull();
  });
});

describe("quiet hours", () => {
  const until = async (quiet: Body | null, at: string) => {
    const id = await person("customer");
    await prefer(id, { quiet });
    const [row] = await sql<[{ ends: Date }]>`select app.quiet_until(${id}, ${at}::timestamptz) as ends`;
    return row.ends.toISOString();
  };
  // Istanbul is three hours ahead of UTC all year.
  it.each([
    ["none", null, "2026-03-10T23:00:00Z", "2026-03-10T23:00:00.000Z"],
    ["before they begin", ["23:00", "08:00"], "2026-03-10T19:59:59Z", "2026-03-10T19:59:59.000Z"],
    ["as they begin", ["23:00", "08:00"], "2026-03-10T20:00:00Z", "2026-03-11T05:00:00.000Z"],
    ["before midnight", ["23:00", "08:00"], "2026-03-10T20:30:00Z", "2026-03-11T05:00:00.000Z"],
    ["after midnight", ["23:00", "08:00"], "2026-03-10T22:30:00Z", "2026-03-11T05:00:00.000Z"],
    ["when they end", ["23:00", "08:00"], "2026-03-11T05:00:00Z", "2026-03-11T05:00:00.000Z"],
    ["of one afternoon", ["13:00", "15:00"], "2026-03-10T11:00:00Z", "2026-03-10T12:00:00.000Z"],
    ["outside one afternoon", ["13:00", "15:00"], "2026-03-10T13:00:00Z", "2026-03-10T13:00:00.000Z"],
    ["until midnight", ["22:00", "00:00"], "2026-03-10T20:30:00Z", "2026-03-10T21:00:00.000Z"],
    ["over the end of the year", ["23:00", "08:00"], "2026-12-31T20:30:00Z", "2027-01-01T05:00:00.000Z"],
  ])("%s", async (_, hours, at, ends) => {
    expect(await until(hours && { from: hours[0], to: hours[1] }, at)).toBe(ends);
  });

  const istanbul = (shift: number) =>
    new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Istanbul",
      hour: "2-digit",
      minute: "2-digit",
    }).format(Date.now() + shift * 3_600_000);
  const sleepingNow = () => ({ quiet: { from: istanbul(-1), to: istanbul(2) } });

  it("hold back push and e-mail until they end, and the bell not at all", async () => {
    const here = await withCustomer();
    await prefer(here.customerId, sleepingNow());
    const told = await must(toldAt(here, "DELIVERED", "order_delivered"));
    const { email } = await deliveriesOf(told.id);
    const hours = ((email?.due_at.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(1.9);
    expect(hours).toBeLessThanOrEqual(2);
    expect(await askedFor(told.id)).toMatchObject([
      { type: "notification.email_requested", due_at: email?.due_at },
    ]);
    const { unread } = await call<{ unread: number }>(here.customerId, "list_notifications", { filter: {} });
    expect(unread).toBeGreaterThan(0);
  });

  it("do not hold back what must be done now", async () => {
    const here = await world();
    await prefer(here.ownerId, sleepingNow());
    await prefer(here.courier.userId, sleepingNow());
    const order = await orderAt(here, "CONFIRMED");
    await call(here.ownerId, "assign_courier", {
      order_id: order.id,
      assignment: { courier_id: here.courier.id },
    });
    for (const [who, kind] of [
      [here.ownerId, "order_placed"],
      [here.courier.userId, "courier_assigned"],
    ] as const) {
      const { email } = await deliveriesOf((await must(toldTo(who, kind, order))).id);
      expect(email?.due_at.getTime()).toBeLessThanOrEqual(Date.now());
    }
  });
});

describe("an unsubscribe link", () => {
  const linkOf = async () => {
    const here = await withCustomer();
    const told = await must(toldAt(here, "DELIVERED", "order_delivered"));
    const asked = await emailToSend(told.id);
    return { here, token: String(asked?.unsubscribe_token) };
  };
  const isOn = (token: string, kind: string | null) =>
    call<{ subscribed: boolean }>(null, "get_email_subscription", { token, kind }).then(
      ({ subscribed }) => subscribed,
    );
  const set = (token: string, kind: string | null, subscribed: boolean) =>
    call(null, "set_email_subscription", { token, kind, subscribed });

  it("stops one kind, signed out, and takes it back; push and app stay as they were", async () => {
    const { here, token } = await linkOf();
    await prefer(here.customerId, wish("order_delivered", { push: false }));
    expect(await isOn(token, "order_delivered")).toBe(true);
    await set(token, "order_delivered", false);
    await set(token, "order_delivered", false);
    expect([await isOn(token, "order_delivered"), await isOn(token, "refund")]).toEqual([false, true]);
    const { kinds } = await prefer(here.customerId, {});
    expect(kinds.find(({ kind }) => kind === "order_delivered")).toMatchObject({
      in_app: true,
      push: false,
      email: false,
    });
    expect(await channels(await must(toldAt(here, "DELIVERED", "order_delivered")))).toEqual([]);
    await set(token, "order_delivered", true);
    expect(await isOn(token, "order_delivered")).toBe(true);
  });

  it("without a kind stops every kind of its holder, and nobody else's", async () => {
    const [{ token, here }, other] = [await linkOf(), await linkOf()];
    await set(token, null, false);
    expect([await isOn(token, null), await isOn(other.token, null)]).toEqual([false, true]);
    const order = await orderAt(here, "DELIVERED");
    for (const told of await toldOf(order.id)) {
      if (told.user_id === here.customerId) expect(await channels(told)).toEqual([]);
    }
  });

  it.each(["", "x", "0".repeat(48), `${"0".repeat(47)}'`])(
    "that we never sent (%j) is not found",
    async (token) => {
      expect([await outcome(isOn(token, null)), await outcome(set(token, null, false))]).toEqual([
        "NOT_FOUND",
        "NOT_FOUND",
      ]);
    },
  );
});

describe("browsers", () => {
  const endpointsOf = async (userId: string) =>
    (
      await sql`select endpoint from public.push_subscriptions where user_id = ${userId} order by created_at`
    ).map(({ endpoint }) => String(endpoint));

  it("ten of a person are kept, the newest, also of many at once", async () => {
    const id = await person("customer");
    const first = await browserOf(id);
    await Promise.all(Array.from({ length: 12 }, () => browserOf(id)));
    const kept = await endpointsOf(id);
    expect(kept).toHaveLength(10);
    expect(kept).not.toContain(first);
  });

  it("one is the person's who signed in last, and saved twice is saved once", async () => {
    const [one, other] = [await person("customer"), await person("customer")];
    const endpoint = await browserOf(one);
    await browserOf(one, endpoint);
    expect(await endpointsOf(one)).toEqual([endpoint]);
    await browserOf(other, endpoint);
    expect([await endpointsOf(one), await endpointsOf(other)]).toEqual([[], [endpoint]]);
    await call(one, "delete_push_subscription", { endpoint });
    expect(await endpointsOf(other)).toEqual([endpoint]);
    await call(other, "delete_push_subscription", { endpoint });
    expect(await endpointsOf(other)).toEqual([]);
  });

  it("are listed for their person, the last used first, and taken off from any other", async () => {
    const [id, other] = [await person("customer"), await person("customer")];
    type Device = {
      id: string;
      device: string | null;
      created_at: string;
      used_at: string;
      fingerprint: string;
    };
    const devices = async (of = id) => (await call<{ data: Device[] }>(of, "list_push_subscriptions")).data;
    const [phone, desk] = [await browserOf(id, undefined, "Chrome · Android"), await browserOf(id)];
    expect((await devices()).map(({ device }) => device)).toEqual([null, "Chrome · Android"]);
    const [, before] = await devices();
    await browserOf(id, phone, "Firefox · Android"); // it was there again
    const [first] = await devices();
    expect(first).toMatchObject({
      ...{ id: before?.id, device: "Firefox · Android", created_at: before?.created_at },
      fingerprint: createHash("sha256").update(phone).digest("hex"),
    });
    await browserOf(other, phone); // somebody else signed in to it: it is theirs from now on
    expect(Date.parse((await devices(other))[0]?.created_at ?? "")).toBeGreaterThan(
      Date.parse(before?.created_at ?? ""),
    );
    const [left] = await devices();
    const removal = (by: string) =>
      outcome(call(by, "remove_push_subscription", { subscription_id: left?.id }));
    expect([await removal(other), await removal(id), await removal(id)]).toEqual([
      "NOT_FOUND",
      "ok",
      "NOT_FOUND",
    ]);
    expect(await endpointsOf(id)).not.toContain(desk);
  });

  it("are tried by the way every push takes, which leaves nothing in the bell", async () => {
    const id = await person("courier");
    await browserOf(id);
    await call(id, "test_push");
    const [told] = await toldOf(id);
    expect((await pushToSend(told?.id ?? ""))?.kind).toBe("test");
    expect(await call(id, "list_notifications", { filter: {} })).toMatchObject({ data: [], unread: 0 });
  });
});

describe("the list", () => {
  it("goes newest first from page to page, and counts what is unread", async () => {
    const here = await withCustomer();
    const order = await orderAt(here, "DELIVERED");
    await toldOf(order.id);
    const page = (filter: Body) =>
      call<{ data: { id: string; kind: string }[]; next_cursor: string | null; unread: number }>(
        here.customerId,
        "list_notifications",
        { filter },
      );
    const first = await page({ limit: 2 });
    const second = await page({ limit: 2, cursor: first.next_cursor });
    expect([...first.data, ...second.data].map(({ kind }) => kind)).toEqual([
      "order_delivered",
      "order_on_route",
      "order_confirmed",
    ]);
    expect([first.unread, second.next_cursor]).toEqual([3, null]);

    const [newest] = first.data;
    expect(await call(here.customerId, "read_notifications", { which: { ids: [newest?.id] } })).toEqual({
      unread: 2,
    });
    const stranger = await person("customer");
    await call(stranger, "read_notifications", { which: { ids: first.data.map(({ id }) => id) } });
    expect((await page({})).unread).toBe(2);
    expect(await call(here.customerId, "read_notifications", { which: { all: true } })).toEqual({
      unread: 0,
    });
    expect(
      await outcome(call(here.customerId, "read_notifications", { which: { ids: [randomUUID()] } })),
    ).toBe("ok");
  });
});
