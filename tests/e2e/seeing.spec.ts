// What browsers tell us of themselves: how fast pages are, how late realtime is, and errors to Sentry, under the pages' policy.
import { startNextServer } from "../api/next-server.ts";
import { seriesValue } from "../api/series.ts";
import { startSentryStandIn } from "../api/watchers.ts";
import { expect, live, placeOrder, shows, test } from "./people.ts";

declare global {
  interface Window {
    violations: string[];
  }
}

test("a page that is left and a message that is heard are measured", async ({ customer, vendor }) => {
  const { page } = customer;
  await page.addInitScript(() => {
    const random = Math.random;
    Math.random = () => random() / 11; // in every sample
  });
  const { id } = await placeOrder(customer);
  const vitals = ["LCP", "FCP", "TTFB"].map(
    (name) => `kapgel_web_vital_seconds_count{name="${name}",page="/orders/{id}"}`,
  );
  const deliveries = 'kapgel_realtime_delivery_seconds_count{channel="order"}';
  const before = await Promise.all([...vitals, deliveries].map((series) => seriesValue(series)));

  await page.goto(`/orders/${id}`);
  await live(customer);
  await vendor.api.post(`/api/orders/${id}/transitions`, { data: { to: "CONFIRMED" } });
  await shows(customer, "CONFIRMED");
  await expect
    .poll(() => seriesValue(deliveries), { message: "deliveries" })
    .toBeGreaterThan(before.at(-1) ?? 0);

  await page.waitForTimeout(3_000); // what measures comes a second after the page
  await page.goto("/orders");
  for (const [at, series] of vitals.entries())
    await expect.poll(() => seriesValue(series), { message: series }).toBe((before[at] ?? 0) + 1);
  await vendor.api.post(`/api/orders/${id}/transitions`, { data: { to: "CANCELED_BY_VENDOR", reason: "x" } });
});

test("errors in a browser reach Sentry, early ones too, without anybody's data and within the policy", async ({
  browser,
}) => {
  const sentry = await startSentryStandIn();
  const server = await startNextServer(9, {
    NEXT_PUBLIC_SENTRY_DSN: sentry.dsn,
    VERCEL_GIT_COMMIT_SHA: "0123456789abcdef",
    VERCEL_ENV: "preview",
  });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.violations = [];
      window.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
        window.violations.push(`${effectiveDirective} stopped ${blockedURI}`),
      );
      // After the page's own scripts have begun to listen, before anything else is loaded.
      addEventListener("load", () => {
        throw new Error("early: ayse.yilmaz@firma.com password=cok-gizli");
      });
    });
    await page.goto(`${server.base}/?token=gizli-token`);
    const told = (text: string) => sentry.errors().filter((event) => JSON.stringify(event).includes(text));
    await expect.poll(() => told("early: [redacted]").length, { message: "the early error" }).toBe(1);
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error("late: 0532 123 45 67");
      });
    });
    await expect.poll(() => told("late: [redacted]").length, { message: "the late error" }).toBe(1);
    expect(told("early")[0]).toMatchObject({ release: "0123456789abcdef", environment: "preview" });
    expect(sentry.everything()).not.toMatch(/ayse|gizli|0532/);
    expect(await page.evaluate(() => window.violations)).toEqual([]);
  } finally {
    await context.close();
    await server.stop();
    sentry.close();
  }
});

test("without a DSN a page says nothing of Sentry", async ({ page }) => {
  await page.goto("/");
  expect(await page.locator("html").getAttribute("data-sentry")).toBeNull();
});
