// An order without a mouse: from the landing to a placed order by keyboard alone. At every stop one sees where one is.
import type { Page } from "@playwright/test";
import { branchOf, expect, shows, simpleProducts, test } from "./people.ts";

const MOST_STOPS = 120;

test("a customer orders by keyboard alone", async ({ customer }) => {
  const { page, api } = customer;
  const [product] = await simpleProducts(api, (await branchOf(api)).id);
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "İçeriğe geç" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();

  await expect(async () => {
    await page.locator("#content").focus();
    await tabTo(page, "button", /^Ev$/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Ev", { timeout: 3_000 });
  }).toPass(); // on a slow machine a page can be seen before it listens
  await tabTo(page, "a", /^Moda Lezzet/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/v\/moda-lezzet/);

  await tabTo(page, "button", new RegExp(`^${product?.name}$`));
  const dialog = page.getByRole("dialog");
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await focused(page)).toMatchObject({ name: product?.name });
  await page.keyboard.press("Enter");
  await tabTo(page, "button", /^Ekle/);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();

  await tabTo(page, "a", /Sepete git/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cart/);
  await tabTo(page, "a", /^Siparişi tamamla/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/checkout/);
  await tabTo(page, "button", /^Sipariş ver/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  await shows(customer, "NEW");
  await expect(page.getByTestId("order-status")).toHaveRole("status"); // so that what comes next is said
  await api.post(`/api/orders/${new URL(page.url()).pathname.split("/").at(-1)}/transitions`, {
    data: { to: "CANCELED_BY_USER" },
  });
});

/** Presses Tab until the focus is on the wanted control. Fails at a stop that shows no sign of the focus. */
async function tabTo(page: Page, tag: string, name: RegExp) {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (here.tag !== "body") expect(here.isShown, `the focus shows on ${here.tag} ${here.name}`).toBe(true);
    if (here.tag === tag && name.test(here.name)) return;
    passed.push(here.name);
  }
  throw new Error(`${name} is not reached by Tab; passed ${passed.join(" · ")}`);
}

/** What has the focus, and whether one sees it: an outline on it, on what it stretches over, or on what stands for it. */
function focused(page: Page): Promise<{ tag: string; name: string; isShown: boolean }> {
  return page.evaluate(() => {
    const node = document.activeElement ?? document.body;
    const outlined = (element: Element | null, pseudo?: string) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element, pseudo);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
    };
    return {
      tag: node.tagName.toLowerCase(),
      name: node.getAttribute("aria-label") ?? node.textContent?.trim() ?? "",
      isShown:
        outlined(node) ||
        outlined(node, "::after") ||
        outlined(node.nextElementSibling) ||
        outlined(node.closest("article, li, label")),
    };
  });
}
