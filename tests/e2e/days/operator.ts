// An operator's day: a business is let in, an order and its customer are found, looked at without touching, a problem is decided, and all of it
// is on record.
import { randomUUID } from "node:crypto";
import { expect, type People, picture, shows, tapUntil } from "../people.ts";
import { applies, complains, spoiledOrder } from "../problems.ts";

export async function operatorsDay({
  stranger,
  customer,
  vendor,
  operator,
}: Pick<People, "stranger" | "customer" | "vendor" | "operator">) {
  const { page, say } = operator;
  const business = await applies(stranger);
  const order = await spoiledOrder({ customer, vendor });
  await complains(customer, order.id);

  await page.goto("/admin");
  await expect(page.locator('[data-testid="decision"][data-kind="disputes"]')).toBeVisible();
  await picture(operator, "day-operator-overview");
  await letsIn();
  await findsAndLooks();
  await decides();
  await isOnRecord();

  async function letsIn() {
    await page.locator('[data-testid="decision"][data-kind="applications"]').getByRole("link").click();
    await page.waitForURL(/\/admin\/applications/);
    const detail = page.getByTestId("application-detail");
    await tapUntil(page.getByTestId("application").filter({ hasText: business }), () =>
      expect(detail.getByRole("heading", { name: business })).toBeVisible({ timeout: 3_000 }),
    );
    await picture(operator, "day-operator-application");
    await detail.getByRole("button", { name: say("admin.applications.approve") }).click();
    const ask = page.getByRole("dialog");
    await picture(operator, "day-operator-approve");
    await ask.getByRole("button", { name: say("admin.applications.approve") }).click();
    await expect(page.getByText(say("admin.applications.done.approved", { name: business }))).toBeVisible();
    await stranger.page.goto("/apply");
    await expect(stranger.page.getByText(say("shop.apply.alreadyVendor"))).toBeVisible();
    await stranger.page.goto("/vendor");
    await expect(stranger.page.getByRole("heading", { name: say("vendor.start.menuTitle") })).toBeVisible();
    await picture(stranger, "day-operator-applicant");
  }

  async function findsAndLooks() {
    const field = page.getByRole("combobox", { name: say("desk.search.label") });
    await expect(async () => {
      if (operator.look.device === "phone") await page.getByTestId("desk-search").click();
      else await page.keyboard.press("Control+k");
      await expect(field).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await finds(`#${order.number}`, order.number);
    await picture(operator, "day-operator-search");
    await finds("customer@kapgel.test", "customer@kapgel.test");
    await page.keyboard.press("Enter");
    const person = page.getByTestId("person");
    await expect(person).toHaveAttribute("data-suspended", "false");
    await picture(operator, "day-operator-person");

    await page.getByRole("button", { name: say("desk.person.look") }).click();
    await page.locator("textarea[name=reason]").fill("Siparişi görünmüyor");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: say("desk.person.look") })
      .click();
    const banner = page.getByTestId("viewing");
    await expect(banner).toBeVisible();
    await page.goto(`/orders/${order.id}`);
    await shows(operator, "DELIVERED");
    await picture(operator, "day-operator-viewing");
    const refused = await operator.api.post(`/api/orders/${order.id}/disputes`, {
      data: { kind: "late", text: "Deneme" },
    });
    expect([refused.status(), (await refused.json()).code]).toEqual([403, "VIEW_ONLY"]);
    operator.refusals.push(/403 .*\/api\/orders\//); // what the page was just reading when the look ended
    await banner.getByRole("button").click();
    await expect(person).toBeVisible();
    await expect(banner).toHaveCount(0);

    async function finds(text: string, typed: string) {
      await field.fill(typed);
      const hit = page.getByRole("option").filter({ hasText: text }).first();
      await expect(hit).toHaveAttribute("aria-selected", "true");
    }
  }

  async function decides() {
    await page.goto("/admin/disputes");
    const about = page.getByRole("link", { name: say("desk.disputes.order", { number: order.number }) });
    const sheet = page.getByRole("dialog");
    await tapUntil(about.locator("..").getByRole("button", { name: say("desk.disputes.decide") }), () =>
      expect(sheet).toBeVisible({ timeout: 3_000 }),
    );
    await sheet.getByRole("radio", { name: say("desk.disputes.refund"), exact: true }).check();
    await sheet.locator("textarea[name=reason]").fill(`Soğuk gelmiş ${randomUUID()}`);
    await picture(operator, "day-operator-dispute");
    await sheet.getByRole("button", { name: say("desk.disputes.confirm") }).click();
    await expect(sheet).toBeHidden();
    await expect(customer.page.getByTestId("dispute")).toHaveAttribute("data-state", "resolved", {
      timeout: 20_000,
    });
    await picture(customer, "day-operator-decided-customer");
  }

  async function isOnRecord() {
    await page.goto("/admin/audit");
    const done = ["dispute.refunded", "impersonation.ended", "impersonation.started", "application.approved"];
    for (const action of done) {
      await expect(page.locator(`[data-action="${action}"]`).first()).toBeVisible();
    }
    await picture(operator, "day-operator-audit");
    const check = page.getByRole("button", { name: say("desk.audit.check") });
    const whole = page.getByRole("alert").or(page.getByRole("status"));
    const words = say("desk.audit.whole", { count: 1 }).split(", ").at(-1) ?? ""; // however many there are by now
    await tapUntil(check, () => expect(whole.filter({ hasText: words })).toBeVisible({ timeout: 5_000 }));
  }
}
