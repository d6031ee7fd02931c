// What every answer says to browsers, what a page may run, which other sites may call the API, and that none acts in a visitor's name.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api, expectError, signedIn } from "./client.ts";
import { type NextServer, startNextServer } from "./next-server.ts";

const base = process.env.KAPGEL_URL ?? "";
const evil = "https://evil.example";
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, base), { headers, redirect: "manual" });

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
};
const INERT = "default-src 'none'; frame-ancestors 'none'";
const WORKER = `${INERT}; connect-src 'self'`;

/** A file of the build that a page asks for. */
async function chunk(): Promise<string> {
  return (await (await get("/")).text()).match(/\/_next\/static\/[^"\\]+\.js/)?.[0] ?? "";
}

/** An answer's policy by directive. */
function policyOf(response: Response): Record<string, string[]> {
  const directives = (response.headers.get("content-security-policy") ?? "").split("; ");
  return Object.fromEntries(directives.map((line) => line.split(" ")).map(([name, ...rest]) => [name, rest]));
}

describe("every answer says how it may be used", () => {
  it.each([
    ["a page", "/", 200, "page"],
    ["the API's own page", "/api/docs", 200, "page"],
    ["an address that leads nowhere", "/yok", 404, "page"],
    ["an address that leads nowhere and looks like a file's", "/yok.html", 404, "page"],
    ["an answer of the API", "/api/cities", 200, INERT],
    ["an answer that no limit is asked for", "/api/health/live", 200, INERT],
    ["a refusal of the API", "/api/me", 401, INERT],
    ["an unknown address of the API", "/api/nothing", 404, INERT],
    ["a picture", "/pictures/bread.webp", 200, INERT],
    ["a picture that is not there", "/pictures/yok.webp", 404, INERT],
    ["a file of the build", "chunk", 200, null],
    ["the service worker", "/worker.js", 200, WORKER],
    ["the icon", "/icon.svg", 200, null],
  ])("%s", async (_, path, status, policy) => {
    const answer = await get(path === "chunk" ? await chunk() : path);
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject(EVERYWHERE);
    expect(answer.headers.get("permissions-policy")).toContain("camera=()");
    expect(answer.headers.get("permissions-policy")).toContain("geolocation=(self)");
    expect(answer.headers.get("strict-transport-security")).toBeNull(); // production's alone
    expect(answer.headers.get("x-powered-by")).toBeNull();
    const ours = path.startsWith("/pictures/") ? "cross-origin" : "same-origin";
    expect(answer.headers.get("cross-origin-resource-policy")).toBe(ours);
    if (policy === "page") expect(policyOf(answer)["script-src"]?.join()).toContain("nonce-");
    else expect(answer.headers.get("content-security-policy")).toBe(policy);
  });

  it("the page behind an e-mail's link runs nothing and sends its form to us", async () => {
    const policy = policyOf(await get("/api/unsubscribe?token=unknown"));
    expect(policy).toMatchObject({ "default-src": ["'none'"], "form-action": ["'self'"] });
    expect(policy["script-src"]).toBeUndefined();
  });

  it("a refusal at the edge too", async () => {
    const refused = await api("POST", "/api/auth/sign-out", { headers: { Origin: evil } });
    expect(refused.status).toBe(403);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      ...EVERYWHERE,
      "content-security-policy": INERT,
    });
  });
});

