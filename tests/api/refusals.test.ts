// Orders that cannot be placed and moves that cannot be made: each refused with its own code, and nothing changed.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "../db/database.ts";
import { openHours } from "../db/shops.ts";
import { api, courierOf, expectError, move, order, placed, signedIn, type Town, town } from "./client.ts";

let here: Town;
let elsewhere: Town;
let customer: { id: string; token: string };

beforeAll(async () => {
  [here, elsewhere, customer] = await Promise.all([town(), town(), signedIn("customer")]);
});

const place = (body: unknown) =>
  api("POST", "/api/orders", { token: customer.token, key: randomUUID(), body });

describe("an order that cannot be", () => {
  it("without an Idempotency-Key, or with one that is no UUID", async () => {
    const token = customer.token;
    expectError(
      await api("POST", "/api/orders", { token, body: order(here) }),
      400,
      "IDEMPOTENCY_KEY_REQUIRED",
    );
    expectError(
      await api("POST", "/api/orders", { token, body: order(here), key: "again" }),
      400,
      "VALIDATION_ERROR",
    );
  });
  it("outside the zone", async () => {
    expectError(
      await place(order(here, { address: { text: "Beşiktaş İskelesi", lat: 41.2, lng: 29.5 } })),
      422,
      "OUTSIDE_DELIVERY_ZONE",
    );
  });
  it("below the minimum", async () => {
    const small = await town();
    await sql`update public.branches set minimum_order_minor = 50000 where id = ${small.branchId}`;
    const reply = await place(order(small));
    expectError(reply, 422, "MINIMUM_ORDER_VALUE");
    expect(reply.body.details).toMatchObject({ minimum_order_minor: 50000, missing_minor: 30000 });
  });
  it("at a closed branch", async () => {
    const closed = await town();
    await openHours(closed.branchId, []);
    expectError(await place(order(closed)), 422, "BRANCH_CLOSED");
  });
  it("at a time that is gone", async () => {
    const reply = await place(order(here, { scheduled_for: "2020-01-01T12:00:00Z" }));
    expectError(reply, 409, "SLOT_UNAVAILABLE");
    expect((reply.body.details as { alternatives: string[] }).alternatives).toHaveLength(3);
  });
  it("of a product that is not on sale, or another vendor's", async () => {
    expectError(
      await place(order(here, { items: [{ product_id: elsewhere.productId, quantity: 2 }] })),
      422,
      "PRODUCT_UNAVAILABLE",
    );
    expectError(
      await place(order(here, { items: [{ product_id: randomUUID(), quantity: 2 }] })),
      422,
      "PRODUCT_UNAVAILABLE",
    );
  });
  it("of more than there is", async () => {
    const { owner: token, branchId, productId } = here;
    const scarce = { branch_id: branchId, stock_policy: "counted", quantity: 1 };
    expect(
      (await api("PUT", `/api/vendor/products/${productId}/stock`, { token, body: scarce })).status,
    ).toBe(200);
    expectError(await place(order(here)), 409, "OUT_OF_STOCK");
    await api("PUT", `/api/vendor/products/${productId}/stock`, {
      token,
      body: { branch_id: branchId, stock_policy: "unlimited" },
    });
  });
  it("at a price that has changed, with the fresh quote and no more than that", async () => {
    const reply = await place(order(here, { expected_total_minor: 1 }));
    expectError(reply, 409, "PRICE_CHANGED");
    const quote = await api("POST", "/api/quotes", { body: order(here) });
    expect(quote.body.subtotal_minor).toBe(20000);
    expect(reply.body.details).toEqual({ quote: { ...quote.body, eta_at: expect.any(String) } });
  });
});

describe("a move that cannot be", () => {
  it("one that this person never makes is 403, one that does not fit now is 409 with the current order", async () => {
    const { id } = await placed(here, customer.token);
    expectError(await move(customer.token, id, "CONFIRMED"), 403, "FORBIDDEN");
    const early = await move(here.owner, id, "READY");
    expectError(early, 409, "INVALID_TRANSITION");
    expect(early.body.details).toMatchObject({ current: { id, status: "NEW" } });
    expectError(await move(here.owner, id, "NOWHERE"), 400, "VALIDATION_ERROR");
  });
  it("one from a stale screen is 409 VERSION_CONFLICT with the current order", async () => {
    const { id } = await placed(here, customer.token);
    await move(here.owner, id, "CONFIRMED");
    const reply = await move(here.owner, id, "PREPARING", { version: 1 });
    expectError(reply, 409, "VERSION_CONFLICT");
    expect(reply.body.details).toMatchObject({ current: { status: "CONFIRMED", version: 2 } });
  });
  it("an operator's without a reason", async () => {
    const { token } = await signedIn("admin");
    const { id } = await placed(here, customer.token);
    expectError(await move(token, id, "REJECTED"), 400, "VALIDATION_ERROR");
    expect((await move(token, id, "REJECTED", { reason: "Şube kapalı." })).status).toBe(200);
  });
  it("couriers: offline 422, full 409, off shift 422", async () => {
    const small = await town();
    await sql`update public.vendors set courier_capacity = 1 where id = ${small.vendorId}`;
    const courier = await courierOf(small);
    const [first, second] = await Promise.all([placed(small, customer.token), placed(small, customer.token)]);
    await Promise.all([first, second].map(({ id }) => move(small.owner, id, "CONFIRMED")));
    const assign = (id: string) =>
      api("PUT", `/api/orders/${id}/courier`, {
        token: small.owner,
        body: { courier_id: courier.courierId },
      });
    expect((await assign(first.id)).status).toBe(200);
    expectError(await assign(second.id), 409, "COURIER_BUSY");
    await api("POST", "/api/courier/shift", { token: courier.token, body: { action: "end" } });
    expectError(await assign(second.id), 422, "COURIER_OFFLINE");
    await move(small.owner, first.id, "PREPARING");
    await move(small.owner, first.id, "READY");
    expectError(await move(courier.token, first.id, "PICKED_UP"), 422, "COURIER_OFFLINE");
    expectError(
      await api("POST", "/api/courier/positions", { token: courier.token, body: { lat: 41, lng: 29 } }),
      422,
      "COURIER_OFFLINE",
    );
  });
});
