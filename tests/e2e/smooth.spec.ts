// Large lists stay quick because what changes is drawn again and nothing else: counted in amounts of money, of which every card and row has one.
import type { Page } from "@playwright/test";
import { cardOf, expect, live, placeOrder, test } from "./people.ts";

declare global {
  interface Window {
    amounts?: number;
  }
}

const CARDS = 12;

test("one order's step draws its card and no other", async ({ neighbour, vendor }) => {
  const { page } = vendor;
  await countAmounts(page);
  const ids: string[] = [];
  for (let turn = 0; turn < CARDS; turn++) ids.push((await placeOrder(neighbour)).id);
  const [first = "", second = ""] = ids;
  await page.goto("/vendor");
  await live(vendor);
  await expect(cardOf(vendor, ids.at(-1) ?? "")).toBeAttached();
  await page.waitForLoadState("networkidle");

  const drawn = await amountsDuring(page, async () => {
    await vendor.api.post(`/api/orders/${first}/transitions`, { data: { to: "CONFIRMED" } });
    await expect(cardOf(vendor, first)).toHaveAttribute("data-status", "CONFIRMED");
  });
  expect(drawn).toBeGreaterThan(0);
  expect(drawn).toBeLessThan(CARDS);

  // The keyboard walks through cards that are not laid out as through any others, and a column says how many it has.
  await cardOf(vendor, second).locator("[data-card]").focus();
  for (let turn = 2; turn < CARDS; turn++) await page.keyboard.press("ArrowDown");
  await expect(cardOf(vendor, ids.at(-1) ?? "").locator("[data-card]")).toBeFocused();
  await expect(cardOf(vendor, ids.at(-1) ?? "")).toBeInViewport();
  const waiting = await page.getByTestId("column-NEW").getByTestId("order-card").count();
  await expect(page.getByTestId("column-NEW").locator("header")).toContainText(String(waiting));
  for (const id of ids) {
    const to = id === first ? "CANCELED_BY_VENDOR" : "REJECTED";
    await vendor.api.post(`/api/orders/${id}/transitions`, { data: { to, reason: "Deneme" } });
  }
});

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
