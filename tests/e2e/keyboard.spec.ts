// Everybody's work without a mouse: by keyboard alone, seeing at every stop where one is, and with the focus back after each dialog.
import {
  branchOf,
  cardOf,
  expect,
  live,
  move,
  placeOrder,
  says,
  shows,
  simpleProducts,
  test,
} from "./people.ts";
import { applies, complains, spoiledOrder } from "./problems.ts";
import { cook, giveToCourier, orderOn, stockOf } from "./shopping.ts";
import { escapes, focused, keepsFocus, pressAt, tabTo } from "./tabbing.ts";
import { begins } from "./words.ts";

const whole = (text: string) => new RegExp(`${begins(text).source}$`);

test("a customer orders by keyboard alone", async ({ customer }) => {
  const { page, api, say } = customer;
  const [product] = await simpleProducts(api, (await branchOf(api)).id);
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: say("common.skipToContent") })).toBeFocused();
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

  const dialog = page.getByRole("dialog");
  const opened = () => expect(dialog).toBeVisible({ timeout: 2_000 });
  await pressAt(page, ["button", whole(product?.name ?? "")], opened);
  await escapes(page, dialog, whole(product?.name ?? ""));
  await page.keyboard.press("Enter");
  await tabTo(page, "button", begins(say("shop.menu.add")));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();

  await tabTo(page, "a", new RegExp(say("shop.menu.toCart")));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cart/);
  await tabTo(page, "a", begins(say("shop.cart.checkout")));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/checkout/);
  await tabTo(page, "button", begins(`${say("shop.checkout.place")} ·`));
  await page.keyboard.press("Enter");
  const id = await orderOn(customer);
  await shows(customer, "NEW");
  await move(customer, id, "CANCELED_BY_USER");
});

test("a vendor moves orders over the board and sells a dish out by keyboard alone", async ({
  customer,
  vendor,
}) => {
  const { page, say } = vendor;
  const [first, second] = [await placeOrder(customer), await placeOrder(customer)];
  await page.goto("/vendor");
  await live(vendor);
  const nameOf = ({ number }: { number: string }) =>
    begins(say("vendor.card.open", { number, customer: "" }).replace(/[,:].*$/, ","));
  const dialog = page.getByRole("dialog");
  const opened = () => expect(dialog).toBeVisible({ timeout: 3_000 });
  await tabTo(page, "button", nameOf(first));
  await expect(async () => {
    await page.keyboard.press("?");
    await opened();
  }).toPass();
  await escapes(page, dialog, nameOf(first));

  // Forward by a letter; the card goes to the next column and takes the focus with it.
  for (const status of ["CONFIRMED", "PREPARING", "READY"]) {
    await page.keyboard.press("o");
    await expect(cardOf(vendor, first.id)).toHaveAttribute("data-status", status);
    await expect(cardOf(vendor, first.id)).toHaveAttribute("aria-busy", "false");
    await expect.poll(async () => (await focused(page)).name).toMatch(nameOf(first));
  }
  await page.keyboard.press("k");
  await opened();
  await escapes(page, dialog, nameOf(first));
  await page.keyboard.press("Enter"); // the details
  await opened();
  await escapes(page, dialog, nameOf(first));
  await expect(async () => {
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowDown"); // the newest of the new is the last
    expect((await focused(page)).name).toMatch(nameOf(second));
  }).toPass();

  // Refused, with a reason: the card is gone, the focus is not.
  await page.keyboard.press("r");
  await opened();
  await escapes(page, dialog, nameOf(second));
  await page.keyboard.press("r");
  await pressAt(
    page,
    ["button", whole(say("vendor.end.reasons.busy"))],
    () => expect(dialog.getByRole("textbox")).toHaveValue(say("vendor.end.reasons.busy"), { timeout: 3_000 }),
    " ",
  );
  await tabTo(page, "button", whole(say("vendor.end.reject")));
  await page.keyboard.press("Enter");
  await expect(cardOf(vendor, second.id)).toBeHidden();
  await keepsFocus(page);

  // A dish that is sold out.
  const dish = await stockOf(vendor, "Fırın Sütlaç");
  try {
    await page.goto("/vendor/menu");
    await pressAt(page, ["input", whole(say("vendor.menu.search"))], async () => {
      await page.keyboard.press("Control+a");
      await page.keyboard.type("sütlaç");
      await expect(page.getByTestId("product-row")).toHaveCount(1, { timeout: 3_000 });
    });
    const row = page.getByTestId("product-row");
    const policy = row.getByRole("combobox").first();
    await tabTo(page, "select", /Fırın Sütlaç/);
    await page.keyboard.press("ArrowDown");
    await expect(policy).toHaveValue("counted");
    await expect(policy, "saving does not throw one out of the field").toBeFocused();
    await tabTo(page, "input", /Fırın Sütlaç/);
    await page.keyboard.type("0");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await stockOf(vendor, "Fırın Sütlaç")).quantity).toBe(0);
    await keepsFocus(page);
  } finally {
    await dish.restore();
    await move(vendor, first.id, "CANCELED_BY_VENDOR");
  }
});

