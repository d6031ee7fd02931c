// An evening in the office: prices raised together and taken back, the menu's file brought back changed, someone hired and let go.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, picture, tapUntil, test } from "./people.ts";

test("the owner changes the menu in the large, reads the figures and hires for the kitchen", async ({
  vendor,
  browser,
}) => {
  const { page, api } = vendor;
  await page.goto("/vendor/menu");
  const rows = page.getByTestId("product-row");
  await tapUntil(page.getByRole("button", { name: "Seç", exact: true }), () =>
    expect(page.getByRole("region", { name: "Seçili ürünler" })).toBeVisible({ timeout: 2_000 }),
  );
  const first = rows.first();
  const price = (await first.getByText("₺").first().textContent()) ?? "";
  await first.getByRole("checkbox", { name: /: seç$/ }).check();
  await page.getByRole("button", { name: "Fiyatı değiştir" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("textbox", { name: "Yüzde" }).fill("10");
  await sheet.getByLabel("Yuvarla").selectOption({ label: "₺1,00 katına" });
  await picture(vendor, "vendor-price-sheet-1440");
  await sheet.getByRole("button", { name: "1 fiyatı değiştir" }).dblclick(); // changes it once
  await expect(sheet).toBeHidden();
  await expect(first).not.toContainText(price);
  await page.getByRole("button", { name: "Geri al", exact: true }).click();
  await expect(first).toContainText(price);
  await page.getByRole("button", { name: "Seçmeyi bitir" }).click();

  await page.getByRole("button", { name: "Dosya", exact: true }).click();
  const name = `Aşure ${randomUUID().slice(0, 8)}`;
  const choose = (text: string) =>
    page.getByLabel("Dosya seç").setInputFiles({
      name: "menü.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`\uFEFFkategori;ürün;fiyat;satışta\r\nMevsim ${name};${name};${text};hayır\r\n`),
    });
  await choose("on beş");
  await expect(sheet.getByTestId("import-line")).toContainText("Fiyatı 125,50 gibi yaz.");
  await expect(sheet.getByRole("button", { name: /uygula/ })).toHaveCount(0);
  await choose("115,50");
  await expect(sheet.getByTestId("import-line")).toContainText(name);
  await picture(vendor, "vendor-menu-file-1440");
  await sheet.getByRole("button", { name: "1 satırı uygula" }).dblclick(); // applies it once
  await expect(sheet).toBeHidden();
  await expect(page.getByRole("button", { name: `Ürünü düzenle: ${name}` })).toHaveCount(1);
  await leaveNoTrace();

  await page.goto("/vendor/insights?period=30d");
  await expect(page.getByRole("heading", { name: "Rakamlar" })).toBeVisible();
  await picture(vendor, "vendor-insights-1440");

  const email = `${randomUUID()}@kapgel.test`;
  await page.goto("/vendor/staff");
  await tapUntil(page.getByRole("button", { name: "Çalışan ekle" }), () =>
    expect(sheet).toBeVisible({ timeout: 2_000 }),
  );
  await sheet.getByLabel("Ad soyad").fill("Iğdır İpekçi");
  await sheet.getByLabel("E-posta").fill(email);
  await sheet.getByRole("button", { name: "Çalışan ekle" }).click();
  const password = (await sheet.locator(".font-mono").textContent()) ?? "";
  await sheet.getByRole("button", { name: "Tamam" }).click();
  const row = page.getByTestId("staff-row").filter({ hasText: email });
  await picture(vendor, "vendor-staff-1440");

  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  await context.request.post("/api/auth/sign-in", { data: { email, password } });
  const cook = await context.newPage();
  for (const section of ["/vendor/insights", "/vendor/promotions"]) {
    await cook.goto(section); // not theirs: the board is
    await expect(cook).toHaveURL(/\/vendor$/);
  }
  expect(await linksOf(cook)).toEqual(["/vendor", "/vendor/disputes", "/vendor/reviews"]);
  await row.getByRole("button", { name: "Çıkar" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Çıkar" }).click();
  await expect(row).toContainText("Ayrıldı");
  await cook.goto("/vendor");
  await expect(cook.getByRole("heading", { name: "Bu panele erişimin bitti" })).toBeVisible();
  await context.close();

  async function leaveNoTrace(): Promise<void> {
    const found = (await (await api.get(`/api/vendor/products?q=${encodeURIComponent(name)}`)).json()) as {
      data: { id: string; name: string; category_id: string }[];
    };
    const made = found.data.find((product) => product.name === name);
    expect(made).toBeDefined();
    await api.delete(`/api/vendor/products/${made?.id}`);
    await api.delete(`/api/vendor/categories/${made?.category_id}`);
  }
});

const linksOf = (page: Page) =>
  page
    .getByRole("navigation", { name: "Ana menü" })
    .last()
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
