// A server that is set up wrong says why and does not start.
import { afterEach, expect, it, vi } from "vitest";
import { checkEnvironment } from "./boot";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it("a live key on a laptop stops the start, with a sentence that names it", () => {
  for (const [name, value] of Object.entries({
    NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:54321",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_local",
    SUPABASE_SECRET_KEY: "sb_secret_local",
    CRON_SECRET: "local-cron-secret",
    PAYMENT_PROVIDER: "stripe",
    STRIPE_SECRET_KEY: "sk_live_verysecret",
    STRIPE_WEBHOOK_SECRET: "whsec_1",
    NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: "pk_live_1",
  })) {
    vi.stubEnv(name, value);
  }
  const exit = vi.spyOn(process, "exit").mockImplementation(() => undefined as never);
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  checkEnvironment();
  expect(exit).toHaveBeenCalledWith(1);
  const said = String(write.mock.calls[0]?.[0]);
  expect(said).toContain("STRIPE_SECRET_KEY: a live key moves real money");
  expect(said).not.toContain("verysecret");
});

it("what is switched off is said at the start, once each", () => {
  for (const [name, value] of Object.entries({
    NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:54321",
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_local",
    SUPABASE_SECRET_KEY: "sb_secret_local",
    CRON_SECRET: "local-cron-secret",
  })) {
    vi.stubEnv(name, value);
  }
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  checkEnvironment();
  expect(write.mock.calls.map(([line]) => JSON.parse(String(line)).message)).toEqual([
    "E-mail is off: SMTP_URL is not set.",
    "Push is off: the VAPID variables are not set.",
  ]);
});
