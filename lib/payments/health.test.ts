// What health says of card payments: by the breaker, and by whether the provider's address answers.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const shared = globalThis as { kapgel?: unknown };
beforeEach(() => {
  vi.resetModules(); // the environment is read once
  delete shared.kapgel;
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_URL", "http://127.0.0.1:9");
  vi.stubEnv("NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", "sb_publishable_test");
  vi.stubEnv("SUPABASE_SECRET_KEY", "sb_secret_test");
  vi.stubEnv("CRON_SECRET", "a-secret-for-the-scheduler");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const check = async () => (await import("./health")).checkPayments();

it("the sandbox is healthy, until its breaker opens", async () => {
  expect((await check()).status).toBe("healthy");
  const { guarded } = await import("../platform/resilience");
  const guard = guarded("payments.sandbox", { isOutage: () => true });
  const down = () => Promise.reject(new Error("down"));
  for (let call = 0; call < 5; call++) await guard(down, { retries: false }).catch(() => {});
  expect(await check()).toEqual({ status: "unhealthy", latency_ms: 0 });
});

it.each([
  [401, "healthy"], // it refuses a caller without a key, and so it lives
  [503, "unhealthy"],
  [null, "unhealthy"],
])("a provider whose address answers %s is %s", async (status, expected) => {
  const server = createServer((_request, response) => response.writeHead(status ?? 200).end());
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  if (status === null) server.close();
  vi.stubEnv("PAYMENT_PROVIDER", "stripe");
  vi.stubEnv("STRIPE_SECRET_KEY", "sk_test_1");
  vi.stubEnv("STRIPE_WEBHOOK_SECRET", "whsec_1");
  vi.stubEnv("NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY", "pk_test_1");
  vi.stubEnv("STRIPE_API_URL", `http://127.0.0.1:${port}`);
  expect((await check()).status).toBe(expected);
  server.closeAllConnections();
  server.close();
});
