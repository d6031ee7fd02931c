// What Prometheus is told: counts that move when they should, a bounded number of series, nobody's data, and every name that alerts and
// dashboard ask for.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, SERVICE, sql } from "../db/database.ts";
import { api, order, placed, signedIn, type Town, town } from "./client.ts";
import { type NextServer, startNextServer } from "./next-server.ts";

const TOKEN = process.env.METRICS_TOKEN ?? "";
const FIVE_SECONDS = 5_100; // what the house's values are remembered for

let at: Town;
let customer: { id: string; token: string };
beforeAll(async () => {
  at = await town();
  customer = await signedIn("customer");
});
afterAll(() => sql.end());

type Series = Map<string, number>;

async function text(base = process.env.KAPGEL_URL, token = TOKEN): Promise<string> {
  const response = await fetch(`${base}/api/metrics`, { headers: { Authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  return response.text();
}

/** Every series with its value; labels in the order of their names. */
async function scraped(base?: string): Promise<Series> {
  const series: Series = new Map();
  for (const line of (await text(base)).split("\n")) {
    const [, name = "", labels = "", value = ""] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    if (name)
      series.set(
        `${name}{${labels
          .split(/,(?=\w+=)/)
          .sort()
          .join(",")}}`,
        Number(value.replace("Inf", "Infinity")),
      );
  }
  return series;
}

/** By how much a series grew while `work` ran. */
async function grown(name: string, work: () => Promise<unknown>): Promise<number> {
  const before = (await scraped()).get(name) ?? 0;
  await work();
  return ((await scraped()).get(name) ?? 0) - before;
}

const requests = (route: string, method: string, status: string) =>
  `kapgel_http_requests_total{method="${method}",route="${route}",status="${status}"}`;

describe("counts of this process", () => {
  it("a request is counted by its route's name, and timed", async () => {
    const { id } = await placed(at, customer.token);
    const read = () => api("GET", `/api/orders/${id}`, { token: customer.token });
    expect(await grown(requests("/api/orders/{id}", "GET", "2xx"), read)).toBe(1);
    const timed = requests("/api/orders/{id}", "GET", "2xx").replace(
      "requests_total",
      "request_duration_seconds_count",
    );
    expect(await grown(timed, read)).toBe(1);
    expect(
      await grown(requests("/api/orders/{id}", "GET", "4xx"), () =>
        api("GET", `/api/orders/${randomUUID()}`, { token: customer.token }),
      ),
    ).toBe(1);
    expect(
      await grown(requests("/api/orders/{id}", "DELETE", "4xx"), () => api("DELETE", `/api/orders/${id}`)),
    ).toBe(1);
  });

  it("1,000 different paths make no new series", async () => {
    const ask = async (n: number) => {
      const made = `${n}-${randomUUID()}`;
      await api(
        "GET",
        n % 4 === 0
          ? `/api/${made}`
          : n % 4 === 1
            ? `/api/vendors/${made}`
            : n % 4 === 2
              ? `/api/orders/${made}/events`
              : `/api/a/${made}/%2F${n}%2541`,
        {
          token: customer.token,
        },
      );
    };
    for (let n = 0; n < 8; n++) await ask(n);
    const before = [...(await scraped()).keys()].filter((name) => name.startsWith("kapgel_http"));
    for (let n = 0; n < 1000; n += 20) await Promise.all(Array.from({ length: 20 }, (_, k) => ask(n + k)));
    const after = [...(await scraped()).keys()].filter((name) => name.startsWith("kapgel_http"));
    expect(after.filter((name) => !before.includes(name) && !name.includes("/api/metrics"))).toEqual([]);
  });

  it("a key that made something, that came again, and that came with something else", async () => {
    const key = randomUUID();
    const place = (body = order(at)) => api("POST", "/api/orders", { token: customer.token, key, body });
    const keyed = (status: string) => `kapgel_idempotency_total{status="${status}"}`;
    expect(await grown(keyed("created"), () => place())).toBe(1);
    expect(await grown(keyed("replayed"), () => place())).toBe(1);
    expect(await grown(keyed("conflict"), () => place(order(at, { note: "Başka" })))).toBe(1);
  });

  it("a public read is a miss, then a hit", async () => {
    const path = `/api/branches/${at.branchId}/menu?again=${randomUUID()}`;
    expect(
      await grown('kapgel_cache_reads_total{outcome="hit"}', () =>
        api("GET", path).then(() => api("GET", path)),
      ),
    ).toBeGreaterThanOrEqual(1);
    expect(
      await grown('kapgel_cache_reads_total{outcome="miss"}', () => api("GET", `${path}x`)),
    ).toBeGreaterThanOrEqual(1);
  });
});

it("a limit that refuses is counted, and Redis that is away is told", async () => {
  const server = await startNextServer(9, {
    RATE_LIMIT_BACKEND: "redis",
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9",
    UPSTASH_REDIS_REST_TOKEN: "none",
  });
  try {
    expect((await scraped(server.base)).get("kapgel_rate_limit_backend_up{}")).toBe(1);
    for (let n = 0; n < 6; n++) {
      await fetch(`${server.base}/api/auth/sign-in`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ email: `${customer.id}@test.invalid`, password: "wrong-password" }),
      });
    }
    const series = await scraped(server.base);
    expect(series.get('kapgel_rate_limited_total{limit="sign_in.wrong"}')).toBe(1);
    expect(series.get("kapgel_rate_limit_backend_up{}")).toBe(0);
  } finally {
    await server.stop();
  }
});

