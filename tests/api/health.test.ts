// Health as balancers, monitors and people see it: each dependency by itself, quick also when one hangs, and nothing of our insides.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type NextServer, startNextServer } from "./next-server.ts";

type Health = { status: string; checks: Record<string, { status: string; latency_ms: number }> };
const base = process.env.KAPGEL_URL ?? "";

// Accepts every connection and says nothing.
let silent: Server;
let hung: NextServer;
let away: NextServer;
beforeAll(async () => {
  silent = createServer(() => {});
  await new Promise<void>((done) => silent.listen(0, "127.0.0.1", done));
  const { port } = silent.address() as AddressInfo;
  [hung, away] = await Promise.all([
    startNextServer(9, {
      UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${port}`,
      UPSTASH_REDIS_REST_TOKEN: "none",
      SMTP_URL: `smtp://127.0.0.1:${port}`,
    }),
    startNextServer(3, { NEXT_PUBLIC_SUPABASE_URL: `http://127.0.0.1:${port}` }),
  ]);
  await Promise.all([read(hung.base), read(away.base)]); // the first request loads the code, which is not what is timed
});
afterAll(async () => {
  await Promise.all([hung?.stop(), away?.stop()]);
  silent.closeAllConnections();
  silent.close();
});

const read = async (server: string) => (await (await fetch(`${server}/api/health`)).json()) as Health;

it("says of each dependency how it is", async () => {
  const response = await fetch(`${base}/api/health`);
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const health = (await response.json()) as Health;
  expect(health).toEqual({
    status: "healthy",
    checks: Object.fromEntries(
      ["database", "redis", "realtime", "payments", "email"].map((name) => [
        name,
        {
          status: name === "redis" && !process.env.UPSTASH_REDIS_REST_URL ? "off" : "healthy",
          latency_ms: expect.any(Number),
        },
      ]),
    ),
    version: expect.stringMatching(/\S/),
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
});

it("is degraded, and quick to say so, when what it can do without hangs", async () => {
  const start = performance.now();
  const { status, checks } = await read(hung.base);
  expect(performance.now() - start).toBeLessThan(3000);
  expect(status).toBe("degraded");
  expect(checks).toMatchObject({
    database: { status: "healthy" },
    redis: { status: "unhealthy" },
    email: { status: "unhealthy" },
  });
  expect((await fetch(`${hung.base}/api/health/ready`)).status).toBe(200);
});

it("is unhealthy, not ready and alive when the database hangs", async () => {
  const start = performance.now();
  const { status, checks } = await read(away.base);
  expect(status).toBe("unhealthy");
  expect(checks.database?.status).toBe("unhealthy");
  const ready = await fetch(`${away.base}/api/health/ready`);
  expect([ready.status, ready.headers.get("retry-after")]).toEqual([503, "2"]);
  expect((await fetch(`${away.base}/api/health/live`)).status).toBe(200);
  expect(performance.now() - start).toBeLessThan(4000);
});

it("asks a dependency once a second at most, however many ask", async () => {
  let asked = 0;
  const counting = createServer((request, response) => {
    if (request.url?.includes("/rpc/health")) asked += 1;
    response.setHeader("Content-Type", "application/json").end("true");
  });
  await new Promise<void>((done) => counting.listen(0, "127.0.0.1", done));
  const { port } = counting.address() as AddressInfo;
  const server = await startNextServer(4, { NEXT_PUBLIC_SUPABASE_URL: `http://127.0.0.1:${port}` });
  try {
    const start = performance.now();
    for (let round = 0; round < 10; round++)
      await Promise.all(Array.from({ length: 20 }, () => read(server.base)));
    const seconds = (performance.now() - start) / 1000;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
  } finally {
    await server.stop();
    counting.closeAllConnections();
    counting.close();
  }
});

it("tells nobody where anything is or why it failed", async () => {
  for (const server of [base, hung.base, away.base]) {
    const said = await (await fetch(`${server}/api/health`)).text();
    expect(said).not.toMatch(/127\.0\.0\.1|localhost|https?:|smtp|ECONN|timeout|Error/i);
  }
});

it.each(["tr", "en"])(
  "the page for people says it in their words (%s), also without the database",
  async (locale) => {
    const words = JSON.parse(
      readFileSync(new URL(`../../messages/${locale}/status.json`, import.meta.url), "utf8"),
    );
    const page = async (server: string) => {
      const response = await fetch(`${server}/status`, { headers: { Cookie: `locale=${locale}` } });
      expect(response.status).toBe(200);
      return response.text();
    };
    expect(await page(base)).toContain(words.overall.healthy);
    const broken = await page(away.base);
    expect(broken).toContain(words.overall.unhealthy);
    expect(broken).toContain(words.parts.database.unhealthy);
    expect(await page(hung.base)).toContain(words.parts.email.unhealthy);
  },
);