describe("a page", () => {
  it("runs scripts with this answer's nonce only, and names who may do what", async () => {
    const answer = await get("/");
    const { "script-src": scripts = [], ...policy } = policyOf(answer);
    const nonce = scripts.find((source) => source.startsWith("'nonce-"))?.slice(7, -1);
    expect(scripts).toEqual(["'self'", `'nonce-${nonce}'`]);
    expect(policy).toMatchObject({
      "default-src": ["'self'"],
      "style-src": ["'self'"],
      "style-src-attr": ["'unsafe-inline'"],
      "frame-src": ["'none'"],
      "object-src": ["'none'"],
      "base-uri": ["'none'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
    });
    const supabase = process.env.NEXT_PUBLIC_SUPABASE_URL ?? "";
    expect(policy["connect-src"]).toEqual(["'self'", supabase, supabase.replace("http", "ws")]);

    const html = await answer.text();
    const tags = html.match(/<script\b[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(5);
    expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(html).not.toMatch(/<[^>]+ on[a-z]+="/i);
    expect(policyOf(await get("/"))["script-src"]).not.toContain(`'nonce-${nonce}'`);
  });

  it("has its policy also when a browser fetches it ahead of time", async () => {
    const ahead = await get("/", { Purpose: "prefetch", "Sec-Purpose": "prefetch;prerender" });
    expect(policyOf(ahead)["script-src"]?.join()).toContain("nonce-");
  });

  it("is followed by what the router fetches, which has no policy of its own but a session", async () => {
    const fetched = await get("/wallet?_rsc", { RSC: "1" });
    expect(fetched.headers.get("content-type")).toMatch("text/x-component");
    expect(fetched.headers.get("content-security-policy")).toBeNull();
    const { body } = await api("POST", "/api/auth/sign-in", {
      body: { email: "customer@kapgel.test", password: "kapgel-demo" },
    });
    const Cookie = `kapgel_refresh=${body.refresh_token}`;
    const renewed = await get("/wallet?_rsc", { RSC: "1", Cookie });
    expect(renewed.headers.getSetCookie().join()).toMatch("kapgel_access=ey");
  });

  it("is never made at build time: a nonce in it would be everybody's", () => {
    const dist = resolve(import.meta.dirname, "../..", process.env.NEXT_DIST_DIR ?? ".next");
    const { routes, dynamicRoutes } = JSON.parse(
      readFileSync(join(dist, "prerender-manifest.json"), "utf8"),
    ) as Record<string, Record<string, unknown>>;
    // Next's last resort, when not even the page of an error can be rendered: plain text, and a form that loads the page again.
    expect(Object.keys({ ...routes, ...dynamicRoutes }).toSorted()).toEqual(["/_global-error", "/icon.svg"]);
  });
});

describe("another site's page", () => {
  const welcome = "https://partner.example";
  let server: NextServer;
  beforeAll(async () => {
    server = await startNextServer(9, { CORS_ORIGINS: `https://first.example,${welcome}` });
  });
  afterAll(() => server.stop());
  const ask = (path: string, init: RequestInit) => fetch(new URL(path, server.base), init);
  const preflight = (origin: string) =>
    ask("/api/orders", {
      method: "OPTIONS",
      headers: {
        Origin: origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type,idempotency-key",
      },
    });

  it("that is named may ask with a token, and read what it must know of the answer", async () => {
    const may = await preflight(welcome);
    expect(may.status).toBe(204);
    expect(Object.fromEntries(may.headers)).toMatchObject({
      "access-control-allow-origin": welcome,
      "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
      "access-control-allow-headers": "Authorization, Content-Type, Idempotency-Key, X-Request-Id",
      "access-control-max-age": "86400",
      vary: "Origin",
    });
    for (const path of ["/api/cities", "/api/me", "/api/nothing"]) {
      const { headers } = await ask(path, { headers: { Origin: welcome } });
      expect(headers.get("access-control-allow-origin")).toBe(welcome);
      expect(headers.get("access-control-expose-headers")).toMatch(
        /X-Request-Id.*RateLimit-Limit.*Retry-After/,
      );
      expect(headers.get("vary")).toMatch(/Origin/);
    }
  });

  it("that is named acts with a token and never with a visitor's cookie", async () => {
    const { token } = await signedIn("customer");
    const rename = (credentials: Record<string, string>) =>
      ask("/api/me", {
        method: "PATCH",
        headers: { Origin: welcome, "Content-Type": "application/json", ...credentials },
        body: JSON.stringify({ full_name: "Yeni Ad" }),
      });
    const named = await rename({ Authorization: `Bearer ${token}` });
    expect([named.status, named.headers.get("access-control-allow-credentials")]).toEqual([200, null]);
    expect((await rename({ Cookie: `kapgel_access=${token}` })).status).toBe(403);
  });

  it.each([evil, "null", "https://partner.example.evil.example", "http://partner.example"])(
    "of %s is not told anything",
    async (origin) => {
      const asked = await preflight(origin);
      const read = await ask("/api/cities", { headers: { Origin: origin } });
      for (const { headers } of [asked, read]) {
        expect([...headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
        expect(headers.get("vary")).toMatch(/Origin/);
      }
    },
  );
});

describe("a visitor's browser", () => {
  const port = new URL(base).port;
  let cookie: string;
  beforeAll(async () => {
    cookie = `kapgel_access=${(await signedIn("customer")).token}`;
  });
  const change = (headers: Record<string, string>) =>
    api("PATCH", "/api/me", { body: { full_name: "Yeni Ad" }, headers: { Cookie: cookie, ...headers } });

  it.each([
    ["our own page", { Origin: base, "Sec-Fetch-Site": "same-origin" }],
    ["an older browser on our own page", { Origin: base }],
    ["a program that is no browser", {}],
  ])("acts for %s", async (_, headers) => expect((await change(headers)).status).toBe(200));

  it.each([
    ["another site", { Origin: evil, "Sec-Fetch-Site": "cross-site" }],
    ["another site, to an older browser", { Origin: evil }],
    ["a page without an origin", { Origin: "null" }],
    ["a subdomain of ours", { Origin: `http://x.localhost:${port}`, "Sec-Fetch-Site": "same-site" }],
    ["another port of ours", { Origin: "http://localhost:1" }],
    ["our own name without https", { Origin: base, "Sec-Fetch-Site": "cross-site" }],
    ["another site that hides its origin", { "Sec-Fetch-Site": "cross-site" }],
    ["a subdomain that hides its origin", { "Sec-Fetch-Site": "same-site" }],
  ])("does not act for %s", async (_, headers) =>
    expectError(await change(headers as Record<string, string>), 403, "FORBIDDEN"),
  );

  it("does not hand another site what a visitor may read", async () => {
    const read = await api("GET", "/api/me", { headers: { Cookie: cookie, Origin: evil } });
    expect(read.headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each(["/api/auth/sign-in", "/api/auth/sign-up", "/api/auth/refresh", "/api/auth/sign-out"])(
    "is not signed in or out by another site: %s",
    async (path) => {
      const body = { email: "customer@kapgel.test", password: "kapgel-demo", full_name: "X" };
      const refused = await api("POST", path, { body, headers: { Origin: evil } });
      expectError(refused, 403, "FORBIDDEN");
      expect(refused.headers.getSetCookie()).toEqual([]);
      const form = await api("POST", path, {
        raw: "email=customer%40kapgel.test&password=kapgel-demo",
        headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "cross-site" },
      });
      expectError(form, 403, "FORBIDDEN");
    },
  );
});