describe("values of the whole house", () => {
  it("an order under way is there, by its state", async () => {
    await new Promise((done) => setTimeout(done, FIVE_SECONDS));
    const waiting = 'kapgel_orders{status="NEW"}';
    const before = (await scraped()).get(waiting) ?? 0;
    await placed(at, customer.token);
    await new Promise((done) => setTimeout(done, FIVE_SECONDS));
    const after = await scraped();
    expect((after.get(waiting) ?? 0) - before).toBe(1);
    expect(after.get('kapgel_orders_oldest_seconds{status="NEW"}')).toBeGreaterThanOrEqual(5);
    expect(after.get("kapgel_snapshot_up{}")).toBe(1);
    expect(after.get('kapgel_ledger_difference_minor{check="entries"}')).toBe(0);
    expect(after.get('kapgel_ledger_difference_minor{check="balances"}')).toBe(0);
  });

  it("are missing, and said to be, when the database does not answer; the process's own are there", async () => {
    const lonely: NextServer = await startNextServer(1, { NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:9" });
    try {
      const series = await scraped(lonely.base);
      expect(series.get("kapgel_snapshot_up{}")).toBe(0);
      expect([...series.keys()].filter((name) => name.startsWith("kapgel_queue"))).toEqual([]);
      expect(series.get("process_resident_memory_bytes{}")).toBeGreaterThan(0);
    } finally {
      await lonely.stop();
    }
  });

  it("are the service's alone, and only what is known is asked for", async () => {
    const samples = await call<{ name: string }[]>(SERVICE, "metrics_snapshot", { part: "now" });
    expect(samples.length).toBeGreaterThan(20);
    await expect(call(SERVICE, "metrics_snapshot", { part: "all" })).rejects.toMatchObject({ code: "PT400" });
  });
});

it("nothing in it is about a person, a shop or an order", async () => {
  const said = await text();
  expect(said).not.toMatch(/[\da-f]{8}-[\da-f]{4}-|@|Bearer|eyJ/i);
  for (const id of [customer.id, at.vendorId, at.branchId]) expect(said).not.toContain(id);
});

it("is for those who bring the token", async () => {
  expect((await api("GET", "/api/metrics")).status).toBe(401);
  expect((await api("GET", "/api/metrics", { token: "local-cron-secret" })).status).toBe(401);
  expect((await api("GET", "/api/metrics", { token: customer.token })).status).toBe(401);
});

it("every name that alerts and dashboard ask for exists", async () => {
  const known = new Set([...(await text()).matchAll(/^# TYPE (\w+) /gm)].map(([, name]) => name));
  const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const expressions = [
    ...[...file("ops/prometheus/alerts.yml").matchAll(/^\s+expr: (.*)$/gm)].map(([, expr]) => expr ?? ""),
    ...[...file("ops/grafana/kapgel.json").matchAll(/"expr": "((?:[^"\\]|\\.)*)"/g)].map(
      ([, expr]) => expr ?? "",
    ),
  ];
  expect(expressions.length).toBeGreaterThan(30);
  const asked = new Set(
    expressions
      .flatMap((expr) => expr.match(/\b(?:kapgel|process|nodejs|probe)_\w+/g) ?? [])
      .map((name) => name.replace(/_bucket$/, "")),
  );
  asked.delete("probe_success"); // the blackbox exporter's: docs/runbooks/README.md
  expect([...asked].filter((name) => !known.has(name))).toEqual([]);
  // And what the house measures, somebody looks at.
  expect([...known].filter((name) => name?.startsWith("kapgel_") && !asked.has(name))).toEqual([]);
});
