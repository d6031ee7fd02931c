// Large lists stay quick because what changes is drawn again and nothing else: counted in amounts of money, of which every row has one.
import type { Page } from "@playwright/test";
import { expect, test } from "./people.ts";

declare global {
  interface Window {
    amounts?: number;
  }
}

test("a product into the cart draws its row and no other", async ({ customer }) => {
  const { page } = customer;
  await countAmounts(page);
  await page.goto("/v/moda-lezzet");
  await page.waitForLoadState("networkidle");
  const rows = page.getByTestId("product");
  const simple = rows.filter({ hasText: "Ayran" }).first();
  const drawn = await amountsDuring(page, async () => {
    await simple.getByRole("button", { name: /sepete ekle/ }).click();
    await expect(simple.getByText("Sepette 1 adet")).toBeAttached();
  });
  expect(drawn).toBeGreaterThan(0);
  expect(drawn).toBeLessThan((await rows.count()) / 2);
});

/** Has the page count how often it writes an amount of money. */
const countAmounts = (page: Page) =>
  page.addInitScript(() => {
    window.amounts = 0;
    const written = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, "format");
    Object.defineProperty(Intl.NumberFormat.prototype, "format", {
      get(this: Intl.NumberFormat) {
        if (this.resolvedOptions().style === "currency") window.amounts = (window.amounts ?? 0) + 1;
        return written?.get?.call(this);
      },
    });
  });

async function amountsDuring(page: Page, act: () => Promise<void>): Promise<number> {
  const before = await page.evaluate(() => window.amounts ?? 0);
  await act();
  return (await page.evaluate(() => window.amounts ?? 0)) - before;
}
