// The environment, parsed once and at run time. Only middleware.ts has its NEXT_PUBLIC_* from the build: Next inlines them at the edge.
import { z } from "zod";

const text = (min: number, what: string) => z.string({ error: what }).min(min, what);
const shaped = (pattern: RegExp, what: string) => z.string({ error: what }).regex(pattern, what);

const Base = z.object({
  NEXT_PUBLIC_SUPABASE_URL: z.url({ error: "must be the project's URL, as https://abc.supabase.co" }),
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: text(1, "must be the publishable key, as sb_publishable_…"),
  SUPABASE_SECRET_KEY: text(1, "must be the secret key, as sb_secret_…"),
  CRON_SECRET: text(16, "must be a random text of at least 16 characters"),
  METRICS_TOKEN: text(16, "must be a random text of at least 16 characters").optional(),
  NEXT_PUBLIC_MAP_STYLE_URL: z.url().optional(),
  KAPGEL_DEMO: z.literal("1").optional(),
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
  const [base, payments] = [Base.safeParse(source), Payments.safeParse(source)];
  const problems = [base, payments].flatMap(({ error }) =>
    (error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`),
  );
  if (payments.success) {
    problems.push(...misplaced(payments.data, source));
  }
  if (!base.success || !payments.success || problems.length > 0) {
    throw new Error(`The environment is not right:\n${problems.map((line) => `  ${line}`).join("\n")}`);
  }
  return { ...base.data, ...payments.data };
}

// What is well formed and does not belong here: real money in a preview, play money in production.
function misplaced(payments: Payments, source: Source): string[] {
  const isProduction = source.VERCEL_ENV === "production";
  const problems: string[] = [];
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
