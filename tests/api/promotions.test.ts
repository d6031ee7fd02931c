// Coupons and kitchens over HTTP: made by whose right it is, told in quotes, held to in orders.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { newCode } from "../db/coupons.ts";
import { api, order, placed, signedIn, type Town, town } from "./client.ts";

let here: Town;
let there: Town;
let customer: { id: string; token: string };
let admin: { id: string; token: string };
beforeAll(async () => {
  [here, there, customer, admin] = await Promise.all([
    town(),
    town(),
    signedIn("customer"),
    signedIn("admin"),
  ]);
});

const QUARTER_MS = 15 * 60_000;
const made = async (token: string, body: Record<string, unknown>, desk = "vendor") => {
  const reply = await api("POST", `/api/${desk}/coupons`, {
    token,
    body: { code: newCode(), kind: "percentage", percent: 20, ...body },
  });
  expect(reply.status).toBe(201);
  return reply.body as { id: string; code: string; state: string };
};
const quote = (coupon: string, token?: string) =>
  api("POST", "/api/quotes", { token, body: order(here, { coupon }) });
const place = (more: Record<string, unknown>) =>
  api("POST", "/api/orders", { token: customer.token, key: randomUUID(), body: order(here, more) });

describe("a coupon", () => {
  it("is told in the quote, taken off the order, and given back by its cancellation", async () => {
    const { id, code } = await made(here.owner, { person_limit: 1 });
    const plain = (await api("POST", "/api/quotes", { body: order(here) })).body;
    const told = (await quote(code.toLowerCase())).body as Record<string, number> & { coupon: unknown };
    expect(told.coupon).toEqual({ code, kind: "percentage" });
    expect(told.discount_minor).toBe(Math.round((plain.subtotal_minor as number) / 5));
    expect(told.total_minor).toBe((plain.total_minor as number) - (told.discount_minor ?? 0));
    const first = await placed(here, customer.token, {
      coupon: code,
      expected_total_minor: told.total_minor,
    });
    expect(first).toMatchObject({ coupon_code: code, discount_minor: told.discount_minor });

    const again = (await quote(code, customer.token)).body as { problems: unknown[]; total_minor: number };
    expect(again.problems).toMatchObject([{ code: "COUPON_UNUSABLE", details: { reason: "USED_BY_YOU" } }]);
    expect(again.total_minor).toBe(plain.total_minor);
    expect((await quote(code)).body.problems).toEqual([]); // a stranger may be anybody
    expect((await quote(code, "a.stale.token")).status).toBe(200);
    expect(await place({ coupon: code })).toMatchObject({
      status: 422,
      body: { code: "COUPON_UNUSABLE", details: { reason: "USED_BY_YOU", coupon: code } },
    });

    const uses = await api("GET", `/api/vendor/coupons/${id}/redemptions`, { token: here.owner });
    expect(uses.body.data).toMatchObject([{ order_id: first.id, released_at: null }]);
    await api("POST", `/api/orders/${first.id}/transitions`, {
      token: customer.token,
      body: { to: "CANCELED_BY_USER" },
    });
    expect((await place({ coupon: code })).status).toBe(201);
  });

  it("is paused and resumed by its vendor, and is nobody else's", async () => {
    const { id, code } = await made(here.owner, {});
    const path = `/api/vendor/coupons/${id}`;
    const pause = { body: { active: false } };
    expect((await api("PATCH", path, { token: there.owner, ...pause })).status).toBe(404);
    expect((await api("PATCH", `/api/admin/coupons/${id}`, { token: admin.token, ...pause })).status).toBe(
      404,
    );
    expect((await api("GET", `${path}/redemptions`, { token: there.owner })).status).toBe(404);
    expect((await api("PATCH", path, { token: customer.token, ...pause })).status).toBe(403);
    expect((await api("PATCH", path, { token: here.owner, ...pause })).body.state).toBe("paused");
    expect((await quote(code)).body.problems).toMatchObject([{ details: { reason: "PAUSED" } }]);
    await api("PATCH", path, { token: here.owner, body: { active: true } });
    expect((await quote(code)).body.problems).toEqual([]);
    const { body } = await api("GET", "/api/vendor/coupons", { token: there.owner });
    expect(JSON.stringify(body)).not.toContain(code);
  });

  it("of the platform is the operator's, everywhere or at one shop", async () => {
    const { code } = await made(admin.token, { vendor_slug: there.slug }, "admin");
    expect((await quote(code)).body.problems).toMatchObject([{ details: { reason: "UNKNOWN" } }]);
    const everywhere = await made(admin.token, {}, "admin");
    expect((await quote(everywhere.code)).body.problems).toEqual([]);
    const list = await api("GET", "/api/admin/coupons?limit=2", { token: admin.token });
    expect(list.body.data).toMatchObject([
      { code: everywhere.code, vendor: null },
      { vendor: { slug: there.slug } },
    ]);
  });

  it.each([
    [{ code: "x" }, "code"],
    [{ kind: "amount" }, "kind"],
    [{ percent: 101 }, "percent"],
    [{ ends_at: "2020-01-01T00:00:00Z" }, "ends_at"],
  ])("%j is refused on its field", async (wrong, field) => {
    const body = { code: newCode(), kind: "percentage", percent: 20, ...wrong };
    const reply = await api("POST", "/api/vendor/coupons", { token: here.owner, body });
    expect([reply.status, Object.keys(reply.body.details as object)]).toEqual([400, [field]]);
  });
});

describe("a kitchen", () => {
  type Slots = { earliest: string; days: { slots: string[] }[] };
  const slots = async (query = "") =>
    (await api("GET", `/api/branches/${here.branchId}/slots${query}`)).body as unknown as Slots;

  it("that is full is told with the next free times, and its times are offered no more", async () => {
    const hands = { token: here.owner, body: { kitchen_hands: 1 } };
    expect((await api("PATCH", `/api/vendor/branches/${here.branchId}`, hands)).status).toBe(200);
    const work = { token: here.owner, body: { make_minutes: 15 } };
    expect((await api("PATCH", `/api/vendor/products/${here.productId}`, work)).body.make_minutes).toBe(15);
    const wish = new Date(Math.ceil(Date.now() / QUARTER_MS) * QUARTER_MS + 4 * 3_600_000).toISOString();
    const one = {
      ...{ type: "pickup", address: null, scheduled_for: wish },
      items: [{ product_id: here.productId, quantity: 1 }],
    };
    const both = await Promise.all([place(one), place(one)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = both.find(({ status }) => status === 409)?.body as Record<string, unknown>;
    expect(refused.code).toBe("SLOT_UNAVAILABLE");
    const { alternatives } = refused.details as { alternatives: string[] };
    expect(alternatives).toHaveLength(3);
    const offered = (await slots("?make_minutes=15")).days.flatMap((day) => day.slots).map(Date.parse);
    expect(offered).not.toContain(Date.parse(wish));
    for (const at of alternatives) expect(offered).toContain(Date.parse(at));
    expect((await place({ ...one, scheduled_for: alternatives[0] })).status).toBe(201);
  });

  it("answers 404 for a branch that is not there and 400 for half a point", async () => {
    expect((await api("GET", `/api/branches/${randomUUID()}/slots`)).status).toBe(404);
    expect((await api("GET", `/api/branches/${here.branchId}/slots?lat=41`)).status).toBe(400);
  });
});