test("a courier begins a shift, rides and hands over with a code by keyboard alone", async ({
  customer,
  vendor,
  courier,
}) => {
  const { page, say } = courier;
  await courier.api.post("/api/courier/shift", { data: { action: "end" } });
  await page.goto("/courier");
  await live(courier);
  const [scooter, bicycle] = [say("courier.vehicle.scooter"), say("courier.vehicle.bicycle")];
  await tabTo(page, "input", new RegExp(`^(${scooter}|${bicycle})$`)); // the last one they rode is chosen already
  await expect(async () => {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: bicycle })).toBeChecked({ timeout: 500 });
  }).toPass();
  const start = page.getByRole("button", { name: say("courier.shift.start") });
  await pressAt(page, ["button", whole(say("courier.shift.start"))], () =>
    expect(start).toBeHidden({ timeout: 5_000 }),
  );
  await keepsFocus(page);

  const { id } = await placeOrder(customer, {
    address: { text: "Mühürdar Cad. 7", lat: 40.9841, lng: 29.0281 },
  });
  await cook(vendor, id);
  await giveToCourier(vendor, courier, id);
  await expect(page.locator(`[data-testid="task-card"][data-order-id="${id}"]`)).toBeVisible();
  const task = page.getByTestId("task");
  await pressAt(page, ["a", /Mühürdar Cad\. 7/], () =>
    expect(task).toHaveAttribute("data-order-id", id, { timeout: 5_000 }),
  );
  const took = (status: string) => () =>
    expect(task).toHaveAttribute("data-status", status, { timeout: 5_000 });
  await pressAt(page, ["button", whole(say("courier.step.PICKED_UP"))], took("PICKED_UP"));
  await expect(page.getByTestId("next-step")).toBeFocused(); // the next step is under the same finger
  await expect(page.getByTestId("next-step")).toHaveText(say("courier.step.ON_ROUTE"));
  await expect(async () => {
    await page.keyboard.press("Enter");
    await took("ON_ROUTE")();
  }).toPass();
  const dialog = page.getByRole("dialog");
  const opened = () => expect(dialog).toBeVisible({ timeout: 3_000 });
  await expect(async () => {
    await page.keyboard.press("Enter");
    await opened();
  }).toPass();
  await escapes(page, dialog, whole(say("courier.step.DELIVERED")));
  await page.keyboard.press("Enter");
  await opened();
  const digits = page.getByTestId("handover-code");
  await pressAt(page, ["button", whole(say("courier.handOver.enterCode"))], () =>
    expect(digits).toBeFocused({ timeout: 3_000 }),
  );
  const read = (await (await customer.api.get(`/api/orders/${id}`)).json()) as { handover: { code: string } };
  await page.keyboard.type(read.handover.code);
  await tabTo(page, "button", whole(say("courier.handOver.confirm")));
  await page.keyboard.press("Enter");
  await took("DELIVERED")();
  await expect(dialog).toBeHidden();
  await keepsFocus(page);
  await pressAt(page, ["a", whole(say("courier.task.all"))], () =>
    expect(page).toHaveURL(/\/courier$/, { timeout: 5_000 }),
  );
  await pressAt(page, ["button", whole(say("courier.shift.end"))], () =>
    expect(start).toBeVisible({ timeout: 5_000 }),
  );
  await keepsFocus(page);
});

test("an operator searches, lets a business in and decides a problem by keyboard alone", async ({
  stranger,
  customer,
  vendor,
  operator,
}) => {
  const { page, say } = operator;
  const business = await applies(stranger);
  const order = await spoiledOrder({ customer, vendor });
  await complains(customer, order.id);
  const dialog = page.getByRole("dialog");
  const opened = () => expect(dialog).toBeVisible({ timeout: 3_000 });

  await page.goto("/admin");
  await tabTo(page, "a", begins(say("common.nav.adminApplications")));
  const field = page.getByRole("combobox", { name: say("desk.search.label") });
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await escapes(page, dialog, begins(say("common.nav.adminApplications")));
  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.type(order.number);
  const hit = page.getByRole("option").filter({ hasText: `#${order.number}` });
  await expect(hit).toHaveAttribute("aria-selected", "true");
  await expect(dialog.getByRole("status")).not.toBeEmpty(); // how many there are
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/admin\/orders\//);

  await tabTo(page, "a", begins(say("common.nav.adminApplications")));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/admin\/applications/);
  const detail = page.getByTestId("application-detail");
  await pressAt(page, ["button", begins(business)], () =>
    expect(detail.getByRole("heading", { name: business })).toBeVisible({ timeout: 3_000 }),
  );
  const approve = whole(say("admin.applications.approve"));
  await pressAt(page, ["button", approve], opened);
  await escapes(page, dialog, approve);
  await page.keyboard.press("Enter");
  await opened();
  await tabTo(page, "button", approve);
  await page.keyboard.press("Enter");
  await says(operator, say("admin.applications.done.approved", { name: business }));
  await keepsFocus(page);

  await tabTo(page, "a", begins(say("common.nav.adminDisputes")));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/admin\/disputes/);
  const decide = whole(say("desk.disputes.decide"));
  await pressAt(page, ["button", decide], opened);
  await escapes(page, dialog, decide);
  await page.keyboard.press("Enter");
  await opened();
  await tabTo(page, "input", begins(say("desk.disputes.refund")));
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("radio", { name: say("desk.disputes.refuse") })).toBeChecked();
  await tabTo(page, "textarea", begins(say("desk.disputes.reason")));
  await page.keyboard.type("Fotoğrafta çorba dumanı tütüyor.");
  await tabTo(page, "button", whole(say("desk.disputes.confirm")));
  await page.keyboard.press("Enter");
  await says(operator, say("desk.disputes.done"));
  await keepsFocus(page);
});
