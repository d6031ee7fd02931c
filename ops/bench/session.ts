// A customer's first visit by hand, from the landing to a full cart, and how long each tap and key took to show.
import { chromium, type Page } from "@playwright/test";
import { launchOptions } from "./browser.ts";
import { type Interaction, interactions, watchPages } from "./held-up.ts";

const PHONE = { width: 390, height: 844 };
const PAUSE_MS = 700; // a thumb's

/**
 * Every interaction of the visit that took 16 ms or more, the slowest first. `slowdown` makes the processor that many times slower, as a
 * mid-range phone is.
 */
export async function visitByHand(base: string, slowdown: number): Promise<Interaction[]> {
  const browser = await chromium.launch(launchOptions);
  try {
    const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true });
    await watchPages(context);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.goto(base);
    await page.waitForLoadState("load");
    await visit(page);
    return await interactions(page);
  } finally {
    await browser.close();
  }
}

async function visit(page: Page) {
  const pause = () => page.waitForTimeout(PAUSE_MS);
  const sheet = page.getByRole("dialog");
  await pause();

  await page.getByRole("combobox").pressSequentially("moda", { delay: 80 });
  await page.getByRole("listbox").getByRole("option").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByTestId("place-button").tap();
  await sheet.waitFor();
  await pause();
  await page.keyboard.press("Escape");
  await page.getByRole("main").locator('a[href="/vendors"]').first().tap();
  await page.waitForURL(/\/vendors/);
  await pause();

  const openNow = page.getByRole("link", { name: "Şimdi açık" });
  await openNow.tap();
  await page.waitForURL(/open_now/);
  await openNow.tap();
  await page.waitForURL((url) => !url.search.includes("open_now"));
  await page.getByRole("searchbox").pressSequentially("lezzet", { delay: 80 });
  await page.waitForURL(/q=lezzet/);
  await pause();
  await page.locator('article a[href^="/v/moda-lezzet"]').first().tap();
  await page.waitForURL(/\/v\/moda-lezzet/);
  await pause();

  const products = page.getByTestId("product");
  await page.getByRole("searchbox").pressSequentially("lah", { delay: 80 });
  await pause();
  await page.getByRole("searchbox").fill("");
  await pause();
  await page.getByRole("navigation", { name: "Menü bölümleri" }).getByRole("link").nth(2).tap();
  await pause();
  await products.first().scrollIntoViewIfNeeded();
  await products.first().getByRole("button").first().tap();
  await sheet.waitFor();
  await pause();
  await sheet.getByRole("button", { name: /: bir artır$/ }).tap();
  await sheet
    .getByRole("radio")
    .nth(1)
    .tap({ timeout: 2_000 })
    .catch(() => {}); // a product may have nothing to choose
  await sheet.getByRole("button", { name: /^Ekle/ }).tap();
  await sheet.waitFor({ state: "hidden" });
  await page.getByRole("link", { name: /Sepete git/ }).tap();
  await page.waitForURL(/\/cart/);
  await pause();

  const line = page.getByTestId("cart-line").first();
  await line.getByRole("button", { name: /: bir artır$/ }).tap();
  await line.getByRole("button", { name: "Not ekle" }).tap();
  await page.keyboard.type("Soğansız", { delay: 80 });
  await page.keyboard.press("Enter");
  await pause();
}
