// The database does not answer: a server of the same build, pointed at nothing, says so and when to come back.
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const url = new URL(process.env.KAPGEL_URL ?? "");
const port = Number(url.port) + 1;
const base = `http://localhost:${port}`;
const NOTHING = "http://127.0.0.1:9"; // the discard port: nobody listens
let server: ChildProcess;

beforeAll(async () => {
  const next = resolve(import.meta.dirname, "../../node_modules/.bin/next");
  const env = { ...process.env, NEXT_PUBLIC_SUPABASE_URL: NOTHING };
  server = spawn(next, ["start", "--port", String(port)], { env, stdio: "ignore" });
  for (let tries = 0; tries < 200; tries++) {
    const live = await fetch(`${base}/api/health/live`).catch(() => null);
    if (live?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the second server did not start");
});

afterAll(async () => {
  const ended = new Promise((done) => server.on("exit", done));
  server.kill("SIGTERM");
  await ended;
});

it.each([
  ["GET", "/api/health/ready"],
  ["GET", "/api/vendors"],
  ["POST", "/api/auth/sign-in"],
  ["GET", "/api/orders"],
])("%s %s answers 503 UNAVAILABLE with Retry-After, and nothing of our insides", async (method, path) => {
  const response = await fetch(base + path, {
    method,
    headers: {
      "Content-Type": "application/json",
      Authorization: "Bearer a.b.c",
      "Idempotency-Key": randomUUID(),
    },
    ...(method === "POST"
      ? { body: JSON.stringify({ email: "a@test.invalid", password: "kapgel-test" }) }
      : {}),
  });
  const body = await response.text();
  expect([response.status, JSON.parse(body).code]).toEqual([503, "UNAVAILABLE"]);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(body).not.toMatch(/fetch failed|ECONNREFUSED|127\.0\.0\.1/);
});

it("the health check says which dependency it is, and still answers", async () => {
  const response = await fetch(`${base}/api/health`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: "unhealthy",
    checks: { database: { status: "unhealthy" }, realtime: { status: "unhealthy" } },
  });
});
