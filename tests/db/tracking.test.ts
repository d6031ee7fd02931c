// A tracking link opens the ride and nothing else, to whoever holds it, until it is taken back or the order has been over for two hours.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, SERVICE, sql } from "./database.ts";
import { leaveTown, person } from "./shops.ts";
import { bring, courier, delivery, move, orderAt, place, type World, world } from "./world.ts";

type Link = { id: string; token: string };
type Followed = {
  status: string;
  passed: { status: string; at: string }[];
  ended_at: string | null;
  expires_at: string | null;
  neighborhood: string | null;
  courier: { name: string; position: { lat: number } | null } | null;
};

let here: World;
beforeAll(async () => {
  here = await world();
  await sql`update public.vendors set courier_capacity = 20 where id = ${here.vendorId}`;
});
afterAll(leaveTown);

const linkTo = (id: string, by = here.customerId) => call<Link>(by, "create_tracking_link", { order_id: id });
const linksTo = async (id: string) =>
  (await call<{ data: { id: string }[] }>(here.customerId, "list_tracking_links", { order_id: id })).data;
const follow = (token: string) => call<Followed>(null, "get_tracking", { token });

describe("a stranger with a link", () => {
  it("sees where the order stands, its way so far, and the courier only while it is ridden", async () => {
    const order = await orderAt(here, "READY");
    const { token } = await linkTo(order.id);
    expect(await follow(token)).toMatchObject({ status: "READY", courier: null, expires_at: null });
    const by = await courier(here.vendorId);
    await sql`update public.orders set courier_id = ${by.id} where id = ${order.id}`;
    expect((await follow(token)).courier).toBeNull(); // on shift, and not yet with this order
    await move(by.userId, order.id, "PICKED_UP");
    await sql`insert into public.courier_locations (courier_id, order_id, lat, lng, at) values (${by.id}, ${order.id}, 40.98, 29.02, now())`;
    const riding = await follow(token);
    expect(riding.courier?.position).toMatchObject({ lat: 40.98 });
    expect(riding.passed.map(({ status }) => status)).toEqual([
      "NEW",
      "CONFIRMED",
      "PREPARING",
      "READY",
      "PICKED_UP",
    ]);
    await move(by.userId, order.id, "ON_ROUTE");
    await move(by.userId, order.id, "DELIVERED");
    expect(await follow(token)).toMatchObject({ status: "DELIVERED", courier: null });
  });

  it("is told no telephone, no door, no name in full, no goods and no price", async () => {
    const text = "Gizli Sokak 7, daire 3";
    const [quarter] = await sql`select id, name from public.neighborhoods order by id limit 1`;
    const address = { text, lat: 40.9832, lng: 29.0302, neighborhood_id: quarter?.id };
    const placed = await place(here.customerId, delivery(here, [[here.productId, 1]], { address }));
    const by = await courier(here.vendorId);
    await sql`update public.users set full_name = 'Ayşe Yılmaz', phone = '+905550001122' where id = ${by.userId}`;
    await sql`update public.users set full_name = 'Müşteri Soyadı', phone = '+905550003344' where id = ${here.customerId}`;
    await bring(here, placed, "ON_ROUTE", by);
    const seen = await follow((await linkTo(placed.id)).token);
    expect(seen).toMatchObject({ neighborhood: quarter?.name, courier: { name: "Ayşe" } });
    const all = JSON.stringify(seen);
    for (const hidden of [
      text,
      "40.9832",
      "Yılmaz",
      "Müşteri",
      "+90",
      "Deneme yemeği",
      placed.number,
      placed.id,
      "minor",
    ])
      expect(all).not.toContain(hidden);
  });

  it("sees the end for two hours and then nothing, whatever is still done to the order", async () => {
    const order = await orderAt(here, "CONFIRMED");
    const { token } = await linkTo(order.id);
    await move(here.ownerId, order.id, "CANCELED_BY_VENDOR");
    const seen = await follow(token);
    expect(Date.parse(seen.expires_at ?? "") - Date.parse(seen.ended_at ?? "")).toBe(2 * 3_600_000);
    const endedAgo = async (minutes: number) => {
      await sql.begin(async (transaction) => {
        await transaction`set local session_replication_role = replica`; // past the trigger that keeps events as they are
        await transaction`update public.events set at = now() - make_interval(mins => ${minutes}) where stream_id = ${order.id}`;
      });
    };
    await endedAgo(119);
    expect((await follow(token)).status).toBe("CANCELED_BY_VENDOR");
    await endedAgo(121);
    await sql`update public.orders set updated_at = now() where id = ${order.id}`; // as a late refund does
    expect(await outcome(follow(token))).toBe("NOT_FOUND");
  });

  it("is answered alike for a token that was revoked, has ended, or never was", async () => {
    const order = await orderAt(here, "NEW");
    const { id, token } = await linkTo(order.id);
    await call(here.customerId, "revoke_tracking_link", { order_id: order.id, link_id: id });
    const answers = await Promise.all(
      [token, token.slice(1), "", "ı'; --", "x".repeat(10_000)].map((one) => refusal(follow(one))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ status: "404", code: "NOT_FOUND", details: {} })]),
    );
  });
});

