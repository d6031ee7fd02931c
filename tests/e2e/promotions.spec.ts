// A coupon's day: its vendor makes it, a customer tries a wrong code and then this one, and the vendor sees who used it and pauses it.
import { branchOf, expect, picture, shows, simpleProducts, tapUntil, test } from "./people.ts";

test("a coupon is made, used and paused", async ({ customer, vendor }) => {
  const code = `SEPET${Date.now().toString(36).toUpperCase()}`;
  await vendor.page.goto("/vendor/promotions");
  await expect(vendor.page.locator('[data-testid="coupon"][data-code="MODA20"]')).toBeVisible();
  const sheet = vendor.page.getByRole("dialog");
  await tapUntil(vendor.page.getByTestId("coupon-new"), () => expect(sheet).toBeVisible({ timeout: 2_000 }));
  await sheet.getByTestId("coupon-save").click(); // says what is missing, and where
  await expect(sheet.getByLabel("Kod", { exact: true })).toBeFocused();
  await sheet.getByLabel("Kod", { exact: true }).fill(code.toLowerCase());
  await sheet.getByRole("textbox", { name: "Yüzde" }).fill("10");
  await picture(vendor, "vendor-coupon-1440");
  await sheet.getByTestId("coupon-save").dblclick();
  await expect(sheet).toBeHidden();
  const row = vendor.page.locator(`[data-testid="coupon"][data-code="${code}"]`);
  await expect(row).toHaveAttribute("data-state", "active");
  await picture(vendor, "vendor-promotions-1440");

  const { page } = customer;
  const branch = await branchOf(customer.api);
  const [product] = await simpleProducts(customer.api, branch.id);
  await page.goto(`/v/moda-lezzet?branch=${branch.id}`);
  const item = page
    .getByTestId("product")
    .filter({ hasText: product?.name ?? "" })
    .first();
  const dish = page.getByRole("dialog");
  await tapUntil(item.getByRole("button").first(), () => expect(dish).toBeVisible({ timeout: 2_000 }));
  await dish.getByRole("button", { name: /^Ekle/ }).click();
  await page.goto("/checkout");
  const coupon = page.getByTestId("coupon");
  const field = coupon.getByLabel("Kupon kodu");
  await tapUntil(coupon.getByRole("button", { name: "Kuponum var" }), () =>
    expect(field).toBeFocused({ timeout: 2_000 }),
  );
  await field.fill("yok böyle bir kupon");
  await field.press("Enter"); // uses the code, and does not place the order
  await expect(coupon.getByRole("alert")).toContainText("böyle bir kupon yok");
  await expect(page.getByTestId("total").first()).toContainText("₺"); // it never hides what the order costs
  await coupon.getByRole("button", { name: /kuponunu kaldır/ }).click();
  await field.fill(code.toLowerCase());
  await coupon.getByRole("button", { name: "Kullan" }).click();
  await expect(coupon).toContainText("indiriyor");
  await expect(page.getByText(`İndirim (${code})`)).toBeVisible();
  await picture(customer, "customer-coupon-390");
  await page.getByRole("button", { name: "Sipariş ver" }).click();
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  await shows(customer, "NEW");
  await expect(page.getByText(`İndirim (${code})`)).toBeVisible();
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const order = (await (await customer.api.get(`/api/orders/${id}`)).json()) as { number: string };

  await vendor.page.reload();
  await tapUntil(row.getByTestId("coupon-uses"), () => expect(sheet).toBeVisible({ timeout: 2_000 }));
  await expect(sheet.getByTestId("coupon-use")).toContainText(`#${order.number}`);
  await vendor.page.keyboard.press("Escape");
  await row.getByTestId("coupon-switch").click();
  await expect(row).toHaveAttribute("data-state", "paused");
  await customer.api.post(`/api/orders/${id}/transitions`, { data: { to: "CANCELED_BY_USER" } });
});
