// The database does not answer: a server of the same build, pointed at nothing, says so and when to come back.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type NextServer, startNextServer } from "./next-server.ts";

const NOTHING = "http://127.0.0.1:9"; // the discard port: nobody listens
let server: NextServer;
let base: string;

beforeAll(async () => {
  server = await startNextServer(1, { NEXT_PUBLIC_SUPABASE_URL: NOTHING });
  base = server.base;
});
afterAll(() => server.stop());

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
