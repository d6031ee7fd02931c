// Which environments a server starts in, and what it says about the others.
import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

const BASE = {
  NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:54321",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_local",
  SUPABASE_SECRET_KEY: "sb_secret_local",
  CRON_SECRET: "local-cron-secret",
};
/** What nobody needs to set. */
const DEFAULTS = { APP_URL: "http://localhost:3000", QUEUE_DRIVER: "postgres", QUEUE_KICK: "on" };
const MESSAGING = {
  SMTP_URL: "smtp://user:p%40ss@smtp.example.com:587",
  MAIL_FROM: "KapGel <hello@example.com>",
  VAPID_PUBLIC_KEY: `B${"a".repeat(86)}`,
  VAPID_PRIVATE_KEY: "a".repeat(43),
  VAPID_SUBJECT: "mailto:operator@example.com",
};
const STRIPE = {
  ...BASE,
  PAYMENT_PROVIDER: "stripe",
  STRIPE_SECRET_KEY: "sk_test_1",
  STRIPE_WEBHOOK_SECRET: "whsec_1",
  NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: "pk_test_1",
};
const LIVE = {
  ...STRIPE,
  VERCEL_ENV: "production",
  STRIPE_SECRET_KEY: "sk_live_1",
  NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: "pk_live_1",
};

/** The variables a refusal names, and all it says. */
function refusal(source: Record<string, string | undefined>): { names: string[]; text: string } {
  try {
    readEnv(source);
  } catch (error) {
    const text = String(error);
    return { names: [...text.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name ?? ""), text };
  }
  return { names: [], text: "" };
}

describe("an environment", () => {
  it("without a word about payments plays them in the sandbox", () => {
    expect(readEnv(BASE)).toEqual({ ...BASE, ...DEFAULTS, PAYMENT_PROVIDER: "sandbox" });
  });

  it("with everything Stripe needs takes payments through Stripe", () => {
    expect(readEnv(STRIPE)).toEqual({ ...STRIPE, ...DEFAULTS });
    expect(readEnv({ ...STRIPE, STRIPE_SECRET_KEY: "rk_test_1" }).PAYMENT_PROVIDER).toBe("stripe");
  });

  it("of production with live keys takes real money", () => {
    expect(readEnv(LIVE).PAYMENT_PROVIDER).toBe("stripe");
  });

  it("that lacks things names every one of them at once, each with an example", () => {
    const { names, text } = refusal({ PAYMENT_PROVIDER: "stripe" });
    expect(names.toSorted()).toEqual([
      "CRON_SECRET",
      "NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY",
      "NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY",
      "NEXT_PUBLIC_SUPABASE_URL",
      "STRIPE_SECRET_KEY",
      "STRIPE_WEBHOOK_SECRET",
      "SUPABASE_SECRET_KEY",
    ]);
    for (const example of ["sk_test_…", "pk_test_…", "whsec_…", "sb_secret_…"]) {
      expect(text).toContain(example);
    }
  });
});

