// The main job, with three people: an order goes from the customer's phone over the vendor's board and the courier's hands to the door.
// Nobody reloads a page.
import {
  branchOf,
  busyEvening,
  cardOf,
  expect,
  live,
  onShift,
  picture,
  shows,
  simpleProducts,
  step,
  tapUntil,
  test,
} from "./people.ts";

type Point = { lat: number; lng: number };

test("an order reaches the door", async ({ customer, neighbour, vendor, courier }) => {
  const branch = await branchOf(customer.api);
  const [product] = await simpleProducts(customer.api, branch.id);
  const clear = await busyEvening(neighbour, vendor);
  await onShift(courier);
  await vendor.page.goto("/vendor");
  await live(vendor);
  await courier.page.goto("/courier");
  await live(courier);

  // The customer chooses where, what and how, and orders.
  const { page } = customer;
  await page.goto("/");
  const home = page.getByRole("button", { name: "Ev", exact: true }).first();
  await tapUntil(home, () =>
    expect(page.getByRole("heading", { level: 1 })).toContainText("Ev", { timeout: 3_000 }),
  );
  await picture(customer, "customer-home-390");
  await page
    .getByRole("link", { name: /Moda Lezzet/ })
    .first()
    .click();
  await page.waitForURL(/\/v\/moda-lezzet/);
  await picture(customer, "customer-menu-390");
  await page
    .getByTestId("product")
    .filter({ hasText: product?.name })
    .first()
    .getByRole("button")
    .first()
    .click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toBeVisible();
  await sheet.getByRole("button", { name: /^Ekle/ }).click();
  await page.getByRole("link", { name: /Sepete git/ }).click();
  await page.waitForURL(/\/cart/);
  await page.reload(); // a cart survives it
  await expect(page.getByTestId("cart-line")).toHaveCount(1);
  await page.getByRole("link", { name: "Siparişi tamamla" }).click();
  await page.waitForURL(/\/checkout/);
  await expect(page.getByTestId("total").first()).toBeVisible();
  await picture(customer, "customer-checkout-390");
  await page.getByRole("button", { name: "Sipariş ver" }).dblclick(); // an impatient thumb must not order twice
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await shows(customer, "NEW");
  await live(customer);

  // The vendor sees it arrive, confirms, prepares, and hands it to the courier.
  const card = cardOf(vendor, id);
  await expect(card).toHaveAttribute("data-status", "NEW");
  await picture(vendor, "vendor-board-1440");
  await step(vendor, id, "CONFIRMED");
  await shows(customer, "CONFIRMED");
  await step(vendor, id, "PREPARING");
  await shows(customer, "PREPARING");
  await step(vendor, id, "READY");
  await shows(customer, "READY");
  await card.getByRole("button", { name: /^Kurye ata/ }).click();
  await vendor.page.locator('[data-testid="courier-choice"]:enabled').first().click();

  // The courier's phone has the task by itself, and the ride begins.
  const task = courier.page.locator(`[data-testid="task-card"][data-order-id="${id}"]`);
  await expect(task).toBeVisible();
  await task.click();
  const next = courier.page.getByTestId("next-step");
  await next.click();
  await shows(customer, "PICKED_UP");
  await expect(card).toHaveAttribute("data-status", "PICKED_UP");
  await next.click();
  await shows(customer, "ON_ROUTE");

  // The marker moves on the customer's map as the courier rides.
  const { address, branch: start } = (await (await customer.api.get(`/api/orders/${id}`)).json()) as Record<
    "address" | "branch",
    Point
  >;
  const ride = (share: number) =>
    courier.page.context().setGeolocation({
      latitude: start.lat + (address.lat - start.lat) * share,
      longitude: start.lng + (address.lng - start.lng) * share,
    });
  const marker = page.locator('[data-marker="courier"]');
  await ride(0.25);
  await expect(marker).toBeVisible();
  const before = await marker.getAttribute("style");
  await ride(0.7);
  await expect.poll(() => marker.getAttribute("style"), { timeout: 30_000 }).not.toBe(before);
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(customer, "customer-on-route-390");
  await picture(courier, "courier-task-390");

  await next.click();
  await courier.page.getByRole("button", { name: "Evet, teslim ettim" }).click();
  await shows(customer, "DELIVERED");
  await expect(card).toBeHidden();
  const orders = (await (await customer.api.get("/api/orders?limit=50")).json()) as {
    data: { id: string; created_at: string }[];
  };
  const placedNow = orders.data.filter((order) => Date.now() - Date.parse(order.created_at) < 120_000);
  expect(placedNow.filter((order) => order.id === id)).toHaveLength(1);
  await picture(customer, "customer-delivered-390");
  await clear();
});
