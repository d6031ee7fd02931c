// The environment, parsed once and at run time.
import { z } from "zod";

const text = (min: number, what: string) => z.string({ error: what }).min(min, what);
const shaped = (pattern: RegExp, what: string) => z.string({ error: what }).regex(pattern, what);

const VAPID_KEYS = "as `npx web-push generate-vapid-keys` prints it";
const messaging = {
  /** Without it no e-mail is sent. */
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: "must be the mail server's URL, as smtp://user:password@smtp.example.com:587",
    })
    .optional(),
  MAIL_FROM: shaped(
    /^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/,
    "must be the sender, as KapGel <hello@example.com>",
  ).optional(),
  /** Without the three no push is sent. */
  VAPID_PUBLIC_KEY: shaped(/^[\w-]{87}$/, `must be the public key, 87 characters, ${VAPID_KEYS}`).optional(),
  VAPID_PRIVATE_KEY: shaped(
    /^[\w-]{43}$/,
    `must be the private key, 43 characters, ${VAPID_KEYS}`,
  ).optional(),
  VAPID_SUBJECT: shaped(
    /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
    "must say whom a push service may turn to, as mailto:operator@example.com",
  ).optional(),
  /** Push services beside the known ones, by host. */
  PUSH_HOSTS: shaped(
    /^[\w.:-]+(,[\w.:-]+)*$/,
    "must be hosts with commas between them, as push.example.com",
  ).optional(),
};
const queue = {
  QUEUE_DRIVER: z
    .enum(["postgres", "rabbitmq"], { error: "must be postgres or rabbitmq, as QUEUE_DRIVER=postgres" })
    .default("postgres"),
  RABBITMQ_URL: z
    .url({
      protocol: /^amqps?$/,
      error: "must be the broker's URL, as amqp://user:password@broker.example.com",
    })
    .optional(),
  /** off: workers of their own do the queue's work, so requests need not. */
  QUEUE_KICK: z.enum(["on", "off"], { error: "must be on or off, as QUEUE_KICK=off" }).default("on"),
};

const limits = {
  RATE_LIMIT_BACKEND: z
    .enum(["redis", "memory", "disabled"], {
      error: "must be redis, memory or disabled, as RATE_LIMIT_BACKEND=redis",
    })
    .optional(),
  UPSTASH_REDIS_REST_URL: z
    .url({ error: "must be the database's REST URL, as https://abc.upstash.io" })
    .optional(),
  UPSTASH_REDIS_REST_TOKEN: text(1, "must be the database's REST token").optional(),
  /** How many proxies of ours stand in front: what X-Forwarded-For is believed. On Vercel one, else none. */
  TRUSTED_PROXIES: shaped(/^\d$/, "must be a number of proxies from 0 to 9, as TRUSTED_PROXIES=1").optional(),
};

const origins = (one: RegExp, what: string) =>
  z.string({ error: what }).refine((list) => list.split(",").every((origin) => one.test(origin)), what);
