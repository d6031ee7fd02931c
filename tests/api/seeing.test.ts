// Whom a server tells about itself, and what it tells: errors to Sentry, traces to a collector, nobody's data to either, and nothing to anyone
// unless it is told whom.
import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sql } from "../db/database.ts";
import { api, order, signedIn, type Town, town } from "./client.ts";
import { type NextServer, startNextServer } from "./next-server.ts";
import { startCollectorStandIn, startSentryStandIn } from "./watchers.ts";

const RELEASE = "0123456789abcdef";
/** What must not leave the house, and a text of a database that holds all of it. */
const SECRETS = [
  "ayse.yilmaz@firma.com",
  "0532 123 45 67",
  "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJheXNlIn0.c2ln",
  "gizli-cerez",
  "cok-gizli-parola",
  "Moda Caddesi 12",
];
const [EMAIL, PHONE, TOKEN, COOKIE, PASSWORD, STREET] = SECRETS;
const HOSTILE = `row of ${EMAIL}, ${PHONE}: Bearer ${TOKEN} kapgel_access=${COOKIE} password=${PASSWORD} address_text="${STREET}"`;

const soon = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 100 });
const leaks = (text: string) => SECRETS.filter((secret) => text.includes(secret));

afterAll(() => sql.end());

describe("an error that nobody foresaw", () => {
  let database: Server; // answers every call with an error whose text holds somebody's data
  let sentry: Awaited<ReturnType<typeof startSentryStandIn>>;
  let server: NextServer;
  beforeAll(async () => {
    database = createServer((_, response) =>
      response
        .writeHead(500, { "Content-Type": "application/json" })
        .end(JSON.stringify({ code: "XX000", message: HOSTILE, details: HOSTILE, hint: null })),
    );
    await new Promise<void>((done) => database.listen(0, "127.0.0.1", done));
    sentry = await startSentryStandIn();
    server = await startNextServer(3, {
      NEXT_PUBLIC_SUPABASE_URL: `http://127.0.0.1:${(database.address() as AddressInfo).port}`,
      SENTRY_DSN: sentry.dsn,
      VERCEL_GIT_COMMIT_SHA: RELEASE,
      VERCEL_ENV: "preview",
    });
  });
  afterAll(async () => {
    await server?.stop();
    sentry?.close();
    database?.close();
  });

  const ask = (path: string, requestId: string) =>
    fetch(`${server.base}${path}`, {
      headers: {
        "X-Request-Id": requestId,
        Authorization: `Bearer ${TOKEN}`,
        Cookie: `kapgel_access=${COOKIE}`,
        "X-Forwarded-For": "203.0.113.9",
      },
    });
  const told = (requestId: string) => sentry.errors().filter(({ tags }) => tags?.request_id === requestId);

  it("reaches Sentry with its release and the request's id, and with nobody's data", async () => {
    const requestId = randomUUID();
    expect((await ask(`/api/orders?cursor=${encodeURIComponent(EMAIL ?? "")}`, requestId)).status).toBe(500);
    await soon(() => expect(told(requestId)).toHaveLength(1));
    expect(told(requestId)).toMatchObject([
      {
        release: RELEASE,
        environment: "preview",
        tags: { request_id: requestId, method: "GET", route: "/api/orders" },
        exception: { values: expect.arrayContaining([expect.objectContaining({ type: "Error" })]) },
      },
    ]);
    expect(sentry.everything()).toContain("database: XX000 row of [redacted]");
    expect(leaks(sentry.everything())).toEqual([]);
    expect(sentry.everything()).not.toContain("203.0.113.9");
  });

  it("of a page, too, with the number that its visitor is shown", async () => {
    const before = sentry.errors().length;
    expect((await ask("/", randomUUID())).status).toBe(500);
    await soon(() => expect(sentry.errors().length).toBeGreaterThan(before));
    expect(sentry.errors().at(-1)?.tags).toMatchObject({ kind: "render", digest: expect.any(String) });
    expect(leaks(sentry.everything())).toEqual([]);
  });

  it("and no answer that the API means to give", async () => {
    const [refused, known] = [randomUUID(), randomUUID()];
    expect((await ask("/api/orders/not-an-id", refused)).status).toBe(404);
    await ask("/api/orders", known);
    await soon(() => expect(told(known)).toHaveLength(1)); // later than the refusal would have been
    expect(told(refused)).toEqual([]);
  });
});

