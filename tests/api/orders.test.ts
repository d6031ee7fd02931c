// Orders through the API: placed once, priced by us, moved along by the right people, told to those who watch.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "../db/database.ts";
import { api, courierOf, move, order, placed, signedIn, type Town, town } from "./client.ts";

let here: Town;
let customer: { id: string; token: string };

beforeAll(async () => {
  [here, customer] = await Promise.all([town(), signedIn("customer")]);
});

describe("one key, one order", () => {
  it("twenty equal requests at once make one order and get twenty equal bodies", async () => {
    const key = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        api("POST", "/api/orders", { token: customer.token, key, body: order(here) }),
      ),
    );
    expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(201));
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body))).size).toBe(1);
    const states = replies.map((reply) => reply.headers.get("idempotency-status"));
    expect(states.filter((state) => state === "created")).toHaveLength(1);
    expect(states.filter((state) => state === "replayed")).toHaveLength(19);
    const id = replies[0]?.body.id as string;
    expect((await sql`select count(*)::int as n from public.orders where id = ${id}`)[0]?.n).toBe(1);
    expect(
      (await sql`select count(*)::int as n from public.orders where customer_id = ${customer.id}`)[0]?.n,
    ).toBe(1);
  });

  it("the key with another body is 409; another person's same key is theirs", async () => {
    const key = randomUUID();
    const body = order(here);
    expect((await api("POST", "/api/orders", { token: customer.token, key, body })).status).toBe(201);
    const conflict = await api("POST", "/api/orders", {
      token: customer.token,
      key,
      body: { ...body, note: "başka" },
    });
    expect([conflict.status, conflict.body.code]).toEqual([409, "IDEMPOTENCY_CONFLICT"]);
    const { token } = await signedIn("customer");
    const theirs = await api("POST", "/api/orders", { token, key, body });
    expect([theirs.status, theirs.headers.get("idempotency-status")]).toEqual([201, "created"]);
  });
});

it("stock 50 and 200 orders at once: 50 are placed, 150 are told OUT_OF_STOCK, none fails otherwise", async () => {
  const scarce = await town();
  const stock = { branch_id: scarce.branchId, stock_policy: "counted", quantity: 50 };
  await api("PUT", `/api/vendor/products/${scarce.productId}/stock`, { token: scarce.owner, body: stock });
  const body = order(scarce, { items: [{ product_id: scarce.productId, quantity: 1 }] });
  const replies = await Promise.all(
    Array.from({ length: 200 }, () =>
      api("POST", "/api/orders", { token: customer.token, key: randomUUID(), body }),
    ),
  );
  const count = (answer: string) =>
    replies.filter((reply) => `${reply.status} ${reply.body.code ?? ""}`.trim() === answer).length;
  expect({ placed: count("201"), refused: count("409 OUT_OF_STOCK") }).toEqual({ placed: 50, refused: 150 });
  const [row] = await sql`select quantity from public.branch_stock where product_id = ${scarce.productId}`;
  expect(row?.quantity).toBe(0);
  const menu = await api("GET", `/api/branches/${scarce.branchId}/menu`);
  expect(JSON.stringify(menu.body)).toContain('"in_stock":false');
  expect(JSON.stringify(menu.body)).not.toContain("quantity");
});

it("forged fields change nothing", async () => {
  const victim = await signedIn("customer");
  const honest = await placed(here, customer.token);
  const forged = await api("POST", "/api/orders", {
    token: customer.token,
    key: randomUUID(),
    body: {
      ...order(here, {
        items: [
          {
            product_id: here.productId,
            quantity: 2,
            unit_price_minor: 1,
            line_total_minor: 1,
            price_minor: 1,
          },
        ],
      }),
      ...{
        id: randomUUID(),
        customer_id: victim.id,
        vendor_id: randomUUID(),
        courier_id: randomUUID(),
        status: "DELIVERED",
        version: 9,
      },
      ...{
        subtotal_minor: 1,
        delivery_fee_minor: 0,
        discount_minor: 99999,
        total_minor: 1,
        payment_status: "paid",
        number: "1",
      },
    },
  });
  expect(forged.status).toBe(201);
  expect(forged.body).toMatchObject({
    status: "NEW",
    version: 1,
    subtotal_minor: 20000,
    discount_minor: 0,
    payment_status: "pending",
    courier: null,
  });
  expect(forged.body.total_minor).toBe(honest.total_minor);
  const [row] =
    await sql`select customer_id, vendor_id from public.orders where id = ${forged.body.id as string}`;
  expect(row).toEqual({ customer_id: customer.id, vendor_id: here.vendorId });
});

it("a quote says what placing would charge, and lists every problem", async () => {
  const quote = await api("POST", "/api/quotes", { body: order(here) });
  expect(quote.status).toBe(200);
  const { total_minor } = await placed(here, customer.token, {
    expected_total_minor: quote.body.total_minor,
  });
  expect(total_minor).toBe(quote.body.total_minor);
  const bad = await api("POST", "/api/quotes", {
    body: order(here, {
      address: { lat: 41.5, lng: 30 },
      items: [{ product_id: randomUUID(), quantity: 1 }],
      scheduled_for: "2020-01-01T00:00:00Z",
    }),
  });
  expect((bad.body.problems as { code: string }[]).map((problem) => problem.code).sort()).toEqual(
    ["OUTSIDE_DELIVERY_ZONE", "PRODUCT_UNAVAILABLE", "SLOT_UNAVAILABLE"].sort(),
  );
});

