// Files that people bring: a photograph for the menu, cropped and seen in the shop; an applicant's papers, read and judged beside what was written.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { PDF } from "../../lib/platform/http/file-samples.ts";
import { branchOf, expect, HOME, picture, simpleProducts, tapUntil, test } from "./people.ts";

/** A photograph as a telephone takes it: larger than any that is sent. */
async function photograph(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [2400, 1800];
    const context = canvas.getContext("2d");
    for (let x = 0; context && x < 24; x++) {
      for (let y = 0; y < 18; y++) {
        context.fillStyle = `hsl(${(x * 15 + y * 20) % 360} 70% ${40 + y}%)`;
        context.fillRect(x * 100, y * 100, 100, 100);
      }
    }
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1] ?? "";
  });
  return Buffer.from(base64, "base64");
}

test("a photograph is cropped with the keyboard, sent, and seen in the shop", async ({
  vendor,
  customer,
}) => {
  const { page, api } = vendor;
  const branch = await branchOf(api);
  const [dish] = await simpleProducts(api, branch.id);
  if (!dish) throw new Error("nothing on the menu");
  await page.goto("/vendor/menu");
  const sheet = page.getByRole("dialog").first();
  await tapUntil(page.getByRole("button", { name: new RegExp(`^Ürünü düzenle: ${dish.name}\\s*₺`) }), () =>
    expect(sheet).toBeVisible({ timeout: 2_000 }),
  );
  const field = sheet.getByTestId("picture-file");
  await field.setInputFiles({ name: "menü.pdf", mimeType: "application/pdf", buffer: PDF });
  await expect(sheet.getByRole("alert")).toContainText("JPEG, PNG ya da WebP");
  await field.setInputFiles({ name: "yemek.jpg", mimeType: "image/jpeg", buffer: await photograph(page) });

  const crop = page.getByRole("dialog", { name: "Fotoğrafı kırp" });
  const slider = crop.getByLabel("Yakınlaştırma", { exact: true });
  const area = crop.getByLabel(/^Kırpılacak alan/);
  await expect(area).toBeVisible();
  await area.press("+");
  await area.press("+");
  await expect(slider).toHaveValue("1.2");
  await area.press("ArrowRight");
  await picture(vendor, "vendor-crop-1440");
  await crop.getByRole("button", { name: "Bu kareyi kullan" }).click();
  await expect(crop).toBeHidden();
  const preview = sheet.getByRole("img", { name: "Önizleme" });
  await expect(preview).toHaveAttribute("src", /^\/pictures\/u\/[0-9a-f-]{36}\/[0-9a-f]{64}\.webp$/);
  const size = await preview.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
  expect(size).toEqual([1200, 1200]);
  const url = (await preview.getAttribute("src")) ?? "";
  await picture(vendor, "vendor-picture-1440");
  await sheet.getByRole("button", { name: "Kaydet" }).click();
  await expect(page.getByText(/kaydedildi/i).first()).toBeVisible();

  await customer.page.goto("/v/moda-lezzet");
  const shown = customer.page.locator(`img[src="${url}"]`).first();
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  await picture(customer, "customer-own-picture-390");
  await api.patch(`/api/vendor/products/${dish.id}`, { data: { image_url: dish.image_url } });
});

