// A vendor's day: the branch opens, an order is made and handed over, a dish sells out, the kitchen gets busy, a customer gets money back,
// and the branch closes. At each step the customer sees what it means for them.
import { formatMinutes } from "../../../lib/format/time.ts";
import {
  branchOf,
  cardOf,
  column,
  expect,
  HOME,
  live,
  livesAt,
  move,
  type People,
  picture,
  placeOrder,
  says,
  shows,
  step,
  tapUntil,
} from "../people.ts";
import { cook, dishOf, stockOf } from "../shopping.ts";

const DISH = "Künefe";

export async function vendorsDay({ customer, vendor }: Pick<People, "customer" | "vendor">) {
  const { page, say } = vendor;
  const { id: branch } = await branchOf(vendor.api);
  const pace = (wish: Record<string, unknown>) =>
    vendor.api.put(`/api/vendor/branches/${branch}/pace`, { data: wish });
  const yesterdays = await placeOrder(customer, { type: "pickup", address: null });
  await cook(vendor, yesterdays.id);
  await move(vendor, yesterdays.id, "DELIVERED");
  expect((await pace({ mode: "paused", until: "opening" })).status()).toBe(200); // as the evening left it
  const dish = await stockOf(vendor, DISH);
  await livesAt(customer.page.context());
  try {
    await opens();
    await serves();
    await sellsOut();
    await isBusy();
    await givesBack();
    await closes();
  } finally {
    await dish.restore();
    await pace({ mode: "normal" });
  }

  async function opens() {
    await sees("closed");
    await page.goto("/vendor");
    await live(vendor);
    await expect(page.getByText(say("vendor.pace.pausedNow", { branch: "Caferağa" }))).toBeVisible();
    await picture(vendor, "day-vendor-closed");
    await page.getByRole("button", { name: say("vendor.pace.resume") }).click();
    await expect(page.getByText(say("vendor.pace.pausedNow", { branch: "Caferağa" }))).toBeHidden();
    await sees("open");
  }

  async function serves() {
    const { id, number } = await placeOrder(customer, { type: "pickup", address: null });
    await customer.page.goto(`/orders/${id}`);
    await live(customer);
    await expect(cardOf(vendor, id)).toBeVisible();
    const alarm = page.getByTestId("alarm-bar");
    await expect(alarm).toHaveRole("alert");
    await picture(vendor, "day-vendor-new");
    await alarm.getByRole("button", { name: say("vendor.alarm.seen") }).click();
    await expect(alarm).toBeHidden();
    for (const to of ["CONFIRMED", "PREPARING", "READY"] as const) {
      await step(vendor, id, to);
      await says(vendor, say("vendor.live.moved", { number, status: say(`orders.status.${to}`) }));
      await shows(customer, to);
      await column(vendor, to);
    }
    await picture(vendor, "day-vendor-ready");
    await step(vendor, id, "DELIVERED");
    await shows(customer, "DELIVERED");
    await expect(cardOf(vendor, id)).toBeHidden();
  }

  async function sellsOut() {
    await page.getByRole("link", { name: say("common.nav.vendorMenu"), exact: true }).click();
    await page.waitForURL(/\/vendor\/menu/);
    const row = page.getByTestId("product-row").filter({ hasText: DISH });
    const field = page.getByRole("searchbox", { name: say("vendor.menu.search") });
    await expect(async () => {
      await field.fill(DISH);
      await expect(page.getByTestId("product-row")).toHaveCount(1, { timeout: 3_000 });
    }).toPass();
    await row
      .getByRole("combobox")
      .first()
      .selectOption({ label: say("vendor.menu.counted") });
    const count = row.getByRole("textbox").first();
    await count.fill("0");
    await count.press("Enter");
    await expect(count).toHaveValue("0");
    await picture(vendor, "day-vendor-sold-out");
    await customer.page.goto("/v/moda-lezzet");
    await expect(dishOf(customer, DISH)).toContainText(say("shop.menu.soldOut"));
    await expect(dishOf(customer, DISH).getByRole("button")).toBeDisabled();
    await dishOf(customer, DISH).scrollIntoViewIfNeeded();
    await picture(customer, "day-vendor-sold-out-customer");
  }

  async function isBusy() {
    const usual = await minutes();
    await page.getByRole("link", { name: say("common.nav.vendorBoard"), exact: true }).click();
    await tapUntil(page.getByTestId("pace"), () =>
      expect(page.getByRole("dialog")).toBeVisible({ timeout: 3_000 }),
    );
    await picture(vendor, "day-vendor-pace");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: say("vendor.pace.extra", { minutes: 20 }) })
      .click();
    await says(vendor, say("vendor.pace.busyNow", { branch: "Caferağa", minutes: 20 }));
    expect(await minutes()).toBe(usual + 20);
    await customer.page.reload();
    await expect(
      customer.page.getByText(formatMinutes(usual + 20, customer.look.locale)).first(),
    ).toBeVisible();
    await page.getByRole("button", { name: say("vendor.pace.calm") }).click();
    await expect.poll(minutes).toBe(usual);
  }

  async function givesBack() {
    await page.getByRole("button", { name: say("vendor.board.past") }).click();
    await page.getByRole("dialog").getByText(`#${yesterdays.number}`).click();
    await page.getByTestId("refund").click();
    await page.getByRole("button", { name: say("vendor.refund.reasons.quality") }).click();
    await picture(vendor, "day-vendor-refund");
    const confirm = page.getByTestId("refund-confirm");
    await tapUntil(page.getByTestId("refund-next"), () => expect(confirm).toBeVisible({ timeout: 2_000 }));
    await picture(vendor, "day-vendor-refund-ask");
    await tapUntil(confirm, () => expect(page.getByTestId("refund-done")).toBeVisible({ timeout: 3_000 })); // sooner than a moment a tap is the second half of a double tap
    await page.getByRole("button", { name: say("vendor.refund.close") }).click();
    await page.keyboard.press("Escape");
    await customer.page.goto(`/orders/${yesterdays.id}`);
    await expect(customer.page.getByTestId("refund")).toContainText(say("vendor.refund.reasons.quality"));
    await customer.page.getByTestId("money").scrollIntoViewIfNeeded();
    await picture(customer, "day-vendor-refund-customer");
  }

  async function closes() {
    await tapUntil(page.getByTestId("pace"), () =>
      expect(page.getByRole("dialog")).toBeVisible({ timeout: 3_000 }),
    );
    await page
      .getByRole("dialog")
      .getByRole("button", { name: say("vendor.pace.untilOpening") })
      .click();
    await says(vendor, say("vendor.pace.pausedNow", { branch: "Caferağa" }));
    await sees("closed");
    await picture(customer, "day-vendor-closed-customer");
  }

  /** What the customer's page says of the branch. */
  async function sees(state: "open" | "closed") {
    await customer.page.goto("/v/moda-lezzet");
    const badge = customer.page
      .locator("#content")
      .getByText(customer.say(`shop.vendor.${state}`), { exact: true });
    await expect(badge.first()).toBeVisible();
  }

  async function minutes(): Promise<number> {
    const asked = await customer.api.get(`/api/vendors/moda-lezzet?lat=${HOME.lat}&lng=${HOME.lng}`);
    const { branches } = (await asked.json()) as { branches: { eta_minutes: number }[] };
    return branches[0]?.eta_minutes ?? 0;
  }
}
