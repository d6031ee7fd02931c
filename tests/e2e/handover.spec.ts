// A courier's shift with three orders, on a phone and in English: one handed over without a network and told when it is back, one with the
// customer's code, one that fails and is canceled by its vendor. Nobody reloads a page.
import {
  cardOf,
  expect,
  live,
  onShift,
  type Person,
  picture,
  placeOrder,
  shows,
  tapUntil,
  test,
} from "./people.ts";

type Told = {
  status: string;
  handover: { code: string | null; proof: { kind: string } | null; photos: unknown[] } | null;
};
const read = async ({ api }: Person, id: string) =>
  (await (await api.get(`/api/orders/${id}`)).json()) as Told;

test("a shift with three orders", async ({ customer, vendor, courier }) => {
  await onShift(courier);
  const { data } = (await (await vendor.api.get("/api/vendor/couriers")).json()) as {
    data: { id: string; email: string }[];
  };
  const rider = data.find(({ email }) => email === "courier@kapgel.test");
  const doors = [
    { lat: 40.9832, lng: 29.0302 },
    { lat: 40.9841, lng: 29.0281 },
    { lat: 40.9849, lng: 29.0266 },
  ];
  const orders: { id: string; number: string }[] = [];
  for (const door of doors) {
    const order = await placeOrder(customer, { address: { text: "Moda Caddesi 12, daire 4", ...door } });
    for (const to of ["CONFIRMED", "PREPARING", "READY"])
      await vendor.api.post(`/api/orders/${order.id}/transitions`, { data: { to } });
    await vendor.api.put(`/api/orders/${order.id}/courier`, { data: { courier_id: rider?.id } });
    orders.push(order);
  }
  const [far, middle, near] = orders as [(typeof orders)[0], (typeof orders)[0], (typeof orders)[0]];

  // The ride begins at the nearest door; a thumb may arrange it otherwise.
  const { page } = courier;
  await page.context().addCookies([{ name: "locale", value: "en", url: process.env.KAPGEL_URL ?? "" }]);
  await page.goto("/courier");
  await live(courier);
  const ours = new Set(orders.map(({ id }) => id));
  const stops = async () =>
    (await page.getByTestId("stop").evaluateAll((all) => all.map((one) => one.dataset.orderId ?? ""))).filter(
      (id) => ours.has(id),
    );
  await expect.poll(stops).toEqual([near.id, middle.id, far.id]);
  await page.getByRole("button", { name: `Order ${near.number} later` }).click();
  await expect.poll(stops).toEqual([middle.id, near.id, far.id]);
  await picture(courier, "courier-route-390");
  const card = (id: string) => page.locator(`[data-testid="task-card"][data-order-id="${id}"]`);
  const task = page.getByTestId("task");
  const next = page.getByTestId("next-step");
  async function ride(id: string) {
    await tapUntil(card(id), () => expect(task).toHaveAttribute("data-order-id", id, { timeout: 3_000 }));
    for (const status of ["PICKED_UP", "ON_ROUTE"]) {
      await next.click();
      await expect(task).toHaveAttribute("data-status", status);
    }
  }

  // Without a network: handed over, and the next one taken.
  await ride(near.id);
  await page.context().setOffline(true);
  await next.click();
  await page.getByTestId("photo-input").setInputFiles("public/pictures/wrap.webp");
  await expect(page.getByTestId("photo-taken")).toBeVisible();
  await picture(courier, "courier-photo-390");
  await page.getByRole("button", { name: "Yes, delivered" }).click();
  await expect(task).toHaveAttribute("data-status", "DELIVERED");
  await expect(page.getByTestId("pending-taps")).toContainText(`Delivered #${near.number}`);
  await expect(page.getByTestId("pending-taps")).toContainText(`#${near.number}: photo`);
  expect((await read(customer, near.id)).status).toBe("ON_ROUTE");
  await page.getByRole("link", { name: "Tasks" }).last().click();
  await card(middle.id).click();
  await next.click();
  await expect(task).toHaveAttribute("data-status", "PICKED_UP");
  await picture(courier, "courier-offline-390");
  await page.context().setOffline(false);
  await expect(page.getByTestId("pending-taps")).toBeHidden({ timeout: 20_000 });
  await expect.poll(async () => (await read(customer, near.id)).status).toBe("DELIVERED");
  const events = (await (await customer.api.get(`/api/orders/${near.id}/events?limit=50`)).json()) as {
    data: { data: { to?: string } }[];
  };
  expect(events.data.filter(({ data: what }) => what.to === "DELIVERED")).toHaveLength(1);

  // The photograph waited with the tap and came with it; the customer sees it.
  await expect.poll(async () => (await read(customer, near.id)).handover?.photos.length).toBe(1);
  await customer.page.goto(`/orders/${near.id}`);
  const photo = customer.page.getByTestId("delivery-photos").locator("img");
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await picture(customer, "customer-photo-390");

  // With the code that only the customer sees.
  await expect.poll(async () => (await read(customer, middle.id)).status).toBe("PICKED_UP");
  await customer.page.goto(`/orders/${middle.id}`);
  const code = await customer.page.getByTestId("handover-code").textContent();
  await picture(customer, "customer-code-390");
  await next.click();
  await expect(task).toHaveAttribute("data-status", "ON_ROUTE");
  await next.click();
  await page.getByRole("button", { name: "Enter the customer’s code" }).click();
  courier.refusals.push(/422 .*\/handover$/);
  const wrong = String((Number(code) + 1) % 10_000).padStart(4, "0");
  await page.getByTestId("handover-code").pressSequentially(wrong);
  await page.getByRole("button", { name: "Yes, delivered" }).click();
  await expect(page.getByText("Wrong code. 4 tries left.")).toBeVisible();
  await picture(courier, "courier-code-390");
  for (let n = 0; n < 4; n++) await page.getByRole("button", { name: "Erase the last digit" }).click();
  for (const digit of code ?? "") await page.getByRole("button", { name: digit, exact: true }).click();
  await page.getByRole("button", { name: "Yes, delivered" }).click();
  await shows(customer, "DELIVERED");
  expect((await read(vendor, middle.id)).handover).toMatchObject({ code: null, proof: { kind: "code" } });

  // Nobody there: customer and vendor see it by themselves, and the vendor decides.
  await vendor.page.goto("/vendor");
  await live(vendor);
  await page.getByRole("link", { name: "Tasks" }).last().click();
  await ride(far.id);
  await customer.page.goto(`/orders/${far.id}`);
  await live(customer);
  await page.getByRole("button", { name: "Could not deliver" }).click();
  await page.getByText("Nobody there").click();
  await page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(customer.page.getByTestId("delivery-reports")).toContainText("Kimse yok");
  await expect(cardOf(vendor, far.id)).toContainText("Teslim edilemedi");
  await cardOf(vendor, far.id).getByRole("button").first().click();
  await vendor.page.getByRole("button", { name: "Siparişi iptal et" }).first().click();
  await picture(vendor, "vendor-failed-1440");
  await vendor.page.getByRole("dialog").last().getByRole("button", { name: "Siparişi iptal et" }).click();
  await shows(customer, "CANCELED_BY_VENDOR");
  await expect(task).toHaveAttribute("data-status", "CANCELED_BY_VENDOR");
});
