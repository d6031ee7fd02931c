// The boundary of the API tests: HTTP against a running server, nothing else of ours.
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { sql } from "../db/database.ts";
import { city, MODA, person, product, type Shop, shop } from "../db/shops.ts";

const base = process.env.KAPGEL_URL;
if (!base) {
  throw new Error("KAPGEL_URL is not set: run these tests with `npm run test:api`.");
}

export type Reply = { status: number; headers: Headers; body: Record<string, unknown> };
type Sent = {
  token?: string | undefined;
  key?: string | undefined;
  headers?: Record<string, string>;
  body?: unknown;
  raw?: string | Buffer;
};

/** One request. `body` is sent as JSON, `raw` as it is. */
export async function api(
  method: string,
  path: string,
  { token, key, headers = {}, body, raw }: Sent = {},
): Promise<Reply> {
  const response = await fetch(new URL(path, base), {
    method,
    headers: {
      ...(body !== undefined || raw !== undefined ? { "Content-Type": "application/json" } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(key ? { "Idempotency-Key": key } : {}),
      ...headers,
    },
    ...(body !== undefined
      ? { body: JSON.stringify(body) }
      : raw !== undefined
        ? { body: raw as BodyInit }
        : {}),
    redirect: "manual",
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
}

/** An access token for a test person (tests/db/shops.ts) or a demo account. */
export async function signIn(email: string, password = "kapgel-test"): Promise<string> {
  const { status, body } = await api("POST", "/api/auth/sign-in", { body: { email, password } });
  if (status !== 200) {
    throw new Error(`signing in as ${email} answered ${status}`);
  }
  return body.access_token as string;
}

/** A new person of a role and their access token. */
export async function signedIn(role: "customer" | "vendor_admin" | "courier" | "admin") {
  const id = await person(role);
  return { id, token: await signIn(`${id}@test.invalid`) };
}

export type Town = Shop & { owner: string; productId: string; product2Id: string };

/** A shop that is always open, its owner's token, and two products: 100.00 unlimited and 55.50 unlimited. */
export async function town(): Promise<Town> {
  const made = await shop(await city());
  return {
    ...made,
    owner: await signIn(`${made.ownerId}@test.invalid`),
    productId: await product(made.vendorId, "Döner", 10_000),
    product2Id: await product(made.vendorId, "Ayran", 5_550),
  };
}

/** A courier of the shop, on shift. */
export async function courierOf(shopOf: Shop) {
  const { id, token } = await signedIn("courier");
  const [row] =
    await sql`insert into public.couriers (user_id, vendor_id) values (${id}, ${shopOf.vendorId}) returning id`;
  await api("POST", "/api/courier/shift", { token, body: { action: "start", vehicle: "scooter" } });
  return { id, token, courierId: row?.id as string };
}

/** The body of a delivery order of two pieces, changed by `patch`. */
export function order(of: Town, patch: Record<string, unknown> = {}) {
  return {
    branch_id: of.branchId,
    type: "delivery",
    items: [{ product_id: of.productId, quantity: 2 }],
    address: { text: "Moda Caddesi 12, daire 4", ...MODA },
    payment_method: "cash",
    ...patch,
  };
}

/** Places an order and returns it. */
export async function placed(of: Town, token: string, patch: Record<string, unknown> = {}) {
  const { status, body } = await api("POST", "/api/orders", {
    token,
    key: randomUUID(),
    body: order(of, patch),
  });
  if (status !== 201) {
    throw new Error(`placing an order answered ${status}: ${JSON.stringify(body)}`);
  }
  return body as unknown as { id: string; version: number; status: string; total_minor: number };
}

/** Moves an order and returns the reply. */
export const move = (token: string, id: string, to: string, more: Record<string, unknown> = {}) =>
  api("POST", `/api/orders/${id}/transitions`, { token, body: { to, ...more } });

/** The error envelope of the contract: this status and code, a sentence, and nothing of our insides. */
export function expectError(reply: Reply, status: number, code: string) {
  expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code });
  expect(reply.body.error).toMatch(/\S/);
  expect(reply.body.details).toBeTypeOf("object");
  expect(reply.body.request_id).toBe(reply.headers.get("x-request-id"));
  expect(JSON.stringify(reply.body)).not.toMatch(/plpgsql|at .*\.(ts|js):|select |public\./i);
}
