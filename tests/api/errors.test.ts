// Every error of the contract that these routes can give, provoked over HTTP; hostile input included.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "../db/database.ts";
import { api, courierOf, expectError, move, order, placed, signedIn, type Town, town } from "./client.ts";

let here: Town;
let elsewhere: Town;
let customer: { id: string; token: string };
let other: { id: string; token: string };

beforeAll(async () => {
  [here, elsewhere, customer, other] = await Promise.all([
    town(),
    town(),
    signedIn("customer"),
    signedIn("customer"),
  ]);
});

const place = (body: unknown, token = customer.token) =>
  api("POST", "/api/orders", { token, key: randomUUID(), body });

describe("a body that cannot be read", () => {
  const post = (raw: string | Buffer, headers = {}) =>
    api("POST", "/api/orders", { token: customer.token, key: randomUUID(), raw, headers });

  it("malformed JSON is 400 INVALID_JSON", async () => expectError(await post("{"), 400, "INVALID_JSON"));
  it("an empty body is 400 INVALID_JSON", async () => expectError(await post(""), 400, "INVALID_JSON"));
  it("a NUL character is 400", async () =>
    expectError(await post('{"note":"a\\u0000b"}'), 400, "INVALID_JSON"));
  it("half a surrogate pair is 400", async () => {
    const reply = await post(JSON.stringify(order(here)).replace('"cash"', '"cash","note":"\\ud800"'));
    expectError(reply, 400, "VALIDATION_ERROR");
  });
  it("two megabytes are 413", async () =>
    expectError(await post(`{"note":"${"a".repeat(2_000_000)}"}`), 413, "PAYLOAD_TOO_LARGE"));
  it("JSON a hundred thousand levels deep is refused", async () => {
    const reply = await post(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    expect(reply.status).toBe(400);
  });
  it("another content type is 415", async () => {
    expectError(
      await post("a=1", { "Content-Type": "application/x-www-form-urlencoded" }),
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    );
  });
});

describe("a body with wrong values is 400 VALIDATION_ERROR naming the field", () => {
  const cases: [string, Record<string, unknown>, string][] = [
    ["a trillion pieces", { items: [{ product_id: randomUUID(), quantity: 1e12 }] }, "items.0.quantity"],
    ["no pieces", { items: [{ product_id: randomUUID(), quantity: 0 }] }, "items.0.quantity"],
    ["minus one piece", { items: [{ product_id: randomUUID(), quantity: -1 }] }, "items.0.quantity"],
    ["half a piece", { items: [{ product_id: randomUUID(), quantity: 0.5 }] }, "items.0.quantity"],
    ["pieces as text", { items: [{ product_id: randomUUID(), quantity: "2" }] }, "items.0.quantity"],
    ["no items", { items: [] }, "items"],
    ["items of another type", { items: "döner" }, "items"],
    ["an id that is none", { branch_id: "1; drop table orders" }, "branch_id"],
    [
      "coordinates that are no numbers",
      { address: { text: "Moda Caddesi", lat: "NaN", lng: null } },
      "address.lat",
    ],
    ["coordinates off the globe", { address: { text: "Moda Caddesi", lat: 91, lng: 29 } }, "address.lat"],
    ["a delivery without an address", { address: undefined }, "address"],
    ["an unknown payment method", { payment_method: "gold" }, "payment_method"],
    ["a negative tip", { tip_minor: -1 }, "tip_minor"],
    ["a time that is none", { scheduled_for: "tomorrow" }, "scheduled_for"],
    ["a note of a novel's length", { note: "a".repeat(501) }, "note"],
  ];
  it.each(cases)("%s", async (_, patch, field) => {
    const reply = await place(order(here, patch));
    expectError(reply, 400, "VALIDATION_ERROR");
    expect(Object.keys(reply.body.details as object)).toContain(field);
  });

  it("NaN coordinates in a query", async () => {
    expectError(await api("GET", "/api/vendors?lat=NaN&lng=29"), 400, "VALIDATION_ERROR");
  });
  it("a limit beyond the page and a forged cursor", async () => {
    expectError(await api("GET", "/api/orders?limit=51", { token: customer.token }), 400, "VALIDATION_ERROR");
    expectError(
      await api("GET", "/api/orders?cursor=AAAA", { token: customer.token }),
      400,
      "VALIDATION_ERROR",
    );
    expectError(await api("GET", "/api/vendors?cursor=%27--", {}), 400, "VALIDATION_ERROR");
  });
});

it("SQL in a search is only text", async () => {
  const reply = await api("GET", `/api/vendors?q=${encodeURIComponent("'; drop table orders; --")}`);
  expect(reply.status).toBe(200);
  expect((await sql`select count(*)::int as n from public.orders`)[0]?.n).toBeTypeOf("number");
});

describe("who asks", () => {
  it("a stranger is 401", async () => {
    expectError(await api("GET", "/api/orders"), 401, "UNAUTHENTICATED");
    expectError(
      await api("POST", "/api/orders", { key: randomUUID(), body: order(here) }),
      401,
      "UNAUTHENTICATED",
    );
  });
  it.each(["rubbish", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwicm9sZSI6InNlcnZpY2Vfcm9sZSJ9."])(
    "the token %s is 401",
    async (token) => {
      expectError(await api("GET", "/api/orders", { token }), 401, "UNAUTHENTICATED");
    },
  );
  it("a vendor cannot order as a customer: 403", async () =>
    expectError(await place(order(here), here.owner), 403, "FORBIDDEN"));
  it("another site cannot use a visitor's cookie: 403", async () => {
    const headers = { Cookie: `kapgel_access=${customer.token}`, Origin: "https://evil.example" };
    expectError(
      await api("POST", "/api/orders", { key: randomUUID(), body: order(here), headers }),
      403,
      "FORBIDDEN",
    );
  });
});

describe("what is not there, or not the caller's", () => {
  it("an unknown address is 404", async () =>
    expectError(await api("GET", "/api/nothing/here"), 404, "NOT_FOUND"));
  it("a method that is not offered is 405", async () => {
    const reply = await api("DELETE", "/api/orders");
    expectError(reply, 405, "METHOD_NOT_ALLOWED");
    expect(reply.headers.get("allow")).toBe("GET, POST");
  });
  it("an unknown branch or vendor is 404", async () => {
    expectError(await place(order(here, { branch_id: randomUUID() })), 404, "NOT_FOUND");
    expectError(await api("GET", `/api/branches/${randomUUID()}/menu`), 404, "NOT_FOUND");
    expectError(await api("GET", "/api/branches/not-an-id/menu"), 404, "NOT_FOUND");
    expectError(await api("GET", "/api/vendors/no-such-vendor"), 404, "NOT_FOUND");
  });
  it("another's order is 404 for every door", async () => {
    const { id } = await placed(here, customer.token);
    const courier = await courierOf(elsewhere);
    for (const token of [other.token, elsewhere.owner, courier.token]) {
      expectError(await api("GET", `/api/orders/${id}`, { token }), 404, "NOT_FOUND");
      expectError(await api("GET", `/api/orders/${id}/events`, { token }), 404, "NOT_FOUND");
      expectError(await move(token, id, "CANCELED_BY_USER"), 404, "NOT_FOUND");
    }
    expectError(
      await api("PUT", `/api/orders/${id}/courier`, {
        token: elsewhere.owner,
        body: { courier_id: courier.courierId },
      }),
      404,
      "NOT_FOUND",
    );
  });
  it("another vendor's product, branch and courier are 404", async () => {
    const { owner: token } = here;
    expectError(
      await api("PATCH", `/api/vendor/products/${elsewhere.productId}`, { token, body: { price_minor: 1 } }),
      404,
      "NOT_FOUND",
    );
    expectError(
      await api("DELETE", `/api/vendor/products/${elsewhere.productId}`, { token }),
      404,
      "NOT_FOUND",
    );
    const stock = { branch_id: here.branchId, stock_policy: "counted", quantity: 1 };
    expectError(
      await api("PUT", `/api/vendor/products/${elsewhere.productId}/stock`, { token, body: stock }),
      404,
      "NOT_FOUND",
    );
    expectError(await api("GET", `/api/vendor/branches/${elsewhere.branchId}`, { token }), 404, "NOT_FOUND");
    expectError(
      await api("GET", `/api/vendor/orders?branch_id=${elsewhere.branchId}`, { token }),
      404,
      "NOT_FOUND",
    );
    const { courierId } = await courierOf(elsewhere);
    const { id } = await placed(here, customer.token);
    await move(here.owner, id, "CONFIRMED");
    expectError(
      await api("PUT", `/api/orders/${id}/courier`, { token, body: { courier_id: courierId } }),
      404,
      "NOT_FOUND",
    );
  });
});

it("a job is closed to everyone but the scheduler", async () => {
  expectError(await api("POST", "/api/jobs/reject-unconfirmed"), 401, "UNAUTHENTICATED");
  expectError(
    await api("POST", "/api/jobs/reject-unconfirmed", { token: customer.token }),
    401,
    "UNAUTHENTICATED",
  );
  const run = await api("POST", "/api/jobs/reject-unconfirmed", { token: process.env.CRON_SECRET });
  expect(run.status).toBe(200);
});