it("a delivery goes from the kitchen to the door, seen by all three", async () => {
  const courier = await courierOf(here);
  const { id } = await placed(here, customer.token, { tip_minor: 500 });
  const board = await api("GET", "/api/vendor/orders?status=NEW", { token: here.owner });
  expect((board.body.data as { id: string }[]).map((entry) => entry.id)).toContain(id);
  expect((await move(here.owner, id, "CONFIRMED", { prep_minutes: 35 })).body).toMatchObject({
    status: "CONFIRMED",
    prep_minutes: 35,
    confirm_by: null,
  });
  await move(here.owner, id, "PREPARING");
  const assigned = await api("PUT", `/api/orders/${id}/courier`, {
    token: here.owner,
    body: { courier_id: courier.courierId },
  });
  expect(assigned.body).toMatchObject({ courier: { id: courier.courierId, position: null } });
  await move(here.owner, id, "READY");
  const tasks = await api("GET", "/api/courier/tasks", { token: courier.token });
  expect(tasks.body).toMatchObject({
    shift: { shift_status: "online" },
    data: [{ id, allowed_transitions: ["PICKED_UP"] }],
  });
  await move(courier.token, id, "PICKED_UP");
  expect(
    (
      await api("POST", "/api/courier/positions", {
        token: courier.token,
        body: { lat: 40.985, lng: 29.03, heading: 12 },
      })
    ).status,
  ).toBe(202);
  await move(courier.token, id, "ON_ROUTE");
  const seen = await api("GET", `/api/orders/${id}`, { token: customer.token });
  expect(seen.body).toMatchObject({
    status: "ON_ROUTE",
    courier: { position: { lat: 40.985, lng: 29.03, stale: false } },
    allowed_transitions: [],
  });
  expect((await move(courier.token, id, "DELIVERED")).body).toMatchObject({
    status: "DELIVERED",
    payment_status: "paid",
  });
  const after = await api("GET", `/api/orders/${id}`, { token: customer.token });
  expect(after.body).toMatchObject({ courier: { position: null, phone: null } });
  const events = await api("GET", `/api/orders/${id}/events?limit=50`, { token: customer.token });
  expect((events.body.data as { version: number }[]).map((event) => event.version)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8,
  ]);
  const told = (events.body.data as { type: string; actor: { role: string } }[]).map(
    ({ type, actor }) => `${actor.role} ${type}`,
  );
  expect(told.slice(0, 2)).toEqual(["customer order.created", "vendor order.status_changed"]);
});

it("an order nobody confirms in time is rejected by the job and its stock comes back", async () => {
  const slow = await town();
  const stock = { branch_id: slow.branchId, stock_policy: "counted", quantity: 5 };
  await api("PUT", `/api/vendor/products/${slow.productId}/stock`, { token: slow.owner, body: stock });
  const { id } = await placed(slow, customer.token);
  await sql`update public.orders set confirm_by = now() - interval '1 second' where id = ${id}`;
  await api("POST", "/api/jobs/reject-unconfirmed", { token: process.env.CRON_SECRET });
  const seen = await api("GET", `/api/orders/${id}`, { token: customer.token });
  expect(seen.body).toMatchObject({ status: "REJECTED", payment_status: "void", allowed_transitions: [] });
  const [row] = await sql`select quantity from public.branch_stock where product_id = ${slow.productId}`;
  expect(row?.quantity).toBe(5);
});

it("what the job gives back is on the menu at once, though the menu is read from memory", async () => {
  const slow = await town();
  const stock = { branch_id: slow.branchId, stock_policy: "counted", quantity: 2 };
  await api("PUT", `/api/vendor/products/${slow.productId}/stock`, { token: slow.owner, body: stock });
  const { id } = await placed(slow, customer.token);
  await sql`update public.orders set confirm_by = now() - interval '1 second' where id = ${id}`;
  const soldOut = await api("GET", `/api/branches/${slow.branchId}/menu`);
  expect(JSON.stringify(soldOut.body)).toContain('"in_stock":false');
  await api("POST", "/api/jobs/reject-unconfirmed", { token: process.env.CRON_SECRET });
  const again = await api("GET", `/api/branches/${slow.branchId}/menu`);
  expect(JSON.stringify(again.body)).not.toContain('"in_stock":false');
});

it("a list is walked page by page, every order once, newest first", async () => {
  const { token } = await signedIn("customer");
  const ids = new Set<string>();
  for (let n = 0; n < 7; n++) ids.add((await placed(here, token)).id);
  const walked: string[] = [];
  let cursor = "";
  do {
    const page = await api("GET", `/api/orders?limit=3${cursor && `&cursor=${cursor}`}`, { token });
    walked.push(...(page.body.data as { id: string }[]).map((entry) => entry.id));
    cursor = (page.body.next_cursor as string | null) ?? "";
  } while (cursor);
  expect(walked).toEqual([...ids].reverse());
});
