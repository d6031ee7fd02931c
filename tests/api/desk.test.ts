// The operator's desk over HTTP: nobody else's, a suspended account's way in, a look at an account that changes nothing, switches, disputes.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../db/database.ts";
import { api, expectError, move, placed, signedIn, type Town, town } from "./client.ts";

let here: Town;
let operator: { id: string; token: string };
let customer: { id: string; token: string };
beforeAll(async () => {
  [here, operator, customer] = await Promise.all([town(), signedIn("admin"), signedIn("customer")]);
});
afterAll(() => sql.end());

const asOperator = (method: string, path: string, body?: unknown, key?: string) =>
  api(method, `/api/admin${path}`, { token: operator.token, body, ...(key && { key }) });

describe("is the operator's alone", () => {
  it.each([
    ["GET", "/overview"],
    ["GET", "/search?q=moda"],
    ["GET", "/map"],
    ["GET", "/audit"],
    ["GET", "/audit/check"],
    ["GET", "/flags"],
    ["GET", `/users/${randomUUID()}`],
    ["POST", "/impersonation", { user_id: randomUUID(), reason: "x" }],
    ["DELETE", "/impersonation"],
  ] as const)("%s %s", async (method, path, body?: object) => {
    expectError(await api(method, `/api/admin${path}`, { body }), 401, "UNAUTHENTICATED");
    for (const role of ["customer", "vendor_admin", "courier"] as const) {
      const { token } = await signedIn(role);
      expectError(await api(method, `/api/admin${path}`, { token, body }), 403, "FORBIDDEN");
    }
  });
});

it("finds a person, says what waits, shows the town and the record", async () => {
  const found = await asOperator("GET", `/search?q=${customer.id}@test.invalid`);
  expect((found.body.users as { id: string }[])[0]?.id).toBe(customer.id);
  expect((await asOperator("GET", "/search")).body.users).toEqual([]);
  expect((await asOperator("GET", "/overview")).body).toMatchObject({ decisions: expect.any(Array) });
  expect((await asOperator("GET", "/map")).body).toMatchObject({ orders: expect.any(Array) });
  expect((await asOperator("GET", "/audit/check")).body).toMatchObject({ broken_at: null });
  expectError(await asOperator("GET", "/audit?cursor=x"), 400, "VALIDATION_ERROR");
});

describe("a suspended account", () => {
  it("cannot sign in, refresh or go on, and is told so; reinstated it can", async () => {
    const { id } = await signedIn("customer");
    const credentials = { email: `${id}@test.invalid`, password: "kapgel-test" };
    const session = (await api("POST", "/api/auth/sign-in", { body: credentials })).body;
    const suspend = (suspended: boolean) =>
      asOperator("PATCH", `/users/${id}`, { suspended, reason: "Sahte sipariş" });
    expect((await suspend(true)).body).toMatchObject({ suspended_at: expect.any(String) });
    expectError(await api("POST", "/api/auth/sign-in", { body: credentials }), 403, "ACCOUNT_SUSPENDED");
    const refresh = { refresh_token: session.refresh_token };
    expect((await api("POST", "/api/auth/refresh", { body: refresh })).status).toBeGreaterThanOrEqual(401);
    const token = session.access_token as string;
    expectError(await api("GET", "/api/me", { token }), 403, "ACCOUNT_SUSPENDED");
    expectError(await api("GET", "/api/orders", { token }), 401, "UNAUTHENTICATED");
    expect((await suspend(false)).body).toMatchObject({ suspended_at: null });
    expect((await api("POST", "/api/auth/sign-in", { body: credentials })).status).toBe(200);
  });
});

