// A customer's day: who never was here says where they live, finds a restaurant, chooses, signs up on the way, orders, watches it come,
// says how it was, orders the same again and keeps the receipt.
import { randomUUID } from "node:crypto";
import { expect, live, move, onShift, type People, picture, shows } from "../people.ts";
import { dishOf, giveToCourier, openDish, orderOn, placeButton, toCart, toCheckout } from "../shopping.ts";
import { begins } from "../words.ts";

const DISH = "Adana Menü"; // with a drink to choose, and extras

export async function customersDay({
  stranger,
  vendor,
  courier,
}: Pick<People, "stranger" | "vendor" | "courier">) {
  const { page, say } = stranger;
  await onShift(courier);

  // Where to?
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("shop.home.title"));
  const field = page.getByRole("combobox", { name: say("shop.place.search") });
  const found = page.getByRole("option", { name: /Caferağa/ }).first();
  await expect(async () => {
    await field.fill("");
    await field.fill("cafera");
    await expect(found).toBeVisible({ timeout: 5_000 });
  }).toPass(); // on a slow machine a page can be seen before it listens
  await found.click();
  await picture(stranger, "day-customer-place");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: say("shop.place.use") })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Caferağa");
  await picture(stranger, "day-customer-home");

  // What?
  await page.locator('a[href^="/v/moda-lezzet"]').first().click();
  await page.waitForURL(/\/v\/moda-lezzet/);
  await expect(dishOf(stranger, DISH)).toBeVisible();
  await picture(stranger, "day-customer-menu");
  const sheet = await openDish(stranger, DISH);
  await sheet.getByRole("radio", { name: "Şalgam" }).check();
  await sheet.getByRole("checkbox", { name: "Ezme" }).check();
  await picture(stranger, "day-customer-dish");
  await toCart(stranger);
  const line = page.getByTestId("cart-line");
  await expect(line).toContainText("Şalgam");
  await picture(stranger, "day-customer-cart");

  // Who?
  await toCheckout(stranger);
  await page.waitForURL(/\/sign-in\?next/);
  await page.locator('a[href^="/sign-up?next"]').first().click();
  await page.waitForURL(/\/sign-up\?next/);
  const send = page.getByRole("button", { name: say("auth.signUp"), exact: true });
  await expect(async () => {
    await page.locator("input[name=full_name]").fill("Çiğdem Öztürk");
    await page.locator("input[name=email]").fill(`${randomUUID()}@kapgel.test`);
    await page.locator("input[name=phone]").fill("0532 123 45 67");
    await page.locator("input[name=password]").fill("çok-gizli-bir-parola");
    await picture(stranger, "day-customer-sign-up");
    await send.click();
    await page.waitForURL(/\/checkout/, { timeout: 20_000 });
  }).toPass();

  // How?
  await page.locator("textarea[name=details]").fill("Şair Nefi Sok. 21/4, zil: Öztürk");
  await page.getByRole("checkbox", { name: say("shop.checkout.keepAddress") }).check();
  await expect(placeButton(stranger)).toBeEnabled();
  await picture(stranger, "day-customer-checkout");
  await placeButton(stranger).click();
  const first = await orderOn(stranger);
  await shows(stranger, "NEW");
  await live(stranger);
  await picture(stranger, "day-customer-new");

  // Each change is seen, and said, by itself.
  const status = page.getByTestId("order-status");
  await expect(status).toHaveRole("status");
  const passes = async (to: "CONFIRMED" | "READY" | "ON_ROUTE" | "DELIVERED") => {
    await shows(stranger, to);
    await expect(status).toHaveText(say(`shop.track.status.${to}`));
  };
  await move(vendor, first, "CONFIRMED");
  await passes("CONFIRMED");
  await move(vendor, first, "PREPARING", "READY");
  await passes("READY");
  await giveToCourier(vendor, courier, first);
  await move(courier, first, "PICKED_UP", "ON_ROUTE");
  await passes("ON_ROUTE");
  await expect(page.getByTestId("handover-code")).toBeVisible();
  await picture(stranger, "day-customer-on-route");
  await move(courier, first, "DELIVERED");
  await passes("DELIVERED");

  // How was it?
  const review = page.getByTestId("review");
  const five = page.getByRole("radio", { name: say("shop.review.stars", { count: 5 }) });
  await review.locator("label").filter({ has: five }).click();
  await review.getByRole("textbox").fill("Közde biberi unutmamışlar, teşekkürler İstanbul’dan!");
  await picture(stranger, "day-customer-review");
  await review.getByRole("button", { name: say("shop.review.send") }).click();
  await expect(review.getByRole("button", { name: say("shop.review.edit") })).toBeVisible();

  // The same again: the cart, the address and the way are known.
  await page.getByRole("button", { name: say("shop.orders.again") }).click();
  await page.waitForURL(/\/cart/);
  await expect(line).toHaveCount(1);
  await expect(line).toContainText("Ezme");
  await toCheckout(stranger);
  await page.waitForURL(/\/checkout/);
  await expect(page.getByRole("radio", { name: begins("Caferağa") })).toBeChecked();
  await expect(placeButton(stranger)).toBeEnabled();
  await picture(stranger, "day-customer-second");
  await placeButton(stranger).click();
  await page.waitForURL((url) => url.pathname.startsWith("/orders/") && !url.pathname.includes(first));
  const second = await orderOn(stranger);
  await shows(stranger, "NEW");
  await move(stranger, second, "CANCELED_BY_USER");

  // The list has both, and the first one's receipt.
  await page.goto("/orders");
  const cards = page.getByTestId("order-card");
  await expect(cards).toHaveCount(2);
  await picture(stranger, "day-customer-orders");
  await cards.last().getByRole("link", { name: "Moda Lezzet" }).click();
  await page.waitForURL(`**/orders/${first}`);
  await page.getByRole("link", { name: say("shop.track.receipt") }).click();
  const { number } = (await (await stranger.api.get(`/api/orders/${first}`)).json()) as { number: string };
  await expect(page.getByTestId("receipt")).toContainText(number);
  await picture(stranger, "day-customer-receipt");
}