const otherSites = {
  /** Whose pages may call the API, with a token. Written as browsers write an origin: it is compared letter by letter. */
  CORS_ORIGINS: origins(
    /^(https:\/\/[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d+)?$/,
    "must be https origins with commas between them, as https://shop.example.com,https://app.example.com",
  ).optional(),
  /** What our pages may fetch from beside our own servers and the map style's. */
  CSP_CONNECT_ORIGINS: origins(
    /^(https|wss):\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/,
    "must be https or wss origins with commas between them, as https://tiles.example.com",
  ).optional(),
};

const DSN = "must be a project's DSN, as https://key@o1.ingest.sentry.io/42";
const dsn = z
  .url({ protocol: /^https?$/, error: DSN })
  .regex(/\/\/\w+@[^/]+\/(\S+\/)?\d+$/, DSN)
  .optional();
const seeing = {
  /** Where errors of the server, of its jobs and of the edge are reported. Without it Sentry is not loaded. */
  SENTRY_DSN: dsn,
  /** Where errors in browsers are. It is written into each page. */
  NEXT_PUBLIC_SENTRY_DSN: dsn,
  /** Where traces are sent. Without it OpenTelemetry is not loaded; with it Sentry has errors only. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error: "must be the collector's URL, without /v1/traces, as http://127.0.0.1:4318",
    })
    .optional(),
};

const Base = z.object({
  NEXT_PUBLIC_SUPABASE_URL: z.url({ error: "must be the project's URL, as https://abc.supabase.co" }),
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: text(1, "must be the publishable key, as sb_publishable_…"),
  SUPABASE_SECRET_KEY: text(1, "must be the secret key, as sb_secret_…"),
  CRON_SECRET: text(16, "must be a random text of at least 16 characters"),
  /** From which level on something is logged. */
  LOG_LEVEL: z
    .enum(["info", "warn", "error", "silent"], {
      error: "must be info, warn, error or silent, as LOG_LEVEL=warn",
    })
    .optional(),
  METRICS_TOKEN: text(16, "must be a random text of at least 16 characters").optional(),
  NEXT_PUBLIC_MAP_STYLE_URL: z.url().optional(),
  KAPGEL_DEMO: z.literal("1").optional(),
  /** Lets webhooks call this machine, in tests. */
  WEBHOOK_ALLOW_LOOPBACK: z.literal("1", { error: "must be 1 or absent" }).optional(),
  /** Where links in e-mails lead. */
  APP_URL: shaped(
    /^https?:\/\/[^/?#\s]+$/,
    "must be an origin without a path, as https://kapgel.example.com",
  ),
  ...messaging,
  ...queue,
  ...limits,
  ...otherSites,
  ...seeing,
});

const Sandbox = z.object({ PAYMENT_PROVIDER: z.literal("sandbox") });
const Stripe = z.object({
  PAYMENT_PROVIDER: z.literal("stripe"),
  STRIPE_SECRET_KEY: shaped(/^(sk|rk)_(test|live)_/, "must be Stripe's secret key, as sk_test_…"),
  STRIPE_WEBHOOK_SECRET: shaped(/^whsec_/, "must be the webhook endpoint's signing secret, as whsec_…"),
  NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: shaped(
    /^pk_(test|live)_/,
    "must be Stripe's publishable key, as pk_test_…",
  ),
  /** A stand-in for Stripe's API, in tests. */
  STRIPE_API_URL: z.url({ error: "must be a URL, as http://127.0.0.1:12111" }).optional(),
});
const Payments = z.preprocess(
  (source: Source) => ({ ...source, PAYMENT_PROVIDER: source.PAYMENT_PROVIDER ?? "sandbox" }),
  z.discriminatedUnion("PAYMENT_PROVIDER", [Sandbox, Stripe], {
    error: (issue) =>
      issue.code === "invalid_union" ? "must be sandbox or stripe, as PAYMENT_PROVIDER=stripe" : undefined,
  }),
);

type Source = Record<string, string | undefined>;
type Payments = z.infer<typeof Payments>;
export type Env = z.infer<typeof Base> & Payments;

/**
 * Reads settings out of a process's environment.
 * @throws Error naming every variable that is missing, wrong or in the wrong place, all at once.
 */
export function readEnv(source: Source): Env {
  const base = Base.safeParse({ ...source, APP_URL: source.APP_URL ?? ownUrl(source) });
  const payments = Payments.safeParse(source);
  const problems = [base, payments].flatMap(({ error }) =>
    (error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`),
  );
  problems.push(...lonely(source));
  if (payments.success) {
    problems.push(...misplaced(payments.data, source));
  }
  if (!base.success || !payments.success || problems.length > 0) {
    throw new Error(`The environment is not right:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  }
  return { ...base.data, ...payments.data };
}

// On Vercel the public address is known; a laptop's server is its own.
function ownUrl(source: Source): string {
  const domain = source.VERCEL_ENV === "production" ? source.VERCEL_PROJECT_PRODUCTION_URL : undefined;
  const host = domain ?? source.VERCEL_URL;
  return host ? `https://${host}` : `http://localhost:${source.PORT ?? "3000"}`;
}

// What is set and needs another variable beside it.
function lonely(source: Source): string[] {
  const needs = (set: string | undefined, name: string, why: string) =>
    set && !source[name] ? [`${name}: ${why}`] : [];
  const anyVapid = source.VAPID_PUBLIC_KEY ?? source.VAPID_PRIVATE_KEY ?? source.VAPID_SUBJECT;
  const together = "the VAPID variables come together or not at all; set it,";
  const broker = source.QUEUE_DRIVER === "rabbitmq" ? "yes" : undefined;
  return [
    ...needs(source.SMTP_URL, "MAIL_FROM", "SMTP_URL needs a sender, as KapGel <hello@example.com>"),
    ...needs(anyVapid, "VAPID_PUBLIC_KEY", `${together} ${VAPID_KEYS}`),
    ...needs(anyVapid, "VAPID_PRIVATE_KEY", `${together} ${VAPID_KEYS}`),
    ...needs(anyVapid, "VAPID_SUBJECT", `${together} as mailto:operator@example.com`),
    ...needs(
      source.UPSTASH_REDIS_REST_URL,
      "UPSTASH_REDIS_REST_TOKEN",
      "UPSTASH_REDIS_REST_URL needs its token",
    ),
    ...needs(
      source.RATE_LIMIT_BACKEND === "redis" ? "yes" : undefined,
      "UPSTASH_REDIS_REST_URL",
      "RATE_LIMIT_BACKEND=redis needs a database, as https://abc.upstash.io",
    ),
    ...needs(
      broker,
      "RABBITMQ_URL",
      "QUEUE_DRIVER=rabbitmq needs the broker's URL, as amqp://user:password@broker.example.com",
    ),
  ];
}

// What is well formed and does not belong here: real money in a preview, play money in production.
function misplaced(payments: Payments, source: Source): string[] {
  const isProduction = source.VERCEL_ENV === "production";
  const problems: string[] = [];
  if (source.RATE_LIMIT_BACKEND === "disabled" && isProduction) {
    problems.push("RATE_LIMIT_BACKEND: without limits anybody can wear production out; use redis");
  }
  if (source.WEBHOOK_ALLOW_LOOPBACK && isProduction) {
    problems.push("WEBHOOK_ALLOW_LOOPBACK: opens our own machine to vendors; it is for tests, so remove it");
  }
  // Whichever provider is chosen: a live key that lies about is one mistake away from being used.
  if (source.STRIPE_SECRET_KEY?.includes("k_live_") && !isProduction) {
    problems.push(
      "STRIPE_SECRET_KEY: a live key moves real money and belongs in production only; here use a test key, as sk_test_…",
    );
  }
  if (payments.PAYMENT_PROVIDER === "sandbox") {
    if (isProduction && source.KAPGEL_DEMO !== "1") {
      problems.push(
        "PAYMENT_PROVIDER: the sandbox takes no real money; in production set PAYMENT_PROVIDER=stripe (or KAPGEL_DEMO=1 for a demo)",
      );
    }
    return problems;
  }
  const mode = payments.STRIPE_SECRET_KEY.split("_")[1];
  if (mode === "test" && isProduction) {
    problems.push(
      "STRIPE_SECRET_KEY: a test key takes no real money; production needs a live one, as sk_live_…",
    );
  }
  if (payments.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY.split("_")[1] !== mode) {
    problems.push(
      `NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: must be of the same mode as STRIPE_SECRET_KEY, as pk_${mode}_…`,
    );
  }
  if (payments.STRIPE_API_URL && isProduction) {
    problems.push("STRIPE_API_URL: is for tests; production talks to Stripe itself, so remove it");
  }
  return problems;
}

let parsed: Env | undefined;

/**
 * The server's settings.
 * @throws Error as readEnv does.
 */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}
