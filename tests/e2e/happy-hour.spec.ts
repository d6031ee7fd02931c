// A happy hour's day: its vendor makes it and sees what it does, a customer sees the lower price and pays it, and the vendor pauses it.
import { branchOf, expect, picture, shows, simpleProducts, tapUntil, test } from "./people.ts";

test("a happy hour is made, seen, paid and paused", async ({ customer, vendor }) => {
  const { page: desk } = vendor;
  const name = `Akşam ${Date.now().toString(36)}`;
  const branch = await branchOf(customer.api);
  const [product] = await simpleProducts(customer.api, branch.id);
  if (!product) throw new Error("nothing can be ordered");
  await desk.goto("/vendor/menu?tab=prices");
  const sheet = desk.getByRole("dialog");
  await tapUntil(desk.getByTestId("rule-new").first(), () => expect(sheet).toBeVisible({ timeout: 2_000 }));
  await sheet.getByTestId("rule-save").click(); // says what is missing, and where
  await expect(sheet.getByLabel("Ad", { exact: true })).toBeFocused();
  await sheet.getByLabel("Ad", { exact: true }).fill(name);
  await sheet.getByText("Ürünler", { exact: true }).first().click();
  await sheet.getByRole("searchbox", { name: "Ürün ara" }).fill(product.name);
  await sheet.getByTestId("rule-product").filter({ hasText: product.name }).first().click();
  await sheet.getByLabel("İndirim", { exact: true }).fill("25");
  for (const day of ["Cumartesi", "Pazar"])
    await sheet.getByRole("button", { name: day, exact: true }).click();
  await sheet.getByLabel("Başlangıç saati").fill("00:00");
  await sheet.getByLabel("Bitiş saati").fill("00:00");
  await expect(sheet.getByTestId("rule-preview")).toContainText(product.name);
  await expect(sheet.getByTestId("rule-preview").locator("del")).toBeVisible();
  await picture(vendor, "vendor-price-rule-1440");
  await sheet.getByTestId("rule-save").dblclick();
  await expect(sheet).toBeHidden();
  const row = desk.getByTestId("rule").filter({ hasText: name });
  await expect(row).toHaveCount(1);
  await expect(row).toHaveAttribute("data-state", "running");
  await picture(vendor, "vendor-price-rules-1440");

  const { page } = customer;
  await page.goto(`/v/moda-lezzet?branch=${branch.id}`);
  const item = page
    .getByTestId("product")
    .filter({ has: page.getByRole("button", { name: product.name, exact: true }) })
    .first();
  await expect(item.locator("del")).toContainText("Normal fiyatı");
  await expect(item.locator("ins")).toContainText("Şimdi");
  await picture(customer, "customer-happy-hour-390");
  const dish = page.getByRole("dialog");
  await tapUntil(item.getByRole("button").first(), () => expect(dish).toBeVisible({ timeout: 2_000 }));
  await expect(dish.locator("del")).toBeVisible();
  await dish.getByRole("button", { name: /^Ekle/ }).click();
  await page.goto("/cart");
  await expect(page.getByTestId("cart-line").locator("del")).toBeVisible();
  await picture(customer, "customer-happy-hour-cart-390");
  await page.goto("/checkout");
  await expect(page.locator("ins").first()).toBeVisible();
  await page.getByRole("radio", { name: /^İleri bir saatte/ }).check();
  await expect(page.getByTestId("prices-now")).toBeVisible(); // a later time is paid at the prices of now
  await page.getByRole("radio", { name: /^Hazır olunca hemen/ }).check();
  await page.getByRole("button", { name: "Sipariş ver" }).click();
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  await shows(customer, "NEW");
  await expect(page.locator("del").first()).toBeVisible();
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const order = (await (await customer.api.get(`/api/orders/${id}`)).json()) as {
    items: { unit_price_minor: number; regular_unit_price_minor: number }[];
  };
  expect(order.items[0]).toMatchObject({
    unit_price_minor: product.price_minor - Math.floor((product.price_minor * 25 + 50) / 100),
    regular_unit_price_minor: product.price_minor,
  });

  await row.getByTestId("rule-switch").click();
  await expect(row).toHaveAttribute("data-state", "paused");
  await desk.getByRole("button", { name: "Geri al" }).first().click();
  await expect(row).toHaveAttribute("data-state", "running");
  await row.getByRole("button", { name: new RegExp(`${name} kuralını sil`) }).click();
  await expect(row).toHaveCount(0);
  await customer.api.post(`/api/orders/${id}/transitions`, { data: { to: "CANCELED_BY_USER" } });
});
