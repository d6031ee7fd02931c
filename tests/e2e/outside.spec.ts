// Beyond the page: somebody without an account follows an order, and what was last seen stays readable without a network.
import { expect, type Page } from "@playwright/test";
import { placeOrder, signIn, tapUntil, test } from "./people.ts";

const worker = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
const keptMenus = (page: Page) =>
  page.evaluate(async () =>
    (await (await caches.open("menus")).keys()).map(({ url }) => new URL(url).pathname),
  );

test("an order is followed by whoever has its link, until the link is closed", async ({
  customer,
  vendor,
  browser,
}) => {
  const { page } = customer;
  const order = await placeOrder(customer);
  await page.goto(`/orders/${order.id}`);
  const make = page.getByRole("button", { name: "Bağlantı oluştur" });
  await tapUntil(page.getByRole("button", { name: "Takibi paylaş" }), () =>
    expect(make).toBeVisible({ timeout: 3_000 }),
  );
  await make.click();
  const made = page.getByTestId("tracking-link");
  await expect(made.getByRole("img", { name: "Takip bağlantısının karekodu" })).toBeVisible();
  const link = new URL((await made.locator("code").textContent()) ?? "");

  const stranger = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await stranger.goto(link.pathname);
  const status = stranger.getByTestId("follow-status");
  await expect(status).toHaveAttribute("data-status", "NEW");
  await expect(status).toHaveRole("status"); // so that what comes next is said
  await vendor.api.post(`/api/orders/${order.id}/transitions`, { data: { to: "CONFIRMED" } });
  await expect(status).toHaveAttribute("data-status", "CONFIRMED", { timeout: 15_000 }); // by itself

  await page.getByRole("button", { name: "Kapat", exact: true }).last().click(); // the link's, not the sheet's
  await expect(made).toHaveCount(0);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("Bu bağlantı açılmıyor", {
    timeout: 15_000,
  });
  await stranger.close();

  await page.goto(`/orders/${order.id}/receipt?paper=80`);
  const receipt = page.getByTestId("receipt");
  await expect(receipt).toContainText(order.number);
  await page.emulateMedia({ media: "print" });
  await expect(receipt).toBeVisible();
  await expect(page.getByRole("button", { name: "Yazdır" })).toBeHidden();
  await vendor.api.post(`/api/orders/${order.id}/transitions`, { data: { to: "CANCELED_BY_VENDOR" } });
});

test("without a network the last menu is still read, and other pages say so and come back", async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: "allow",
  });
  await signIn(context.request, "customer@kapgel.test");
  const page = await context.newPage();
  await page.goto("/v/moda-lezzet");
  await worker(page);
  await expect.poll(() => keptMenus(page), { message: "the menu is kept" }).toEqual(["/v/moda-lezzet"]);
  await expect(page.getByTestId("last-seen")).toBeHidden();

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByTestId("last-seen")).toContainText("menünün");
  await expect(page.getByRole("heading", { name: "Moda Lezzet" })).toBeVisible();
  await page.goto("/orders");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("İnternet yok");
  await page.getByRole("link", { name: /Moda Lezzet/ }).click();
  await expect(page.getByTestId("last-seen")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("İnternet yok");

  // By itself, also where the device does not say that it is online again: it may be the shop that was away.
  await page.evaluate(() =>
    addEventListener("online", (event) => event.stopImmediatePropagation(), { capture: true }),
  );
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Siparişlerim");
  const kept = await page.evaluate(async () => {
    const all = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => path.startsWith("/api/") || path.startsWith("/orders"))).toEqual([]);

  await page.evaluate(() => fetch("/api/auth/sign-out", { method: "POST" }));
  expect(await keptMenus(page)).toEqual([]);
  await context.close();
});
