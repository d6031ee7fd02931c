// The operator goes back through an order's life, and sees that its row is what its events say.
import { expect, live, picture, placeOrder, test } from "./people";

const OVERRIDE = "Müdahale et"; // as in messages/tr/admin.json

test("the operator looks at an order's past and comes back", async ({ customer, vendor, operator }) => {
  const { id } = await placeOrder(customer);
  for (const to of ["CONFIRMED", "PREPARING", "READY"]) {
    expect((await vendor.api.post(`/api/orders/${id}/transitions`, { data: { to } })).status()).toBe(200);
  }
  const { page } = operator;
  await page.goto(`/admin/orders/${id}`);
  await live(operator);
  const slider = page.getByTestId("time-slider").getByRole("slider");
  await expect(slider).toHaveValue("3");
  const override = page.getByRole("heading", { name: OVERRIDE });
  await expect(override).toBeVisible();

  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByTestId("past")).toHaveAttribute("data-version", "2");
  await expect(slider).toHaveAttribute("aria-valuetext", /Onaylandı|Confirmed/);
  await expect(override).toHaveCount(0); // the past cannot be changed
  await picture(operator, "operator-past-1440");

  await page.getByTestId("past").getByRole("button").click();
  await expect(page.getByTestId("past")).toHaveCount(0);
  await expect(slider).toHaveValue("3");

  await page.getByTestId("state-check").getByRole("button").click();
  await expect(page.getByTestId("state-check").getByRole("alert")).toContainText("4");
});
