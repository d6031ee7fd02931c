// What a page's policy lets in, by the environment it runs in. What browsers make of it is tests/e2e/csp.spec.ts.
import { expect, it } from "vitest";
import { pagePolicy } from "./csp";

const BASE = { NODE_ENV: "production", NEXT_PUBLIC_SUPABASE_URL: "https://abc.supabase.co" };

const directives = (settings: Record<string, string>) =>
  Object.fromEntries(
    pagePolicy("n0nce", settings)
      .split("; ")
      .map((directive) => directive.split(" "))
      .map(([name, ...sources]) => [name, sources]),
  );

it("runs our own scripts and reaches our own servers, and no other", () => {
  const policy = directives(BASE);
  expect(policy["script-src"]).toEqual(["'self'", "'nonce-n0nce'"]);
  expect(policy["style-src"]).toEqual(["'self'"]);
  expect(policy["connect-src"]).toEqual(["'self'", "https://abc.supabase.co", "wss://abc.supabase.co"]);
  for (const name of ["frame-src", "object-src", "base-uri", "frame-ancestors"]) {
    expect(policy[name]).toEqual(["'none'"]);
  }
});

it("reaches the map's host, and what else is named", () => {
  const policy = directives({
    ...BASE,
    NEXT_PUBLIC_MAP_STYLE_URL: "https://tiles.example.com/style.json?key=1",
    CSP_CONNECT_ORIGINS: "https://a.example.com,wss://b.example.com",
  });
  expect(policy["connect-src"]?.slice(3)).toEqual([
    "https://tiles.example.com",
    "https://a.example.com",
    "wss://b.example.com",
  ]);
});

it("reaches Sentry where errors of browsers are reported, without the key of the DSN", () => {
  const policy = directives({ ...BASE, NEXT_PUBLIC_SENTRY_DSN: "https://key@o1.ingest.sentry.io/42" });
  expect(policy["connect-src"]?.slice(3)).toEqual(["https://o1.ingest.sentry.io"]);
});

it("knows Stripe where Stripe takes the cards", () => {
  const policy = directives({ ...BASE, PAYMENT_PROVIDER: "stripe" });
  expect(policy["script-src"]).toContain("https://js.stripe.com");
  expect(policy["connect-src"]).toContain("https://api.stripe.com");
  expect(policy["frame-src"]).toContain("https://hooks.stripe.com");
  expect(pagePolicy("n", { ...BASE, PAYMENT_PROVIDER: "sandbox" })).not.toContain("stripe");
});

it("lets development's tools evaluate code, and nobody else", () => {
  expect(directives({ ...BASE, NODE_ENV: "development" })["script-src"]).toContain("'unsafe-eval'");
  expect(pagePolicy("n", BASE)).not.toContain("unsafe-eval");
});
