// A courier's day: the shift begins, three orders: one handed over without a network and told when it is back, one with the customer's code,
// one that fails and is canceled by its vendor; and the shift ends. Nobody reloads a page.
import {
  cardOf,
  column,
  expect,
  live,
  type People,
  type Person,
  picture,
  placeOrder,
  says,
  shows,
  tapUntil,
} from "../people.ts";
import { cook, giveToCourier } from "../shopping.ts";

type Told = { status: string; handover: { code: string | null; proof: { kind: string } | null } | null };
type Placed = { id: string; number: string };
const read = async ({ api }: Person, id: string) =>
  (await (await api.get(`/api/orders/${id}`)).json()) as Told;

const DOORS = [
  { lat: 40.9832, lng: 29.0302 },
  { lat: 40.9841, lng: 29.0281 },
  { lat: 40.9849, lng: 29.0266 },
];

export async function couriersDay({
  customer,
  vendor,
  courier,
}: Pick<People, "customer" | "vendor" | "courier">) {
  const { page, say } = courier;
  await courier.api.post("/api/courier/shift", { data: { action: "end" } }); // whatever came before
  await page.goto("/courier");
  await live(courier);
  await picture(courier, "day-courier-off");
  const start = page.getByRole("button", { name: say("courier.shift.start") });
  const bicycle = page.getByRole("radio", { name: say("courier.vehicle.bicycle") });
  await page.locator("label").filter({ has: bicycle }).click();
  await tapUntil(start, () => expect(start).toBeHidden({ timeout: 5_000 }));
  const orders = await threeOrders({ customer, vendor, courier });
  const [far, middle, near] = orders;
  await says(courier, say("courier.alert.newTask", { branch: "Moda Lezzet" }));
  await takenBack(vendor, far.id);
  await says(courier, say("courier.alert.gone", { number: far.number }));
  await giveToCourier(vendor, courier, far.id);

  // The ride begins at the nearest door; a thumb may arrange it otherwise.
  const ours = new Set(orders.map(({ id }) => id));
  const stops = async () =>
    (await page.getByTestId("stop").evaluateAll((all) => all.map((one) => one.dataset.orderId ?? ""))).filter(
      (id) => ours.has(id),
    );
  await expect.poll(stops).toEqual([near.id, middle.id, far.id]);
  await page.getByRole("button", { name: say("courier.route.later", { number: near.number }) }).click();
  await expect.poll(stops).toEqual([middle.id, near.id, far.id]);
  await picture(courier, "day-courier-route");
  const card = (id: string) => page.locator(`[data-testid="task-card"][data-order-id="${id}"]`);
  const task = page.getByTestId("task");
  const next = page.getByTestId("next-step");
  const back = () =>
    page
      .getByRole("link", { name: say("courier.task.all") })
      .last()
      .click();
  const handedOver = page.getByRole("button", { name: say("courier.handOver.confirm") });

  await withoutNetwork();
  await back();
  await withCode();
  await back();
  await withoutSuccess();
  await back();
  await page.getByRole("button", { name: say("courier.shift.end") }).click();
  await expect(start).toBeVisible();

  async function ride(id: string) {
    await tapUntil(card(id), () => expect(task).toHaveAttribute("data-order-id", id, { timeout: 3_000 }));
    for (const status of ["PICKED_UP", "ON_ROUTE"]) {
      await next.click();
      await expect(task).toHaveAttribute("data-status", status);
    }
  }

  /** Handed over, and the next one taken, while nothing can be told. */
  async function withoutNetwork() {
    await ride(near.id);
    await page.context().setOffline(true);
    await next.click();
    await handedOver.click();
    await expect(task).toHaveAttribute("data-status", "DELIVERED");
    const waits = page.getByTestId("pending-taps");
    await expect(waits).toContainText(say("courier.queue.tap.handover", { number: near.number }));
    await expect(waits).toHaveRole("status");
    expect((await read(customer, near.id)).status).toBe("ON_ROUTE");
    await back();
    await card(middle.id).click();
    await next.click();
    await expect(task).toHaveAttribute("data-status", "PICKED_UP");
    await picture(courier, "day-courier-offline");
    await page.context().setOffline(false);
    await expect(waits).toBeHidden({ timeout: 20_000 });
    await expect.poll(async () => (await read(customer, near.id)).status).toBe("DELIVERED");
    const events = (await (await customer.api.get(`/api/orders/${near.id}/events?limit=50`)).json()) as {
      data: { data: { to?: string } }[];
    };
    expect(events.data.filter(({ data: what }) => what.to === "DELIVERED")).toHaveLength(1);
    await expect.poll(async () => (await read(customer, middle.id)).status).toBe("PICKED_UP");
  }

  /** With the code that only the customer sees. */
  async function withCode() {
    await customer.page.goto(`/orders/${middle.id}`);
    const code = await customer.page.getByTestId("handover-code").textContent();
    await picture(customer, "day-courier-code-customer");
    await tapUntil(card(middle.id), () =>
      expect(task).toHaveAttribute("data-order-id", middle.id, { timeout: 3_000 }),
    );
    await next.click();
    await expect(task).toHaveAttribute("data-status", "ON_ROUTE");
    await next.click();
    await page.getByRole("button", { name: say("courier.handOver.enterCode") }).click();
    courier.refusals.push(/422 .*\/handover$/);
    const wrong = String((Number(code) + 1) % 10_000).padStart(4, "0");
    await page.getByTestId("handover-code").pressSequentially(wrong);
    await handedOver.click();
    await expect(page.getByText(say("courier.handOver.wrong", { count: 4 }))).toBeVisible();
    await picture(courier, "day-courier-code");
    for (let n = 0; n < 4; n++)
      await page.getByRole("button", { name: say("courier.handOver.erase") }).click();
    for (const digit of code ?? "") await page.getByRole("button", { name: digit, exact: true }).click();
    await handedOver.click();
    await shows(customer, "DELIVERED");
    expect((await read(vendor, middle.id)).handover).toMatchObject({ code: null, proof: { kind: "code" } });
  }

  /** Nobody there: customer and vendor see it by themselves, and the vendor decides. */
  async function withoutSuccess() {
    await vendor.page.goto("/vendor");
    await live(vendor);
    await ride(far.id);
    await customer.page.goto(`/orders/${far.id}`);
    await live(customer);
    await page.getByRole("button", { name: say("courier.problem.report") }).click();
    const reason = say("orders.handover.reason.nobody_there");
    await page.getByText(reason).click();
    await page.getByRole("button", { name: say("courier.report.send"), exact: true }).click();
    await expect(customer.page.getByTestId("delivery-reports")).toContainText(reason);
    await column(vendor, "ROAD");
    await expect(cardOf(vendor, far.id)).toContainText(say("orders.handover.failed", { reason }));
    await cardOf(vendor, far.id).getByRole("button").first().click();
    const cancel = vendor.page.getByRole("button", { name: say("orders.handover.cancel") });
    await cancel.first().click();
    await picture(vendor, "day-courier-failed-vendor");
    await vendor.page
      .getByRole("dialog")
      .last()
      .getByRole("button", { name: say("orders.handover.cancel") })
      .click();
    await shows(customer, "CANCELED_BY_VENDOR");
    await expect(task).toHaveAttribute("data-status", "CANCELED_BY_VENDOR");
    await says(courier, say("courier.task.lost"));
    await picture(courier, "day-courier-lost");
  }
}

async function takenBack(vendor: Person, id: string) {
  const { version } = (await (await vendor.api.get(`/api/orders/${id}`)).json()) as { version: number };
  const data = { courier_id: null, version };
  expect((await vendor.api.put(`/api/orders/${id}/courier`, { data })).status()).toBe(200);
}

/** Ready for the courier: the first is the farthest. */
async function threeOrders({
  customer,
  vendor,
  courier,
}: Pick<People, "customer" | "vendor" | "courier">): Promise<[Placed, Placed, Placed]> {
  const orders: Placed[] = [];
  for (const door of DOORS) {
    orders.push(await placeOrder(customer, { address: { text: "Moda Caddesi 12, daire 4", ...door } }));
  }
  const ids = orders.map(({ id }) => id);
  await cook(vendor, ...ids);
  await giveToCourier(vendor, courier, ...ids);
  return orders as [Placed, Placed, Placed];
}
