// Limits as callers meet them: two instances that share one real Redis, which is then killed and comes back.
import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Child } from "../../dev/children.ts";
import { redisBinary, startRedis } from "../../dev/redis.ts";
import { startUpstash } from "../../dev/upstash.ts";
import { person } from "../db/shops.ts";
import { signedIn } from "./client.ts";
import { type NextServer, startNextServer } from "./next-server.ts";

const binary = redisBinary();
const PORT = Number(new URL(process.env.KAPGEL_URL ?? "").port) + 15;
const TOKEN = "limits-test";
const MINUTE_MS = 60_000;

describe.skipIf(!binary)("limits", () => {
  const folder = mkdtempSync(join(tmpdir(), "kapgel-limits-"));
  let redis: { child: Child; client: Redis };
  let rest: Server;
  let servers: NextServer[] = [];
  let callers = 0;

  const startStore = async () => {
    redis = await startRedis(binary ?? "", folder, PORT);
    rest = await startUpstash({ redis: redis.client, port: PORT + 1, token: TOKEN });
  };
  const stopStore = async () => {
    rest.close();
    rest.closeAllConnections();
    redis.client.disconnect();
    await redis.child.stop();
  };
  const get = (
    server: NextServer | undefined,
    path: string,
    token?: string,
    address = `10.0.0.${++callers % 250}`,
  ) =>
    fetch(`${server?.base}${path}`, {
      headers: {
        "X-Forwarded-For": `6.6.6.${callers % 250}, ${address}`,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
    });
  /** How many of `times` requests, all at once and by turns to the servers, were let pass. */
  const passed = async (times: number, ask: (server: NextServer | undefined) => Promise<Response>) => {
    const answers = await Promise.all(
      Array.from({ length: times }, (_, n) => ask(servers[n % servers.length])),
    );
    await Promise.all(answers.map((answer) => answer.text()));
    const odd = answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 429);
    expect(odd).toEqual([]);
    return answers.filter(({ status }) => status === 200).length;
  };
  // A burst must not straddle two windows.
  const early = async (withinMs: number) => {
    const into = Date.now() % MINUTE_MS;
    if (into > MINUTE_MS - withinMs) await sleep(MINUTE_MS - into + 50);
  };

  beforeAll(async () => {
    await startStore();
    const settings = {
      RATE_LIMIT_BACKEND: "redis",
      UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${PORT + 1}`,
      UPSTASH_REDIS_REST_TOKEN: TOKEN,
      TRUSTED_PROXIES: "1",
    };
    servers = [await startNextServer(5, settings), await startNextServer(6, settings)];
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await stopStore();
    rmSync(folder, { recursive: true, force: true });
  });

  it("lets exactly 100 of a person's 1,000 requests at once pass, on two instances together", async () => {
    const { token } = await signedIn("customer");
    await early(25_000);
    const window = Math.floor(Date.now() / MINUTE_MS);
    expect(await passed(1000, (server) => get(server, "/api/addresses", token))).toBe(100);
    expect(Math.floor(Date.now() / MINUTE_MS)).toBe(window); // else the burst was too slow to say anything

    const refused = await get(servers[0], "/api/addresses", token);
    const body = (await refused.json()) as { code: string; details: { retry_after: number } };
    expect([refused.status, body.code]).toEqual([429, "RATE_LIMITED"]);
    expect(refused.headers.get("ratelimit-limit")).toBe("100");
    expect(refused.headers.get("ratelimit-remaining")).toBe("0");
    expect(Number(refused.headers.get("retry-after"))).toBe(body.details.retry_after);
    expect(Number(refused.headers.get("ratelimit-reset"))).toBeLessThanOrEqual(60);

    // It slides: early in the next window most of the last one still counts.
    await sleep(MINUTE_MS - (Date.now() % MINUTE_MS) + 6_000);
    const again = await passed(200, (server) => get(server, "/api/addresses", token));
    const share = (Date.now() % MINUTE_MS) / MINUTE_MS;
    expect(again).toBeGreaterThanOrEqual(10);
    expect(again).toBeLessThanOrEqual(Math.ceil(100 * share) + 1);
  });

  it("lets exactly 1,000 requests of an address pass, whatever it claims to be, and tells strangers what is left", async () => {
    await early(25_000);
    const first = await get(servers[0], "/api/cities", undefined, "7.7.7.7");
    expect(first.headers.get("ratelimit-limit")).toBe("1000");
    expect(first.headers.get("ratelimit-remaining")).toBe("999");
    expect(await passed(1100, (server) => get(server, "/api/cities", undefined, "7.7.7.7"))).toBe(999);
    expect((await get(servers[1], "/api/cities", undefined, "7.7.7.8")).status).toBe(200);
    expect((await get(servers[1], "/api/health/live", undefined, "7.7.7.7")).status).toBe(200);
  });

  it("makes who guesses a password wait, and nobody else", async () => {
    await early(10_000);
    const victim = `${await person("customer")}@test.invalid`;
    const attempt = (email: string, password: string) =>
      fetch(`${servers[0]?.base}/api/auth/sign-in`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Forwarded-For": `10.1.0.${++callers % 250}` },
        body: JSON.stringify({ email, password }),
      }).then(({ status }) => status);
    for (let n = 0; n < 5; n++) expect(await attempt(victim, "wrong-password")).toBe(401);
    expect(await attempt(victim.toUpperCase(), "wrong-password")).toBe(429);
    expect(await attempt(`${await person("customer")}@test.invalid`, "kapgel-test")).toBe(200);
  });

  it("goes on without Redis, each instance for itself, and shares again when it is back", async () => {
    const [alone, together] = await Promise.all([signedIn("customer"), signedIn("customer")]);
    await stopStore();
    await early(20_000);
    const bare = await get(servers[0], "/api/addresses", alone.token);
    expect(bare.status).toBe(200);
    const [one] = servers;
    expect(await passed(150, () => get(one, "/api/addresses", alone.token))).toBe(99);

    await startStore();
    await sleep(6000); // what an instance waits before it asks again
    await Promise.all(servers.map((server) => get(server, "/api/cities")));
    await early(15_000);
    expect(await passed(160, (server) => get(server, "/api/addresses", together.token))).toBe(100);
  });

  it("keeps nobody's address or id in Redis", async () => {
    const keys = await redis.client.keys("*");
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => /\d+\.\d+\.\d+|[0-9a-f]{8}-[0-9a-f]{4}/.test(key))).toEqual([]);
  });
});