it.each([
  ["an unknown provider", { ...BASE, PAYMENT_PROVIDER: "cash" }, ["PAYMENT_PROVIDER"], "sandbox or stripe"],
  [
    "a publishable key in the secret's place",
    { ...STRIPE, STRIPE_SECRET_KEY: "pk_test_1" },
    ["STRIPE_SECRET_KEY"],
    "sk_test_…",
  ],
  [
    "the sandbox in production",
    { ...BASE, VERCEL_ENV: "production" },
    ["PAYMENT_PROVIDER"],
    "PAYMENT_PROVIDER=stripe",
  ],
  [
    "a live key on a laptop",
    { ...LIVE, VERCEL_ENV: undefined },
    ["STRIPE_SECRET_KEY"],
    "a live key moves real money",
  ],
  [
    "a live key that nobody uses",
    { ...BASE, STRIPE_SECRET_KEY: "sk_live_1" },
    ["STRIPE_SECRET_KEY"],
    "a live key moves real money",
  ],
  ["a live key in a preview", { ...LIVE, VERCEL_ENV: "preview" }, ["STRIPE_SECRET_KEY"], "a live key"],
  [
    "a live restricted key in a preview",
    { ...LIVE, STRIPE_SECRET_KEY: "rk_live_1", VERCEL_ENV: "preview" },
    ["STRIPE_SECRET_KEY"],
    "a live key",
  ],
  ["a test key in production", { ...STRIPE, VERCEL_ENV: "production" }, ["STRIPE_SECRET_KEY"], "sk_live_…"],
  [
    "keys of two modes",
    { ...STRIPE, NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: "pk_live_1" },
    ["NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY"],
    "pk_test_…",
  ],
  [
    "a stand-in for Stripe in production",
    { ...LIVE, STRIPE_API_URL: "http://127.0.0.1:12111" },
    ["STRIPE_API_URL"],
    "remove it",
  ],
  [
    "webhooks to our own machine in production",
    { ...LIVE, WEBHOOK_ALLOW_LOOPBACK: "1" },
    ["WEBHOOK_ALLOW_LOOPBACK"],
    "remove it",
  ],
  [
    "no mail server's URL",
    { ...BASE, ...MESSAGING, SMTP_URL: "smtp.example.com" },
    ["SMTP_URL"],
    "smtp://user",
  ],
  [
    "e-mail without a sender",
    { ...BASE, ...MESSAGING, MAIL_FROM: undefined },
    ["MAIL_FROM"],
    "KapGel <hello@",
  ],
  [
    "a sender with a header in it",
    { ...BASE, ...MESSAGING, MAIL_FROM: "KapGel\r\nBcc: x <hello@example.com>" },
    ["MAIL_FROM"],
    "KapGel <hello@",
  ],
  [
    "a push key without its other half",
    { ...BASE, ...MESSAGING, VAPID_PRIVATE_KEY: undefined, VAPID_SUBJECT: undefined },
    ["VAPID_PRIVATE_KEY", "VAPID_SUBJECT"],
    "npx web-push generate-vapid-keys",
  ],
  [
    "the private push key in the public one's place",
    { ...BASE, ...MESSAGING, VAPID_PUBLIC_KEY: MESSAGING.VAPID_PRIVATE_KEY },
    ["VAPID_PUBLIC_KEY"],
    "87 characters",
  ],
  [
    "a broker without an address",
    { ...BASE, QUEUE_DRIVER: "rabbitmq" },
    ["RABBITMQ_URL"],
    "amqp://user:password@",
  ],
  ["an unknown queue", { ...BASE, QUEUE_DRIVER: "kafka" }, ["QUEUE_DRIVER"], "postgres or rabbitmq"],
  [
    "a public address with a path",
    { ...BASE, APP_URL: "https://kapgel.example.com/app" },
    ["APP_URL"],
    "https://kapgel.example.com",
  ],
  [
    "a DSN without its key",
    { ...BASE, SENTRY_DSN: "https://o1.ingest.sentry.io/42" },
    ["SENTRY_DSN"],
    "https://key@o1",
  ],
  [
    "a DSN without its project",
    { ...BASE, NEXT_PUBLIC_SENTRY_DSN: "https://key@o1.ingest.sentry.io/" },
    ["NEXT_PUBLIC_SENTRY_DSN"],
    "https://key@o1",
  ],
  [
    "a collector without a scheme",
    { ...BASE, OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318" },
    ["OTEL_EXPORTER_OTLP_ENDPOINT"],
    "http://127.0.0.1:4318",
  ],
  ["every site as a caller", { ...BASE, CORS_ORIGINS: "*" }, ["CORS_ORIGINS"], "https://shop.example.com,"],
  [
    "an address with a path among the sites that may call",
    { ...BASE, CORS_ORIGINS: "https://shop.example.com,https://app.example.com/" },
    ["CORS_ORIGINS"],
    "https://shop.example.com,",
  ],
  [
    "a policy's directive among the origins that pages may reach",
    { ...BASE, CSP_CONNECT_ORIGINS: "https://tiles.example.com; script-src *" },
    ["CSP_CONNECT_ORIGINS"],
    "https://tiles.example.com",
  ],
])("%s is refused", (_, source, names, says) => {
  const refused = refusal(source);
  expect(refused.names).toEqual(names);
  expect(refused.text).toContain(says);
});

it("a demo may play payments in production", () => {
  expect(readEnv({ ...BASE, VERCEL_ENV: "production", KAPGEL_DEMO: "1" }).PAYMENT_PROVIDER).toBe("sandbox");
});

it("the sandbox neither asks for Stripe's variables nor reads them", () => {
  expect(readEnv({ ...BASE, STRIPE_SECRET_KEY: "sk_test_1" })).toEqual({
    ...BASE,
    ...DEFAULTS,
    PAYMENT_PROVIDER: "sandbox",
  });
});

it("what messages need is read as it is set", () => {
  const broker = { QUEUE_DRIVER: "rabbitmq", RABBITMQ_URL: "amqps://user:p@broker.example.com/kapgel" };
  expect(readEnv({ ...BASE, ...MESSAGING, ...broker })).toMatchObject({ ...MESSAGING, ...broker });
});

it.each([
  ["the port the server listens on", { PORT: "4000" }, "http://localhost:4000"],
  [
    "a preview's own address",
    { VERCEL_ENV: "preview", VERCEL_URL: "a-b.vercel.app", VERCEL_PROJECT_PRODUCTION_URL: "kapgel.example" },
    "https://a-b.vercel.app",
  ],
  [
    "production's domain",
    {
      VERCEL_ENV: "production",
      KAPGEL_DEMO: "1",
      VERCEL_URL: "a-b.vercel.app",
      VERCEL_PROJECT_PRODUCTION_URL: "kapgel.example",
    },
    "https://kapgel.example",
  ],
  [
    "what is set, before all",
    { APP_URL: "https://kapgel.com", VERCEL_URL: "a-b.vercel.app" },
    "https://kapgel.com",
  ],
])("links lead to %s", (_, source, url) => {
  expect(readEnv({ ...BASE, ...source }).APP_URL).toBe(url);
});