test("an applicant's papers are read, judged and named in the decision", async ({ stranger, operator }) => {
  const { page, api } = stranger;
  const email = `${randomUUID()}@kapgel.test`;
  const signUp = await api.post("/api/auth/sign-up", {
    data: { email, password: "kapgel-demo", full_name: "Şule Işık" },
  });
  expect(signUp.status()).toBe(201);
  await page.goto("/apply");
  const field = page.getByTestId("paper-file");
  const papers = page.getByTestId("paper");
  await page.waitForLoadState("networkidle"); // a file chosen before the page is alive goes nowhere
  await field.setInputFiles({ name: "levha.jpg", mimeType: "image/jpeg", buffer: await photograph(page) });
  await expect(papers).toHaveCount(1);
  await field.setInputFiles({ name: "imza sirküleri.pdf", mimeType: "application/pdf", buffer: PDF });
  await expect(papers).toHaveCount(2);
  await expect(papers.nth(1)).toContainText("İmza sirküleri");
  await field.setInputFiles({ name: "zararlı.html", mimeType: "text/html", buffer: Buffer.from("<script>") });
  await expect(page.getByText("Bu dosya eklenemez.")).toBeVisible();
  await picture(stranger, "customer-papers");
  await page.reload();
  await expect(papers).toHaveCount(2); // kept until the application is sent

  const name = `Çınaraltı ${randomUUID().slice(0, 6)}`;
  const { data: districts } = await (await api.get("/api/cities/istanbul/districts")).json();
  const sent = await api.post("/api/vendor/applications", {
    data: {
      ...{ business_name: name, business_type: "cafe", legal_name: "Şule Işık", tax_number: "12345009846" },
      ...{ tax_office: "Kadıköy", iban: "TR539999900000001234567890", contact_name: "Şule Işık" },
      ...{ contact_phone: "+90 555 050 50 09", address_text: "Moda Caddesi 1", ...HOME },
      district_id: districts[0].id,
    },
  });
  expect(sent.status()).toBe(201);

  const desk = operator.page;
  await desk.goto("/admin/applications");
  const detail = desk.getByTestId("application-detail");
  await tapUntil(desk.getByTestId("application").filter({ hasText: name }), () =>
    expect(detail.getByRole("heading", { name })).toBeVisible({ timeout: 2_000 }),
  );
  const [plate, circular] = [detail.getByTestId("paper").first(), detail.getByTestId("paper").nth(1)];
  await plate.getByRole("button", { name: "Aç" }).click();
  const image = plate.getByRole("img", { name: /levha\.jpg/ });
  await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(2400);
  await plate.getByRole("button", { name: "Yakınlaştır" }).click();
  await plate.getByRole("button", { name: "Uygun", exact: true }).click();
  await expect(plate.getByText("Uygun", { exact: true }).first()).toBeVisible();
  expect(await circular.getByRole("link", { name: "Yeni sekmede aç" }).getAttribute("href")).toMatch(
    /^\/api\/papers\//,
  );
  await circular.getByRole("button", { name: "Uygun değil" }).click();
  await circular.getByLabel("Neyi uygun değil?").fill("Süresi dolmuş.");
  await picture(operator, "admin-papers-1440");
  await circular.getByRole("button", { name: "Uygun değil olarak işaretle" }).click();
  await expect(circular.getByText("Süresi dolmuş.")).toBeVisible();

  const told = async () => (await (await api.get("/api/notifications")).json()).data[0]?.kind;
  await expect.poll(told).toBe("paper_refused");
  await page.goto("/wallet");
  const bell = page.getByTestId("notification").filter({ hasText: "İmza sirkülerin uygun bulunmadı" });
  await tapUntil(page.getByTestId("bell"), () => expect(bell).toBeVisible({ timeout: 2_000 }));
  await picture(stranger, "customer-told-of-paper-390");
  await bell.click();
  await page.waitForURL("**/apply");
  await expect(papers.nth(1)).toContainText("Süresi dolmuş.");
  await expect(papers.first().getByRole("button")).toHaveCount(0); // what is fine stays
  await expect(papers.nth(1).getByRole("button", { name: "imza sirküleri.pdf: kaldır" })).toBeVisible();

  await detail.getByRole("button", { name: "Reddet" }).click();
  const dialog = desk.getByRole("dialog");
  await expect(dialog.getByLabel("Neden")).toHaveValue("İmza sirküleri: Süresi dolmuş.");
  await dialog.getByRole("button", { name: "Reddet" }).click();
  await expect(detail).toContainText("İmza sirküleri: Süresi dolmuş.");
  await page.reload();
  await expect(page.getByText("İmza sirküleri: Süresi dolmuş.").first()).toBeVisible();
});

test("a shop shows itself with a picture and words of its own", async ({ vendor, customer }) => {
  const { page, api } = vendor;
  const before = await (await api.get("/api/vendor/profile")).json();
  const words = `Odun ateşinde, günlük (${randomUUID().slice(0, 6)}).`;
  await page.goto("/vendor/branches");
  const sheet = page.getByRole("dialog").first();
  await tapUntil(page.getByRole("button", { name: "Görünümü düzenle" }), () =>
    expect(sheet).toBeVisible({ timeout: 2_000 }),
  );
  await sheet.getByTestId("picture-file").setInputFiles({
    ...{ name: "vitrin.jpg", mimeType: "image/jpeg", buffer: await photograph(page) },
  });
  await page.getByRole("dialog", { name: "Fotoğrafı kırp" }).getByText("Bu kareyi kullan").click();
  const preview = sheet.getByRole("img", { name: "Önizleme" });
  await expect(preview).toHaveAttribute("src", /^\/pictures\/u\//);
  const url = (await preview.getAttribute("src")) ?? "";
  await sheet.getByLabel("Tanıtım").fill(words);
  await picture(vendor, "vendor-profile-sheet-1440");

  // Somebody else saves meanwhile: nothing of theirs is overwritten unknowingly.
  vendor.refusals.push(/409 .*\/api\/vendor\/profile/);
  await api.patch("/api/vendor/profile", { data: { description: "Başkasının sözleri" } });
  await sheet.getByRole("button", { name: "Kaydet" }).click();
  await expect(sheet.getByText("Sen düzenlerken biri görünümü değiştirdi.")).toBeVisible();
  await sheet.getByRole("button", { name: "Benimkini" }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByTestId("profile")).toContainText(words);
  await picture(vendor, "vendor-profile-1440");

  await customer.page.goto("/v/moda-lezzet");
  await expect(customer.page.getByText(words)).toBeVisible();
  await expect(customer.page.locator(`img[src="${url}"]`).first()).toBeAttached();
  await picture(customer, "customer-profile-390");
  const { description, image_url } = before;
  await api.patch("/api/vendor/profile", { data: { description, image_url } });
});
