// The policy of every page at work in a browser: the page runs whole without breaking it once, and a script that somebody slipped in does not run.
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  type Page,
  test,
} from "@playwright/test";
import { branchOf, HOME, onShift, type Person, placeOrder, signIn } from "./people.ts";

declare global {
  interface Window {
    violations: string[];
    intruders: string[];
  }
}

/** A browser of somebody's that notes what a page's policy stops; `account` null is a stranger's. */
async function browserOf(
  browser: Browser,
  account: string | null,
): Promise<Pick<Person, "page" | "api"> & { context: BrowserContext }> {
  const context = await browser.newContext({
    geolocation: { latitude: HOME.lat, longitude: HOME.lng },
    permissions: ["geolocation"],
    serviceWorkers: "allow",
  });
  if (account) await signIn(context.request, `${account}@kapgel.test`);
  await context.addInitScript(() => {
    window.violations = [];
    window.intruders = [];
    window.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
      window.violations.push(`${effectiveDirective} stopped ${blockedURI} (${sourceFile})`),
    );
  });
  return { page: await context.newPage(), api: context.request, context };
}

/** Opens a page and waits until React has taken it over and nothing is loaded any more. */
async function opened(page: Page, path: string) {
  await page.goto(path);
  const isAlive = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("a, button")].some((node) =>
        Object.keys(node).some((key) => key.startsWith("__reactProps$")),
      ),
    );
  await expect.poll(isAlive, { message: `${path} listens` }).toBe(true);
  await page.waitForLoadState("networkidle");
}

/** Slips scripts into the page in the ways that a hole would allow; returns which of them ran. */
async function slippedIn(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const inline = document.createElement("script");
    inline.textContent = "window.intruders.push('inline script')";
    const guessed = document.createElement("script");
    guessed.nonce = "guessed";
    guessed.textContent = "window.intruders.push('script with a made-up nonce')";
    const markup = document.createElement("div");
    markup.innerHTML = `<img src="/pictures/yok.webp" alt="" onerror="window.intruders.push('event handler')">`;
    const link = document.createElement("a");
    link.href = "javascript:window.intruders.push('address')";
    document.body.append(inline, guessed, markup, link);
    link.click();
    window.setTimeout("window.intruders.push('text as code')");
  });
  await expect
    .poll(() => page.evaluate(() => window.violations.length), { message: "five were stopped" })
    .toBeGreaterThanOrEqual(5);
  return page.evaluate(() => window.intruders);
}

const LANES = 3; // pages at once: most of the time is waiting

async function check(context: BrowserContext, paths: readonly string[]) {
  const left = [...paths];
  const lane = async () => {
    const page = await context.newPage();
    for (let path = left.shift(); path; path = left.shift()) {
      await opened(page, path);
      expect(await page.evaluate(() => window.violations), `violations on ${path}`).toEqual([]);
      expect(await slippedIn(page), `what ran on ${path}`).toEqual([]);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Takes an order off the board again: other journeys begin with an empty one. */
async function cancelled(api: APIRequestContext, id: string) {
  const answer = await api.post(`/api/orders/${id}/transitions`, { data: { to: "CANCELED_BY_USER" } });
  expect(answer.status()).toBe(200);
}

test("pages for everybody", async ({ browser }) => {
  const { context } = await browserOf(browser, null);
  await check(context, [
    "/",
    "/vendors",
    "/v/moda-lezzet",
    "/cart",
    "/sign-in",
    "/sign-up",
    "/status",
    "/api/docs",
    "/yok",
  ]);
  await context.close();
});

test("a customer's pages", async ({ browser }) => {
  const { page, api, context } = await browserOf(browser, "customer");
  const order = await placeOrder({ page, api });
  const unpaid = await placeOrder({ page, api }, { payment_method: "card" });
  await check(context, [
    ...["/checkout", "/orders", `/orders/${order.id}`, `/orders/${unpaid.id}/pay`],
    ...["/wallet", "/account", "/account/notifications", "/apply"],
  ]);
  for (const { id } of [order, unpaid]) await cancelled(api, id);
  await context.close();
});

test("a vendor's pages", async ({ browser }) => {
  const { api, context } = await browserOf(browser, "vendor");
  const branch = await branchOf(api);
  await check(context, [
    ...["/vendor", "/vendor/menu", "/vendor/branches", `/vendor/branches/${branch.id}`],
    ...["/vendor/couriers", "/vendor/insights", "/vendor/money", "/vendor/staff", "/vendor/webhooks"],
    ...["/vendor/promotions", "/vendor/disputes", "/vendor/reviews"],
  ]);
  await context.close();
});

test("a courier's and the operator's pages", async ({ browser }) => {
  const customer = await browserOf(browser, "customer");
  const courier = await browserOf(browser, "courier");
  const operator = await browserOf(browser, "admin");
  const order = await placeOrder(customer);
  await onShift(courier);
  await check(courier.context, ["/courier"]);
  await check(operator.context, [
    ...["/admin", "/admin/orders", `/admin/orders/${order.id}`, "/admin/applications"],
    ...["/admin/vendors", "/admin/money", "/admin/queue", "/admin/reviews"],
    ...["/admin/map", "/admin/disputes", "/admin/audit", "/admin/flags", "/admin/promotions"],
  ]);
  await courier.api.post("/api/courier/shift", { data: { action: "end" } });
  await cancelled(customer.api, order.id);
  for (const { context } of [customer, courier, operator]) await context.close();
});

test("the map, realtime, the push worker and walks between pages work under the policy", async ({
  browser,
}) => {
  const { page, api, context } = await browserOf(browser, "customer");
  const order = await placeOrder({ page, api });
  await opened(page, `/orders/${order.id}`);
  await expect(page.locator('[data-testid="connection-state"][data-state="live"]').first()).toBeVisible();
  await expect(page.locator("canvas.maplibregl-canvas").first()).toBeVisible();
  await expect
    .poll(() => page.workers().map((worker) => new URL(worker.url()).pathname), {
      message: "the map's worker",
    })
    .toContain("/maplibre-gl-worker.mjs");
  const registered = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register("/worker.js");
    await navigator.serviceWorker.ready;
    return registration.unregister();
  });
  expect(registered).toBe(true);

  // The router fetches the next pages; the first one's policy goes on.
  await page.locator('a[href="/"]').first().click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  await cancelled(api, order.id);
  await context.close();
});
