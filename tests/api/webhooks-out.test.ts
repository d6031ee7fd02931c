// Webhooks over HTTP, as a vendor's developer meets them: what is sent arrives by itself, signed and in order; what may not be called is
// refused when it is saved; nobody reads or changes another's.
import { createHmac, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { sql } from "../db/database.ts";
import { api, expectError, move, placed, signedIn, type Town, town } from "./client.ts";

type Got = { event: string; delivery: string; signature: string; body: string };
type Delivery = { id: string; type: string; state: string; last_error: string | null; last_status: number };

const EVERYTHING = ["order.created", "order.status_changed", "order.courier_assigned", "order.refunded"];

let here: Town;
let elsewhere: Town;
let customer: string;
let url: string;
let got: Got[];
let answers: number[]; // statuses of the receiver's next answers; then 204

const receiver = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    const told = (name: string) => String(request.headers[`kapgel-${name}`]);
    got.push({ event: told("event"), delivery: told("delivery"), signature: told("signature"), body });
    response.writeHead(answers.shift() ?? 204, { Location: "http://127.0.0.1:1/" }).end();
  });
});

beforeAll(async () => {
  await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  [elsewhere, { token: customer }] = await Promise.all([town(), signedIn("customer")]);
});
beforeEach(async () => {
  [here, got, answers] = [await town(), [], []];
});
afterAll(() => receiver.close());

const endpoint = async (more: Record<string, unknown> = {}, of = here) => {
  const { status, body } = await api("POST", "/api/vendor/webhooks", {
    token: of.owner,
    body: { url, event_types: EVERYTHING, ...more },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body as { id: string; secret: string; url: string };
};
const log = async (id: string, query = "") => {
  const { body } = await api("GET", `/api/vendor/webhooks/${id}/deliveries${query}`, { token: here.owner });
  return body.data as Delivery[];
};
/** The queue notes what came of a call a moment after the call. */
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 10_000, interval: 200 });
/** Does what is due, as the scheduler asks for every minute. */
const drain = () =>
  api("POST", "/api/jobs/outbox", { headers: { Authorization: `Bearer ${process.env.CRON_SECRET}` } });
/** Until the receiver has been called so often. */
const arrives = (count: number) =>
  vi.waitFor(
    async () => {
      await drain();
      expect(got.length).toBeGreaterThanOrEqual(count);
    },
    { timeout: 30_000, interval: 200 },
  );
const isSigned = ({ signature, body }: Got, secret: string) => {
  const [t, ...proofs] = signature.split(",");
  const age = Date.now() / 1000 - Number(t?.slice(2));
  const proof = createHmac("sha256", secret)
    .update(`${t?.slice(2)}.${body}`)
    .digest("hex");
  return proofs.includes(`v1=${proof}`) && age > -5 && age < 300;
};

it("a vendor's own system hears of an order and of each step, signed and in order", async () => {
  const { id, secret } = await endpoint();
  const order = await placed(here, customer);
  for (const to of ["CONFIRMED", "PREPARING", "READY"]) await move(here.owner, order.id, to);
  await arrives(4);
  expect(got.every((each) => isSigned(each, secret))).toBe(true);
  const payloads = got.map(({ body }) => JSON.parse(body));
  expect(payloads.map(({ type, data }) => [type, data.change.to])).toEqual([
    ["order.created", undefined],
    ["order.status_changed", "CONFIRMED"],
    ["order.status_changed", "PREPARING"],
    ["order.status_changed", "READY"],
  ]);
  expect(payloads.every(({ data }) => data.order.id === order.id)).toBe(true);
  expect(got.map(({ delivery }) => delivery)).toEqual(payloads.map((each) => each.id));
  await soon(async () =>
    expect((await log(id)).map(({ state }) => state)).toEqual(Array(4).fill("delivered")),
  );
});

it("what was not taken holds back what came after it, and comes again first", async () => {
  const { id } = await endpoint();
  answers = [500];
  const order = await placed(here, customer);
  await arrives(1);
  await move(here.owner, order.id, "CONFIRMED");
  const retry = () =>
    sql`update public.jobs set run_at = now() where consumer = 'webhook_deliveries' and stream_id = ${id} and state = 'ready'`;
  await soon(async () => expect((await log(id)).map(({ state }) => state)).toEqual(["pending", "pending"]));
  await drain();
  expect(got.map(({ event }) => event)).toEqual(["order.created"]);
  await retry();
  await arrives(3);
  expect(got.map(({ event }) => event)).toEqual(["order.created", "order.created", "order.status_changed"]);
  expect(got[1]?.delivery).toBe(got[0]?.delivery);
});

