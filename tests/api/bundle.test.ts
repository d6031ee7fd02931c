// What browsers are given holds no secret: neither the value of one nor the name of a setting that is the server's.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { signIn } from "./client.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const SECRETS = [
  "SUPABASE_SECRET_KEY",
  "DATABASE_URL",
  "CRON_SECRET",
  "METRICS_TOKEN",
  "UPSTASH_REDIS_REST_TOKEN",
  "SMTP_URL",
  "VAPID_PRIVATE_KEY",
  "RABBITMQ_URL",
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET",
  "SENTRY_AUTH_TOKEN",
];
/** Every setting there is but those that are meant for browsers. */
const names = [
  ...new Set([
    ...SECRETS,
    ...[...readFileSync(join(PROJECT, ".env.example"), "utf8").matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(
      ([, name]) => name ?? "",
    ),
  ]),
].filter((name) => !name.startsWith("NEXT_PUBLIC_"));
const set = SECRETS.filter((name) => process.env[name]);

const bundle = join(PROJECT, process.env.NEXT_DIST_DIR ?? ".next", "static");
const files = [bundle, join(PROJECT, "public")].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".webp"))
    .map((entry) => join(entry.parentPath, entry.name)),
);

/** Which secrets' values, or values that look like some, a text holds. */
const leaks = (text: string) => [
  ...set.filter((name) => text.includes(process.env[name] ?? "")),
  ...(text.match(/\b(sb_secret|[sr]k_(test|live)|whsec)_\w+/g) ?? []),
];

it("the environment of these tests has secrets to look for, and the search finds what is there", () => {
  for (const name of ["SUPABASE_SECRET_KEY", "CRON_SECRET", "METRICS_TOKEN", "VAPID_PRIVATE_KEY", "SMTP_URL"])
    expect(set).toContain(name);
  expect(leaks(`x ${process.env.CRON_SECRET} y sk_live_abc`)).toEqual(["CRON_SECRET", "sk_live_abc"]);
  expect(names.length).toBeGreaterThan(20);
  expect(files.filter((file) => readFileSync(file, "utf8").includes("/api/auth/sign-in"))).not.toEqual([]);
});

it("no file that browsers can fetch holds a secret or names a setting of the server", () => {
  const found = files.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const named = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    return [...leaks(text), ...named].map((what) => `${file}: ${what}`);
  });
  expect(found).toEqual([]);
});

it("the build has no source maps, which would show the server's code beside the browser's", () => {
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
});

it("no page holds a secret, whoever looks at it", async () => {
  const [customer, vendor, operator] = await Promise.all(
    ["customer", "vendor", "admin"].map((name) => signIn(`${name}@kapgel.test`, "kapgel-demo")),
  );
  const pages: [string, string | undefined][] = [
    ...["/", "/sign-in", "/api/docs", "/api/openapi.json", "/api/health"].map((path): [string, undefined] => [
      path,
      undefined,
    ]),
    ...["/account/notifications", "/wallet"].map((path): [string, string | undefined] => [path, customer]),
    ["/vendor/webhooks", vendor],
    ...["/admin", "/admin/queue", "/admin/money", "/admin/audit", "/admin/flags"].map(
      (path): [string, string | undefined] => [path, operator],
    ),
  ];
  for (const [path, token] of pages) {
    const answer = await fetch(new URL(path, process.env.KAPGEL_URL), {
      headers: token ? { Cookie: `kapgel_access=${token}` } : {},
      redirect: "manual",
    });
    expect([path, answer.status, leaks(await answer.text())]).toEqual([path, 200, []]);
  }
});
