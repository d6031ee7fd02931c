// What a call does when Postgres let another transaction win, or nothing answers: a stand-in for the REST server answers as PostgREST does, or not.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./errors";
import { metricsText } from "./metrics";
import { authServer, databaseAs } from "./supabase";

const failures: string[] = [];
let asked = 0;
let hangs = false;
let hanging = 0;
const server = createServer((request, response) => {
  request.resume();
  asked += 1;
  if (hangs) {
    hanging += 1;
    response.once("close", () => {
      hanging -= 1;
    });
    return;
  }
  const sqlstate = failures.shift();
  response.setHeader("Content-Type", "application/json");
  if (sqlstate) response.statusCode = sqlstate === "42501" ? 403 : 500;
  response.end(JSON.stringify(sqlstate ? { code: sqlstate, message: "", details: null, hint: null } : true));
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_URL", `http://127.0.0.1:${port}`);
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", "sb_publishable_test");
  vi.stubEnv("SUPABASE_SECRET_KEY", "sb_secret_test");
  vi.stubEnv("CRON_SECRET", "a-secret-for-the-scheduler");
});
beforeEach(() => {
  asked = 0;
  failures.length = 0;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const call = () => databaseAs(null, "a-request").call("health");

it.each(["40001", "40P01"])(
  "%s is asked again until it goes well, at most three times more",
  async (sqlstate) => {
    failures.push(sqlstate, sqlstate, sqlstate);
    expect(await call()).toBe(true);
    expect(asked).toBe(4);
    expect(await metricsText()).toContain(
      `kapgel_database_retries_total{function="health",sqlstate="${sqlstate}"} 3`,
    );
  },
);

it("what fails four times is unavailable, for the caller to try later", async () => {
  failures.push("40001", "40001", "40001", "40001");
  await expect(call()).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(asked).toBe(4);
});

it("any other failure is an answer, and is not asked again", async () => {
  failures.push("42501");
  await expect(call()).rejects.toBeInstanceOf(ApiError);
  expect(asked).toBe(1);
});

describe("a server that hangs", () => {
  const real = AbortSignal.timeout;
  beforeEach(() => {
    hangs = true;
    // A hundred times faster.
    vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => real(ms / 100));
  });
  afterEach(() => {
    hangs = false;
    vi.restoreAllMocks();
  });

  it("is given up after longer than a statement may run and before a browser gives us up, and its sockets are", async () => {
    const start = performance.now();
    await expect(call()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const took = (performance.now() - start) * 100;
    expect(took).toBeGreaterThan(8000);
    expect(AbortSignal.timeout).toHaveBeenCalledWith(10_000);
    await vi.waitFor(() => expect(hanging).toBe(0));
  });

  it("is not asked by everybody after ten, and is again when it answers", async () => {
    await Promise.all(Array.from({ length: 20 }, () => call().catch(() => {})));
    asked = 0;
    await expect(call()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(asked).toBe(0);
    hangs = false;
    await vi.waitFor(async () => expect(await call()).toBe(true), 3000);
  });

  it.each([
    ["signing in", () => authServer().signInWithPassword({ email: "a@test.invalid", password: "b" })],
    ["refreshing", () => authServer().refreshSession({ refresh_token: "c" })],
  ])("%s fails in time, as a failure of the auth server", async (_, exchange) => {
    const start = performance.now();
    expect((await exchange()).error?.status).toBeGreaterThanOrEqual(500);
    expect(performance.now() - start).toBeLessThan(2000); // by itself the client asks again for half a minute
    expect(asked).toBe(1);
  });
});
