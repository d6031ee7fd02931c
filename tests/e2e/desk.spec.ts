// An operator's call at three in the morning: found by keyboard, looked at without touching, a problem decided, and all of it on record.
import { randomUUID } from "node:crypto";
import { branchOf, expect, placeOrder, shows, simpleProducts, test } from "./people";

test("the operator finds a customer, looks at their account, decides their problem, and the record knows", async ({
  customer,
  vendor,
  operator,
}) => {
  const products = await simpleProducts(customer.api, (await branchOf(customer.api)).id);
  const cheap = products
    .toSorted((a, b) => a.price_minor - b.price_minor)
    .find(({ price_minor }) => price_minor >= 10_000);
  const order = await placeOrder(customer, {
    items: [{ product_id: cheap?.id, quantity: 1 }],
    payment_method: "wallet",
  });
  const move = (to: string) => vendor.api.post(`/api/orders/${order.id}/transitions`, { data: { to } });
  expect((await move("CONFIRMED")).status()).toBe(200);
  expect((await move("CANCELED_BY_VENDOR")).status()).toBe(200);
  await customer.page.goto(`/orders/${order.id}`);
  await shows(customer, "CANCELED_BY_VENDOR");
  await customer.page.getByTestId("report-problem").click();
  await customer.page.locator("textarea[name=text]").fill("Kapıda bekledim, kimse gelmedi.");
  await customer.page.locator("dialog[open] button[type=submit]").click();
  await expect(customer.page.getByTestId("dispute")).toHaveAttribute("data-state", "open");

  const { page } = operator;
  await page.goto("/admin");
  const waits = page.locator('[data-testid="decision"][data-kind="disputes"]');
  await expect(waits).toBeVisible();
  const field = page.getByRole("combobox");
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await field.fill(order.number);
  await expect(page.getByRole("option", { name: new RegExp(`#${order.number}`) })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await field.fill("customer@kapgel.test");
  await expect(page.getByRole("option", { name: /customer@kapgel\.test/ })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("person")).toHaveAttribute("data-suspended", "false");

  await page.getByRole("button", { name: "Gözünden bak" }).click();
  await page.locator("textarea[name=reason]").fill("Siparişi görünmüyor");
  await page.locator("dialog[open]").getByRole("button", { name: "Gözünden bak" }).click();
  const banner = page.getByTestId("viewing");
  await expect(banner).toBeVisible();
  await page.goto(`/orders/${order.id}`);
  await shows(operator, "CANCELED_BY_VENDOR");
  const refused = await operator.api.post(`/api/orders/${order.id}/disputes`, {
    data: { kind: "late", text: "Deneme" },
  });
  expect([refused.status(), (await refused.json()).code]).toEqual([403, "VIEW_ONLY"]);
  operator.refusals.push(/403 .*\/api\/orders\//); // what the page was just reading when the look ended
  await banner.getByRole("button").click();
  await expect(page.getByTestId("person")).toBeVisible();
  await expect(banner).toHaveCount(0);

  await page.goto("/admin/disputes");
  await page.getByRole("button", { name: "Karar ver" }).first().click();
  await page.locator("dialog[open] textarea[name=reason]").fill(`Para geri döndü ${randomUUID()}`);
  await page.locator("dialog[open] button[type=submit]").click();
  await expect(customer.page.getByTestId("dispute")).toHaveAttribute("data-state", "resolved", {
    timeout: 20_000,
  });

  await page.goto("/admin/audit");
  for (const action of ["dispute.refused", "impersonation.ended", "impersonation.started"]) {
    await expect(page.locator(`[data-action="${action}"]`).first()).toBeVisible();
  }
  await page.getByRole("button", { name: "Zinciri denetle" }).click();
  await expect(
    page.getByRole("alert").or(page.getByRole("status")).filter({ hasText: "zincir sağlam" }),
  ).toBeVisible();
});