describe("an order, watched", () => {
  let sentry: Awaited<ReturnType<typeof startSentryStandIn>>;
  let collector: Awaited<ReturnType<typeof startCollectorStandIn>>;
  let server: NextServer;
  let at: Town;
  const requestId = randomUUID();
  beforeAll(async () => {
    [sentry, collector] = [await startSentryStandIn(), await startCollectorStandIn()];
    server = await startNextServer(4, {
      SENTRY_DSN: sentry.dsn,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
      OTEL_BSP_SCHEDULE_DELAY: "100",
    });
    at = await town();
    const { token } = await signedIn("customer");
    // Nobody listens there: the job that calls it fails.
    const endpoint = { url: "http://127.0.0.1:9/", event_types: ["order.created"] };
    expect((await api("POST", "/api/vendor/webhooks", { token: at.owner, body: endpoint })).status).toBe(201);
    // What the tested server had left to do is done: the order's jobs are the watched one's.
    const CRON = { Authorization: `Bearer ${process.env.CRON_SECRET}` };
    expect((await api("POST", "/api/jobs/outbox", { headers: CRON })).status).toBe(200);
    const placed = await fetch(`${server.base}/api/orders?to=${encodeURIComponent(EMAIL ?? "")}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${token}`,
        "Idempotency-Key": randomUUID(),
        "X-Request-Id": requestId,
        traceparent: "00-11111111111111111111111111111111-2222222222222222-01",
      },
      body: JSON.stringify(order(at, { note: `${PHONE} ${STREET}` })),
    });
    expect(placed.status).toBe(201);
  });
  afterAll(async () => {
    await server?.stop();
    sentry?.close();
    collector?.close();
  });

  const of = (name: string) =>
    collector.spans().filter((span) => span.name === name || span.attributes["http.route"] === name);

  it("is a request with its database call in one trace, which is ours and not the caller's", async () => {
    await soon(() => expect([of("/api/orders").length, of("db place_order").length]).toEqual([1, 1]));
    const [request] = of("/api/orders");
    const [call] = of("db place_order");
    expect(request?.parentSpanId ?? "").toBe("");
    expect(request?.traceId).not.toBe("1".repeat(32));
    expect(call?.traceId).toBe(request?.traceId);
    expect(call?.attributes).toEqual({ "kapgel.function": "place_order" });
    const trace = collector.spans().filter(({ traceId }) => traceId === request?.traceId);
    expect(trace.some(({ attributes }) => attributes["kapgel.request_id"] === requestId)).toBe(true);
    expect(
      trace.every(({ parentSpanId }) => !parentSpanId || trace.some(({ spanId }) => spanId === parentSpanId)),
    ).toBe(true);
  });

  it("leads by the request's id to the job it caused, with the call that the job made", async () => {
    const jobs = () =>
      of("job webhook_deliveries").filter(({ attributes }) => attributes["kapgel.request_id"] === requestId);
    await soon(() => expect(jobs().length).toBeGreaterThanOrEqual(1));
    const [job] = jobs();
    expect(job?.parentSpanId ?? "").toBe("");
    await soon(() => {
      const calls = of("guarded POST").filter(({ traceId }) => traceId === job?.traceId);
      expect(calls).toMatchObject([
        { parentSpanId: job?.spanId, attributes: { "error.type": "UNREACHABLE" } },
      ]);
    });
  });

  it("whose job failed is told to Sentry, by the request's id", async () => {
    const failed = () => sentry.errors().filter(({ tags }) => tags?.consumer === "webhook_deliveries");
    await soon(() => expect(failed().length).toBeGreaterThanOrEqual(1));
    expect(failed()[0]?.tags).toMatchObject({ request_id: requestId, type: "webhook.delivery_requested" });
  });

  it("has nobody's data in its spans", () => {
    expect(collector.spans().length).toBeGreaterThan(3);
    expect(leaks(collector.everything() + sentry.everything())).toEqual([]);
    for (const id of [at.vendorId, at.branchId, at.productId])
      expect(collector.everything()).not.toContain(id);
    expect(collector.everything()).not.toMatch(/http\.target|http\.url|user.agent/);
  });
});

describe("what a server has loaded", () => {
  const folder = mkdtempSync(join(tmpdir(), "kapgel-loaded-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Packages of Sentry and OpenTelemetry that a server had loaded when it stopped after an answer. */
  async function loaded(changes: Record<string, string>): Promise<string[]> {
    const file = join(folder, randomUUID());
    const note = `import { writeFileSync } from "node:fs"; import { Module } from "node:module";
      process.on("exit", () => process.env.NEXT_RUNTIME !== "edge" && writeFileSync(${JSON.stringify(file)}, Object.keys(Module._cache).join("\\n")));`;
    const server = await startNextServer(9, {
      ...changes,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(note)}`,
    });
    expect((await fetch(`${server.base}/api/vendors?city=istanbul`)).status).toBe(200);
    await server.stop();
    const files = readFileSync(file, "utf8");
    expect(files).toContain("node_modules/next/");
    return [...new Set(files.match(/node_modules\/(@sentry|@opentelemetry)\/[\w-]+/g))];
  }

  it("nothing of Sentry and, of OpenTelemetry, no more than Next itself, where neither is set up", async () => {
    expect((await loaded({})).filter((name) => name !== "node_modules/@opentelemetry/api")).toEqual([]);
  });

  it("what is set up, so that the search finds what is there", async () => {
    const both = {
      SENTRY_DSN: "http://public@127.0.0.1:9/1",
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9",
    };
    expect(await loaded(both)).toEqual(
      expect.arrayContaining(["node_modules/@sentry/nextjs", "node_modules/@opentelemetry/sdk-trace-node"]),
    );
  });
});