describe("the customer", () => {
  it("gets a token of 192 random bits once, and the database keeps no more than its hash", async () => {
    const order = await orderAt(here, "NEW");
    const { id, token } = await linkTo(order.id);
    expect(Buffer.from(token, "base64url")).toHaveLength(24);
    const [row] = await sql`select to_jsonb(l) as kept from public.tracking_links l where id = ${id}`;
    expect(JSON.stringify(row?.kept)).not.toContain(token);
    expect(await linksTo(order.id)).toEqual([{ id, created_at: expect.any(String) }]);
  });

  it("takes one back and leaves the others", async () => {
    const order = await orderAt(here, "NEW");
    const [first, second] = [await linkTo(order.id), await linkTo(order.id)];
    const revoke = () =>
      call(here.customerId, "revoke_tracking_link", { order_id: order.id, link_id: first.id });
    expect([await outcome(revoke()), await outcome(revoke())]).toEqual(["ok", "NOT_FOUND"]);
    expect(await outcome(follow(first.token))).toBe("NOT_FOUND");
    expect((await follow(second.token)).status).toBe("NEW");
  });

  it("has five links at most, the newest, also when many are made at once", async () => {
    const order = await orderAt(here, "NEW");
    const made = await Promise.all(Array.from({ length: 9 }, () => linkTo(order.id)));
    expect(await linksTo(order.id)).toHaveLength(5);
    expect(new Set(made.map(({ token }) => token)).size).toBe(9);
    const last = await linkTo(order.id);
    expect((await follow(last.token)).status).toBe("NEW");
  });

  it("cannot share what has ended or is not paid, nor touch another's", async () => {
    const ended = await orderAt(here, "NEW");
    await move(here.customerId, ended.id, "CANCELED_BY_USER");
    expect(await outcome(linkTo(ended.id))).toBe("INVALID_TRANSITION");
    const unpaid = await place(
      here.customerId,
      delivery(here, [[here.productId, 1]], { payment_method: "card" }),
    );
    expect(await outcome(linkTo(unpaid.id))).toBe("INVALID_TRANSITION");
    const running = await orderAt(here, "NEW");
    const { id, token } = await linkTo(running.id);
    const neighbour = await person("customer");
    const theirs = await place(neighbour, delivery(here, [[here.productId, 1]]));
    // Naming an own order does not reach a link of somebody else's.
    const reach = call(neighbour, "revoke_tracking_link", { order_id: theirs.id, link_id: id });
    expect(await outcome(reach)).toBe("NOT_FOUND");
    expect((await follow(token)).status).toBe("NEW");
  });
});

it("links are forgotten after 30 days", async () => {
  const order = await orderAt(here, "NEW");
  const [old, young] = [await linkTo(order.id), await linkTo(order.id)];
  await sql`update public.tracking_links set created_at = now() - interval '31 days' where id = ${old.id}`;
  expect(await call<number>(SERVICE, "purge_tracking_links")).toBeGreaterThanOrEqual(1);
  expect((await linksTo(order.id)).map(({ id }) => id)).toEqual([young.id]);
});
