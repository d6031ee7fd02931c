// The sandbox tells the app of every change: signed, when it is due, again when it was not accepted, and twice when a card says so.
import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { BadSignature } from "@/lib/payments/provider";
import { deliverSandboxEvents, sandbox, signSandboxEvent } from "@/lib/payments/sandbox";
import { sql } from "./database.ts";

/** A payment of 100 TL by a test card. */
async function paid(card = "tok_ok") {
  const { provider_id } = await sandbox.createPayment({
    payment_id: randomUUID(),
    amount_minor: 10_000,
    currency: "TRY",
    description: "Sipariş",
  });
  return sandbox.confirmPayment(provider_id, card);
}
/** Lets four seconds pass for everything that waits to be told. */
const later = () =>
  sql`update sandbox.deliveries set due_at = due_at - interval '4 seconds' where delivered_at is null`;

let server: Server;
let origin: string;
let status: number;
let received: { path: string; raw: string; headers: Headers }[];
const read = () => received.map(({ raw, headers }) => sandbox.readEvent(raw, headers));

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    received.push({
      path: request.url ?? "",
      raw: Buffer.concat(parts).toString(),
      headers: new Headers(request.headers as Record<string, string>),
    });
    response.writeHead(status).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  [status, received] = [200, []];
  await sql`update sandbox.deliveries set delivered_at = now() where delivered_at is null`;
});
afterEach(() => {
  for (const { path } of received) expect(path).toBe("/api/webhooks/payments/sandbox");
});
afterAll(() => new Promise((done) => server.close(done)));

it("tell what happened, signed, and once", async () => {
  const payment = await paid();
  const made = await sandbox.createRefund({
    refund_id: randomUUID(),
    provider_id: payment.provider_id,
    amount_minor: 500,
  });
  expect(await deliverSandboxEvents(origin)).toEqual({ delivered: 2, failed: 0 });
  expect(read()).toEqual(
    expect.arrayContaining([
      { id: expect.stringMatching(/^sbx_evt_/), type: "payment.succeeded", payment, refund: null },
      { id: expect.stringMatching(/^sbx_evt_/), type: "refund.succeeded", payment: null, refund: made },
    ]),
  );
  expect(await deliverSandboxEvents(origin)).toEqual({ delivered: 0, failed: 0 });
});

it("of a payment that answers twice come twice, as one event", async () => {
  await paid("tok_twice");
  expect(await deliverSandboxEvents(origin)).toEqual({ delivered: 2, failed: 0 });
  const [first, second] = read();
  expect(second).toEqual(first);
});

it("of a late payment come when it has succeeded", async () => {
  await paid("tok_late");
  await deliverSandboxEvents(origin);
  expect(read().map(({ type }) => type)).toEqual(["payment.processing"]);
  await later();
  await deliverSandboxEvents(origin);
  expect(read().map(({ type }) => type)).toEqual(["payment.processing", "payment.succeeded"]);
});

it("are told by one of several senders", async () => {
  for (let n = 0; n < 6; n++) await paid();
  const sent = await Promise.all(Array.from({ length: 4 }, () => deliverSandboxEvents(origin)));
  expect(sent.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(6);
  expect(new Set(read().map(({ id }) => id)).size).toBe(6);
  expect(received).toHaveLength(6);
});

it("that are not accepted come again, five times", async () => {
  status = 503;
  await paid();
  expect(await deliverSandboxEvents(origin)).toEqual({ delivered: 0, failed: 1 });
  expect(await deliverSandboxEvents(origin)).toEqual({ delivered: 0, failed: 0 }); // not at once
  for (let n = 0; n < 8; n++) {
    await sql`update sandbox.deliveries set due_at = now() where delivered_at is null`;
    await deliverSandboxEvents(origin);
  }
  expect(received).toHaveLength(6);
});

it("come again after nobody was there to take them", async () => {
  await paid();
  expect(await deliverSandboxEvents("http://127.0.0.1:9")).toEqual({ delivered: 0, failed: 1 });
  await later();
  expect(await deliverSandboxEvents(origin)).toEqual({ delivered: 1, failed: 0 });
});

it("are not believed unsigned, changed, too old, or signed by another", async () => {
  await paid();
  await deliverSandboxEvents(origin);
  const [{ raw } = { raw: "" }] = received;
  const believed = (text: string, signature?: string) => {
    try {
      sandbox.readEvent(text, new Headers(signature ? { "Kapgel-Signature": signature } : {}));
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(BadSignature);
      return false;
    }
  };
  const ago = (seconds: number) => signSandboxEvent(raw, new Date(Date.now() - seconds * 1000));
  const signed = ago(0);
  expect(believed(raw, signed)).toBe(true);
  expect(believed(raw, ago(290))).toBe(true);
  expect(believed(raw, ago(310))).toBe(false);
  expect(believed(raw, ago(-310))).toBe(false);
  expect(believed(raw)).toBe(false);
  expect(believed(`${raw} `, signed)).toBe(false);
  expect(believed(raw, signed.replace(/v1=.{8}/, "v1=00000000"))).toBe(false);
  expect(believed(raw, signed.replace(/^t=\d+/, `t=${Math.floor(Date.now() / 1000) - 60}`))).toBe(false);
  expect(believed(raw, "t=1,v1=abc")).toBe(false);
});
