// The vendor's Friday night: an order that cannot be missed, the kitchen's wall and its paper.
import { cardOf, expect, live, placeOrder, tapUntil, test } from "./people.ts";

test("an order rings until it is seen, is dragged on, made at the wall, and printed", async ({
  customer,
  vendor,
}) => {
  const { page } = vendor;
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset.printed = document.querySelector(".ticket-slot")?.textContent ?? "";
      window.dispatchEvent(new Event("afterprint"));
    };
  });
  await page.goto("/vendor");
  await live(vendor);
  const { id, number } = await placeOrder(customer);
  const card = cardOf(vendor, id);
  const bar = page.getByTestId("alarm-bar");
  await expect(bar).toBeVisible();
  await expect(page).toHaveTitle(/^\(\d+\) /);

  // Seen stops the alarm, and the card says who saw it.
  await card.getByRole("button", { name: `${number} numaralı siparişi gördüm` }).click();
  await expect(bar).toBeHidden();
  await expect(card).toContainText("Selin gördü");

  // Paper by itself, as this device was told.
  await page.goto(`/vendor/orders/${id}/ticket`);
  await expect(page.getByTestId("ticket")).toContainText(`#${number}`);
  const auto = page.getByRole("switch");
  await tapUntil(page.getByText("Onaylayınca kendiliğinden yazdır"), () => expect(auto).toBeChecked());
  await page.goto("/vendor");
  await live(vendor);
  await card.dragTo(page.getByTestId("column-CONFIRMED"));
  await expect(card).toHaveAttribute("data-status", "CONFIRMED");
  await expect(page.locator("html")).toHaveAttribute("data-printed", new RegExp(`#${number}`));

  // The wall: two taps and it is off it.
  await page.getByRole("link", { name: "Mutfak" }).click();
  await page.waitForURL(/\/vendor\/kitchen/);
  const wall = page.locator(`[data-testid="kitchen-card"][data-order-id="${id}"]`);
  await wall.getByRole("button", { name: /^Hazırla,/ }).click();
  await wall.getByRole("button", { name: /^Hazır,/ }).click();
  await expect(wall).toBeHidden();
  await vendor.api.post(`/api/orders/${id}/transitions`, { data: { to: "CANCELED_BY_VENDOR" } });
});