it("a test is a ping by the same way, and can be sent again", async () => {
  const { id, secret } = await endpoint();
  const ping = await api("POST", `/api/vendor/webhooks/${id}/test`, { token: here.owner });
  expect([ping.status, ping.body.type, ping.body.state]).toEqual([201, "ping", "pending"]);
  expectError(
    await api("POST", `/api/vendor/webhooks/deliveries/${ping.body.id}/replay`, { token: elsewhere.owner }),
    404,
    "NOT_FOUND",
  );
  await arrives(1);
  expect(got[0]?.event).toBe("ping");
  expect(got[0] && isSigned(got[0], secret)).toBe(true);
  await soon(async () => expect(await log(id, "?state=delivered")).toHaveLength(1));
  const again = await api("POST", `/api/vendor/webhooks/deliveries/${ping.body.id}/replay`, {
    token: here.owner,
  });
  expect(again.status).toBe(200);
  await arrives(2);
  expect(got[1]?.delivery).toBe(got[0]?.delivery);
});

it("a redirect is not followed and the log says why", async () => {
  const { id } = await endpoint();
  answers = [307];
  await api("POST", `/api/vendor/webhooks/${id}/test`, { token: here.owner });
  await arrives(1);
  await soon(async () =>
    expect(await log(id)).toMatchObject([{ state: "pending", last_status: 307, last_error: "REDIRECT" }]),
  );
});

it("a secret is told when it is made or renewed, and signs for a day beside the next", async () => {
  const { id, secret } = await endpoint();
  const renewed = await api("POST", `/api/vendor/webhooks/${id}/rotate`, { token: here.owner });
  expect(renewed.body.secret).toMatch(/^kgwh_/);
  await api("POST", `/api/vendor/webhooks/${id}/test`, { token: here.owner });
  await arrives(1);
  for (const each of [secret, renewed.body.secret as string]) {
    expect(got[0] && isSigned(got[0], each)).toBe(true);
  }
  const list = await api("GET", "/api/vendor/webhooks", { token: here.owner });
  expect(JSON.stringify(list.body)).toContain(id);
  expect(JSON.stringify(list.body)).not.toContain("kgwh_");
});

describe("an address that may not be called", () => {
  it.each([
    "http://93.184.216.34/",
    "https://93.184.216.34:22/",
    "https://user:pass@93.184.216.34/",
    "https://10.0.0.1/",
    "https://0xa000001/",
    "https://169.254.169.254/latest/meta-data/",
    "https://[::ffff:10.0.0.1]/",
    "https://[fd00::1]/",
    "https://nobody.invalid/",
    "ftp://93.184.216.34/",
    "javascript:alert(1)",
    "nonsense",
  ])("%s is refused when it is saved and when it is changed", async (bad) => {
    const reply = await api("POST", "/api/vendor/webhooks", {
      token: here.owner,
      body: { url: bad, event_types: EVERYTHING },
    });
    expectError(reply, 400, "VALIDATION_ERROR");
    expect(reply.body.details).toHaveProperty("url");
    const { id } = await endpoint();
    const change = await api("PATCH", `/api/vendor/webhooks/${id}`, {
      token: here.owner,
      body: { url: bad },
    });
    expectError(change, 400, "VALIDATION_ERROR");
  });
});

it("an endpoint is changed, switched off and deleted by its vendor", async () => {
  const { id } = await endpoint();
  const path = `/api/vendor/webhooks/${id}`;
  const changed = await api("PATCH", path, {
    token: here.owner,
    body: {
      description: "Kasa",
      event_types: ["order.created"],
      enabled: false,
      vendor_id: elsewhere.vendorId,
    },
  });
  expect(changed.body).toMatchObject({
    description: "Kasa",
    event_types: ["order.created"],
    enabled: false,
    disabled_reason: "BY_VENDOR",
    vendor_id: here.vendorId,
  });
  expect((await api("DELETE", path, { token: here.owner })).status).toBe(204);
  expectError(await api("DELETE", path, { token: here.owner }), 404, "NOT_FOUND");
});

it("strangers, customers and other vendors get nowhere", async () => {
  const { id } = await endpoint();
  const paths: [string, string][] = [
    ["GET", `/api/vendor/webhooks/${id}/deliveries`],
    ["PATCH", `/api/vendor/webhooks/${id}`],
    ["DELETE", `/api/vendor/webhooks/${id}`],
    ["POST", `/api/vendor/webhooks/${id}/rotate`],
    ["POST", `/api/vendor/webhooks/${id}/test`],
    ["POST", `/api/vendor/webhooks/deliveries/${randomUUID()}/replay`],
  ];
  for (const [method, path] of paths) {
    const body = method === "PATCH" ? { enabled: false } : undefined;
    expectError(await api(method, path, { body }), 401, "UNAUTHENTICATED");
    expectError(await api(method, path, { token: customer, body }), 403, "FORBIDDEN");
    expectError(await api(method, path, { token: elsewhere.owner, body }), 404, "NOT_FOUND");
  }
  expectError(await api("GET", "/api/vendor/webhooks", { token: customer }), 403, "FORBIDDEN");
  expectError(
    await api("GET", `/api/vendor/webhooks?vendor_id=${here.vendorId}`, { token: elsewhere.owner }),
    404,
    "NOT_FOUND",
  );
});
