// What browsers measure, as a browser sends it: counted by page and channel, and nothing else is kept of it.
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { api, expectError } from "./client.ts";
import { startNextServer } from "./next-server.ts";
import { seriesValue } from "./series.ts";

const PATH = "/api/measurements";
const send = (body: unknown, headers: Record<string, string> = {}) => api("POST", PATH, { body, headers });

async function grown(series: string, work: () => Promise<unknown>): Promise<number> {
  const before = await seriesValue(series);
  await work();
  return (await seriesValue(series)) - before;
}

it("a page's vitals are counted by the page's name, durations apart from movement", async () => {
  const vitals = { kind: "vitals", page: `/orders/${randomUUID()}`, values: { LCP: 1234.5, CLS: 0.02 } };
  const lcp = 'kapgel_web_vital_seconds_sum{name="LCP",page="/orders/{id}"}';
  const cls = 'kapgel_web_vital_cls_sum{page="/orders/{id}"}';
  const before = await seriesValue(cls);
  expect(await grown(lcp, async () => expect((await send(vitals)).status).toBe(204))).toBeCloseTo(1.2345);
  expect((await seriesValue(cls)) - before).toBeCloseTo(0.02);
});

it("a page that there is not is one of the others, whatever it is called", async () => {
  const other = 'kapgel_web_vital_seconds_count{name="TTFB",page="other"}';
  const made = async () => {
    for (let n = 0; n < 3; n++) await send({ kind: "vitals", page: `/${randomUUID()}`, values: { TTFB: 5 } });
  };
  expect(await grown(other, made)).toBe(3);
});

it("a delivery is counted by how long ago its message was written", async () => {
  const at = new Date(Date.now() - 1500).toISOString();
  const sum = 'kapgel_realtime_delivery_seconds_sum{channel="order"}';
  const seconds = await grown(sum, () => send({ kind: "delivery", channel: "order", at }));
  expect(seconds).toBeGreaterThanOrEqual(1.5);
  expect(seconds).toBeLessThan(30);
});

it.each([
  ["from yesterday", -86_400_000],
  ["from tomorrow", 86_400_000],
])("a delivery %s is none", async (_, offset) => {
  const count = 'kapgel_realtime_delivery_seconds_count{channel="branch"}';
  const at = new Date(Date.now() + offset).toISOString();
  const sent = async () => expect((await send({ kind: "delivery", channel: "branch", at })).status).toBe(204);
  expect(await grown(count, sent)).toBe(0);
});

it.each([
  ["an unknown kind", { kind: "secrets" }],
  [
    "a channel with somebody's id",
    { kind: "delivery", channel: `order:${randomUUID()}`, at: "2026-01-01T00:00:00Z" },
  ],
  ["a time that is none", { kind: "delivery", channel: "order", at: "now" }],
  ["a negative duration", { kind: "vitals", page: "/", values: { LCP: -1 } }],
  ["a duration of a day", { kind: "vitals", page: "/", values: { LCP: 86_400_000 } }],
  ["a page of a thousand letters", { kind: "vitals", page: "/".repeat(1000), values: {} }],
])("%s is refused", async (_, body) => {
  expectError(await send(body), 400, "VALIDATION_ERROR");
});

it("a long body is refused before it is read as one", async () => {
  expectError(
    await send({ kind: "vitals", page: "/", values: {}, more: "x".repeat(3000) }),
    413,
    "PAYLOAD_TOO_LARGE",
  );
});

it("another site's page may not measure, and that the edge refused it is counted", async () => {
  const refusals = 'kapgel_edge_refusals_total{code="FORBIDDEN"}';
  const foreign = async () =>
    expectError(
      await send({ kind: "vitals", page: "/", values: {} }, { Origin: "https://evil.example" }),
      403,
      "FORBIDDEN",
    );
  expect(await grown(refusals, foreign)).toBe(1);
});

it("who measures too much is stopped at the edge, which is counted, and may still do everything else", async () => {
  const server = await startNextServer(3, { RATE_LIMIT_BACKEND: "memory" });
  try {
    const ask = () =>
      fetch(`${server.base}${PATH}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ kind: "vitals", page: "/", values: {} }),
      }).then(({ status }) => status);
    // The window slides: of more than twice the limit some are refused, however long it takes to ask.
    const statuses: number[] = [];
    for (let n = 0; n < 260; n += 20) statuses.push(...(await Promise.all(Array.from({ length: 20 }, ask))));
    expect(statuses).toContain(204);
    const stopped = statuses.filter((status) => status === 429).length;
    expect(stopped).toBeGreaterThan(0);
    expect(await seriesValue('kapgel_edge_refusals_total{code="RATE_LIMITED"}', server.base)).toBe(stopped);
    expect((await fetch(`${server.base}/api/cities`)).status).toBe(200);
  } finally {
    await server.stop();
  }
});
