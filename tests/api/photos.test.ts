// Couriers' photographs over HTTP: taken by the order's courier, seen by the order's people, refused by their bytes, gone with the sweep.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { JPEG, PDF, PNG } from "@/lib/platform/http/file-samples";
import { sql } from "../db/database.ts";
import { api, courierOf, expectError, move, placed, signedIn, type Town, town } from "./client.ts";

let here: Town;
let there: Town;
let customer: { token: string };
let admin: { token: string };
let courier: { token: string; courierId: string };
let id: string;
beforeAll(async () => {
  [here, there, customer, admin] = await Promise.all([
    town(),
    town(),
    signedIn("customer"),
    signedIn("admin"),
  ]);
  courier = await courierOf(here);
  id = (await placed(here, customer.token)).id;
  for (const to of ["CONFIRMED", "PREPARING", "READY"]) await move(here.owner, id, to);
  const assignment = { token: here.owner, body: { courier_id: courier.courierId } };
  await api("PUT", `/api/orders/${id}/courier`, assignment);
  for (const to of ["PICKED_UP", "ON_ROUTE"]) expect((await move(courier.token, id, to)).status).toBe(200);
});

const send = (file: Buffer, { key = randomUUID(), token = courier.token, query = "kind=proof" } = {}) =>
  api("POST", `/api/orders/${id}/photos?${query}`, {
    ...{ token, key, raw: file },
    headers: { "Content-Type": "image/jpeg" },
  });
const look = (photo: string, token?: string) =>
  fetch(new URL(`/api/orders/${id}/photos/${photo}`, process.env.KAPGEL_URL), {
    headers: token ? { Authorization: `Bearer ${token}` } : {},
  });

describe("a courier's photograph", () => {
  it("is kept once and shown to the order's people, by their session and nobody's link", async () => {
    const key = randomUUID();
    const all = await Promise.all([send(JPEG, { key }), send(JPEG, { key }), send(JPEG, { key })]);
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
    const photo = all[0]?.body.id as string;
    for (const { token } of [customer, courier, admin, { token: here.owner }]) {
      const order = await api("GET", `/api/orders/${id}`, { token });
      expect((order.body.handover as { photos: unknown[] }).photos).toMatchObject([
        { id: photo, kind: "proof" },
      ]);
      const answer = await look(photo, token);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
      expect(answer.headers.get("cache-control")).toContain("no-store");
      expect(Buffer.from(await answer.arrayBuffer()).equals(JPEG)).toBe(true);
    }
    const [stranger, colleague] = [await signedIn("customer"), await courierOf(here)];
    for (const { token } of [stranger, colleague, { token: there.owner }])
      expect((await look(photo, token)).status).toBe(404);
    expect((await look(photo)).status).toBe(401);
    expect((await look(randomUUID(), customer.token)).status).toBe(404);
  });

  it("is the order's courier's to send", async () => {
    for (const token of [customer.token, here.owner, admin.token])
      expectError(await send(JPEG, { token }), 403, "FORBIDDEN");
    const colleague = await courierOf(here);
    expectError(await send(JPEG, { token: colleague.token }), 404, "NOT_FOUND");
  });

  it("is a whole JPEG of at most a megabyte, by its bytes", async () => {
    expectError(await send(PNG), 415, "UNSUPPORTED_MEDIA_TYPE");
    expectError(await send(PDF), 415, "UNSUPPORTED_MEDIA_TYPE");
    expectError(await send(JPEG.subarray(0, 60)), 400, "VALIDATION_ERROR");
    expectError(await send(Buffer.concat([JPEG, Buffer.alloc(1024 * 1024)])), 413, "PAYLOAD_TOO_LARGE");
    expectError(await send(JPEG, { query: "kind=selfie" }), 400, "VALIDATION_ERROR");
  });

  it("is not needed for the delivery, and may come after it", async () => {
    expect((await move(courier.token, id, "DELIVERED")).status).toBe(200);
    expect((await send(JPEG, { query: "kind=proof" })).status).toBe(201);
  });

  it("is gone from rows and Storage 90 days later", async () => {
    const { body } = await send(JPEG);
    await sql`update public.delivery_photos set created_at = now() - interval '91 days' where id = ${body.id as string}`;
    const swept = await api("POST", "/api/jobs/purge-expired", { token: process.env.CRON_SECRET });
    expect(swept.status).toBe(200);
    expect((await look(body.id as string, customer.token)).status).toBe(404);
    const left =
      await sql`select from storage.objects where bucket_id = 'proofs' and name = ${`${id}/${body.id}.jpeg`}`;
    expect(left).toHaveLength(0);
  });
});
