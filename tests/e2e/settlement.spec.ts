// Money after the meal: cash from the door to the till, a refund by the vendor and one by the operator, and what is left paid out.
import { expect, live, move, onShift, type Person, picture, placeOrder, tapUntil, test } from "./people.ts";

test("cash goes from the door to the till", async ({ customer, vendor, courier }) => {
  const { page } = courier;
  await onShift(courier);
  const order = await placeOrder(customer);
  const me = (await (await courier.api.get("/api/courier/tasks")).json()) as { shift: { id: string } };
  await move(vendor, order.id, "CONFIRMED", "PREPARING", "READY");
  await vendor.api.put(`/api/orders/${order.id}/courier`, { data: { courier_id: me.shift.id } });
  await page.goto(`/courier/tasks/${order.id}`);
  const total = (await (await customer.api.get(`/api/orders/${order.id}`)).json()) as { total_minor: number };
  await expect(page.getByTestId("collect")).toHaveAttribute("data-minor", String(total.total_minor));
  await move(courier, order.id, "PICKED_UP", "ON_ROUTE", "DELIVERED");
  await page.goto("/courier");
  await tapUntil(page.getByTestId("courier-cash").locator("summary"), () =>
    expect(page.getByText(`#${order.number}`)).toBeVisible({ timeout: 2_000 }),
  );
  await picture(courier, "courier-cash-390");
  const carried = Number(await page.getByTestId("courier-cash").getAttribute("data-minor"));

  await vendor.page.goto("/vendor/money?show=cash");
  await live(vendor);
  const row = vendor.page.locator(`[data-testid="courier-cash"][data-courier-id="${me.shift.id}"]`);
  await expect(row).toHaveAttribute("data-minor", String(carried));
  await row.getByRole("button").click();
  const sheet = vendor.page.getByRole("dialog");
  await sheet.getByLabel("Saydığın tutar").fill(String((carried - 500) / 100));
  await expect(sheet.getByText("Eksik ₺5,00")).toBeVisible();
  await sheet.getByTestId("hand-in-save").dblclick(); // takes it once
  await expect(sheet).toBeHidden();
  await expect(vendor.page.getByTestId("hand-in").first()).toContainText("Eksik ₺5,00");
  await expect(row).toHaveAttribute("data-minor", "0");
  await page.reload();
  await expect(page.getByTestId("courier-cash")).toHaveAttribute("data-minor", "0");
});

test("a vendor refunds a piece, the operator the rest, and the books balance", async ({
  customer,
  vendor,
  operator,
}) => {
  const order = await placeOrder(customer, { type: "pickup", address: null });
  await move(vendor, order.id, "CONFIRMED", "PREPARING", "READY", "DELIVERED");
  await vendor.page.goto("/vendor");
  await live(vendor);
  await vendor.page.getByRole("button", { name: "Geçmiş" }).click();
  await vendor.page.getByText(`#${order.number}`).click();
  await vendor.page.getByTestId("refund").click();
  await vendor.page.getByLabel("Ürün seçerek").check();
  await vendor.page
    .getByRole("button", { name: /bir artır/ })
    .first()
    .click();
  await vendor.page.getByRole("button", { name: "Ürün eksikti" }).click();
  await picture(vendor, "vendor-refund-1440");
  await confirmRefund(vendor);
  await vendor.page.getByRole("button", { name: "Tamam" }).click();
  await expect(vendor.page.getByTestId("refund-row")).toHaveCount(1); // however often it was clicked
  await expect(vendor.page.getByTestId("refund-row")).toContainText("Ürün eksikti");

  const desk = operator.page;
  await desk.goto(`/admin/orders/${order.id}`);
  await live(operator);
  await desk.getByTestId("refund").click();
  await desk.getByLabel("Neden").fill("Müşteri haklı");
  await confirmRefund(operator);
  await desk.getByRole("button", { name: "Tamam" }).click();
  await expect(desk.getByTestId("refund-row")).toHaveCount(2);
  await expect(desk.getByTestId("refund")).toHaveCount(0);

  await vendor.page.goto("/vendor/money");
  const lines = vendor.page.getByTestId("payable").filter({ hasText: `#${order.number}` });
  await expect(lines).toHaveCount(3); // the sale and two refunds
  await picture(vendor, "vendor-money-1440");
  await desk.goto("/admin/money");
  await expect(desk.getByTestId("balance-check")).toHaveAttribute("data-balanced", "true");
  await picture(operator, "operator-money-1440");
});

/** Goes on to what will happen, reads it, and clicks twice. */
async function confirmRefund({ page }: Person) {
  await page.getByTestId("refund-next").dblclick();
  await page.waitForTimeout(700); // sooner than this a click is the second half of a double click
  await page.getByTestId("refund-confirm").dblclick();
  await expect(page.getByTestId("refund-done")).toBeVisible();
}