describe("a look at an account", () => {
  /** A browser's request: the operator's session and the look, as cookies. */
  const browser = (method: string, path: string, look: string, body?: unknown) =>
    api(method, path, {
      headers: { Cookie: `kapgel_access=${operator.token}; kapgel_view=${look}` },
      ...(body !== undefined && { body }),
    });
  async function begin() {
    const begun = await asOperator("POST", "/impersonation", {
      user_id: customer.id,
      reason: "Siparişi yok",
    });
    expect(begun.status).toBe(201);
    expect(begun.headers.get("set-cookie")).toMatch(
      /^kapgel_view=[\w-]+; Path=\/; Max-Age=(89\d|900); HttpOnly/,
    );
    return begun.body.id as string;
  }

  it("shows the person's own, also what is the person's alone", async () => {
    const order = await placed(here, customer.token);
    const look = await begin();
    expect((await browser("GET", "/api/me", look)).body).toMatchObject({ id: customer.id, role: "customer" });
    expect((await browser("GET", `/api/orders/${order.id}`, look)).body).toMatchObject({ id: order.id });
    expectError(await browser("GET", "/api/admin/overview", look), 403, "FORBIDDEN");
  });

  it("changes nothing, by whatever method or route", async () => {
    const look = await begin();
    const order = await placed(here, customer.token);
    for (const [method, path, body] of [
      ["POST", `/api/orders/${order.id}/transitions`, { to: "CANCELED_BY_USER" }],
      ["PATCH", "/api/me", { full_name: "Başka" }],
      ["POST", "/api/addresses", { label: "Ev", text: "Moda Caddesi 1", lat: 41, lng: 29 }],
      ["POST", "/api/wallet/fundings", { amount_minor: 100, payment_method: "card" }],
      ["POST", `/api/admin/users/${customer.id}`, {}],
    ] as const) {
      const reply = await browser(method, path, look, body);
      expect([path, reply.status < 500 && reply.status >= 400]).toEqual([path, true]);
      if (reply.status !== 405) expectError(reply, 403, "VIEW_ONLY");
    }
    expect((await api("GET", `/api/orders/${order.id}`, { token: customer.token })).body.status).toBe("NEW");
  });

  it("is refused to the header alone, to another's session, and when it is over", async () => {
    const look = await begin();
    const stranger = await signedIn("customer");
    const theirs = await api("GET", "/api/me", {
      headers: { Cookie: `kapgel_access=${stranger.token}; kapgel_view=${look}` },
    });
    expectError(theirs, 403, "FORBIDDEN");
    const bearer = await api("GET", "/api/me", { token: operator.token, headers: { "X-View-As": look } });
    expect(bearer.body).toMatchObject({ id: operator.id }); // a program's header is nothing to us
    const ended = await browser("DELETE", "/api/admin/impersonation", look);
    expect([ended.status, ended.headers.get("set-cookie")]).toEqual([
      204,
      expect.stringContaining("Max-Age=0"),
    ]);
    expectError(await browser("GET", "/api/me", look), 403, "FORBIDDEN");
  });
});

describe("a dispute", () => {
  it("goes from the customer by the vendor to the operator, and its refund to the customer", async () => {
    await sql`select app.post_transfer('adjustment', gen_random_uuid(), array[app.account('adjustments'), app.account('wallet', ${customer.id})], array[-50000, 50000])`;
    const order = await placed(here, customer.token, {
      payment_method: "wallet",
      type: "pickup",
      address: undefined,
    });
    for (const to of ["CONFIRMED", "PREPARING", "READY", "DELIVERED"]) await move(here.owner, order.id, to);
    const opened = await api("POST", `/api/orders/${order.id}/disputes`, {
      token: customer.token,
      body: { kind: "missing", text: "Ayran yoktu" },
    });
    expect(opened.status).toBe(201);
    const id = opened.body.id as string;
    const answered = await api("POST", `/api/disputes/${id}/answer`, {
      token: here.owner,
      body: { answer: "Unuttuk" },
    });
    expect(answered.body).toMatchObject({ state: "answered" });
    const elsewhere = await town();
    expectError(
      await api("POST", `/api/disputes/${id}/answer`, { token: elsewhere.owner, body: { answer: "Bizim" } }),
      404,
      "NOT_FOUND",
    );
    const decision = { outcome: "refunded", reason: "Haklısınız", amount_minor: 500 };
    expectError(
      await asOperator("POST", `/disputes/${id}/decision`, decision),
      400,
      "IDEMPOTENCY_KEY_REQUIRED",
    );
    const decided = await asOperator("POST", `/disputes/${id}/decision`, decision, randomUUID());
    expect(decided.body).toMatchObject({ state: "resolved", outcome: "refunded", refund_minor: 500 });
    const mine = await api("GET", `/api/disputes?order_id=${order.id}`, { token: customer.token });
    expect(mine.body.data).toMatchObject([{ id, state: "resolved" }]);
  });
});

it("a switch thrown over HTTP: version, reason, and an unknown one", async () => {
  const { body } = await asOperator("GET", "/flags");
  const flag = (body.data as { key: string; version: number }[]).find(({ key }) => key === "applications");
  const change = { enabled: true, percentage: 100, allowed: [], version: flag?.version, reason: "Deneme" };
  const thrown = await asOperator("PUT", "/flags/applications", change);
  expect(thrown.body).toMatchObject({ key: "applications", version: (flag?.version ?? 0) + 1 });
  expectError(await asOperator("PUT", "/flags/applications", change), 409, "VERSION_CONFLICT");
  expectError(await asOperator("PUT", "/flags/nothing_such", change), 404, "NOT_FOUND");
  expectError(
    await asOperator("PUT", "/flags/applications", { ...change, percentage: 101 }),
    400,
    "VALIDATION_ERROR",
  );
});
