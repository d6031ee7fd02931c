// On a network that is slow, that breaks in the middle of what somebody does, or loses the answer: nothing typed is lost, nothing is done
// twice, and there is always a way on.
import { randomUUID } from "node:crypto";
import { keysSent, liveLink, losesAnswer, slowed } from "./networks.ts";
import {
  cardOf,
  expect,
  live,
  move,
  type Person,
  placeOrder,
  says,
  shows,
  signIn,
  tapUntil,
  test,
} from "./people.ts";
import { openDish, orderOn, placeButton, stockOf, toCart } from "./shopping.ts";

const DISH = "Kıymalı Pide"; // of which no evening has too few

test("a sign-up survives a lost network and a slow one", async ({ stranger }) => {
  const { page, say } = stranger;
  const email = `${randomUUID()}@kapgel.test`;
  const values = { full_name: "Şule Iğdır", email, phone: "0532 123 45 67", password: "uzun-bir-parola" };
  await page.goto("/sign-up");
  const send = page.getByRole("main").getByRole("button", { name: say("auth.signUp") });
  await tapUntil(send, () =>
    expect(page.getByText(say("auth.invalid.full_name"))).toBeVisible({ timeout: 3_000 }),
  );
  for (const [name, value] of Object.entries(values)) await page.locator(`input[name=${name}]`).fill(value);

  await page.context().setOffline(true);
  await send.click();
  await says(stranger, say("errors.NETWORK"));
  for (const [name, value] of Object.entries(values))
    await expect(page.locator(`input[name=${name}]`)).toHaveValue(value);
  await page.context().setOffline(false);
  await slowed(page);
  await send.dblclick();
  await page.waitForURL((url) => url.pathname === "/", { timeout: 120_000 });
  await signIn(stranger.api, email, values.password);
});

test("a sign-up whose answer is lost shows the way in", async ({ stranger }) => {
  const { page, say } = stranger;
  stranger.refusals.push(/400 .*\/api\/auth\/sign-up/);
  const email = `${randomUUID()}@kapgel.test`;
  await page.goto("/sign-up?next=/wallet");
  const send = page.getByRole("main").getByRole("button", { name: say("auth.signUp") });
  await tapUntil(send, () =>
    expect(page.getByText(say("auth.invalid.full_name"))).toBeVisible({ timeout: 3_000 }),
  );
  await page.locator("input[name=full_name]").fill("Şule Iğdır");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill("uzun-bir-parola");
  await losesAnswer(page, "/api/auth/sign-up");
  await send.click();
  await says(stranger, say("errors.NETWORK"));
  await page.context().clearCookies({ name: /^kapgel_/ }); // they came with the answer
  await send.click();
  await expect(page.getByText(say("auth.emailTaken"))).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: say("auth.signIn") })
    .click();
  await page.waitForURL(/\/sign-in\?next/); // its fields have the same names
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill("uzun-bir-parola");
  await page
    .getByRole("main")
    .getByRole("button", { name: say("auth.signIn"), exact: true })
    .click();
  await page.waitForURL(/\/wallet/);
});

test("a double tap on a slow network is one order", async ({ customer }) => {
  await hasCart(customer);
  const { page } = customer;
  const keys = keysSent(page, "/api/orders");
  const placed = await placedSince(customer);
  await slowed(page);
  await page.goto("/checkout");
  await page.getByRole("radio", { name: /^Ev/ }).check({ timeout: 60_000 });
  await expect(placeButton(customer)).toBeEnabled({ timeout: 60_000 });
  await placeButton(customer).dblclick();
  const id = await orderOn(customer);
  expect(await placed()).toEqual([id]);
  expect(new Set(keys).size).toBe(1);
  await move(customer, id, "CANCELED_BY_USER");
});

test("an order that was sent into nothing, and one whose answer was lost, is one order", async ({
  customer,
}) => {
  await hasCart(customer);
  const { page, say } = customer;
  const keys = keysSent(page, "/api/orders");
  const placed = await placedSince(customer);
  await page.goto("/checkout");
  const note = page.getByRole("textbox", { name: say("shop.checkout.note") });
  await page.getByRole("radio", { name: /^Ev/ }).check();
  await note.fill("Zil bozuk, lütfen ara");
  await expect(placeButton(customer)).toBeEnabled();

  await page.context().setOffline(true); // it never arrives
  await placeButton(customer).click();
  await says(customer, say("errors.NETWORK"));
  await expect(note).toHaveValue("Zil bozuk, lütfen ara");
  await page.context().setOffline(false);

  await expect(page.getByText(say("errors.NETWORK")).first()).toBeVisible(); // still there to be read, and the button to be pressed
  await losesAnswer(page, "/api/orders"); // it arrives, and nobody hears of it
  await placeButton(customer).click();
  await expect.poll(async () => (await placed()).length).toBe(1);
  await says(customer, say("errors.NETWORK"));

  await placeButton(customer).click(); // the same again
  const id = await orderOn(customer);
  await shows(customer, "NEW");
  expect(keys.length).toBe(3);
  expect(new Set(keys).size).toBe(1);
  expect(await placed()).toEqual([id]);
  await move(customer, id, "CANCELED_BY_USER");
});

test("what a vendor typed outlives a failed saving", async ({ vendor }) => {
  const { page, say } = vendor;
  const dish = await stockOf(vendor, DISH);
  const text = `Sıcak, bol fıstıklı. ${randomUUID()}`;
  await page.goto("/vendor/menu");
  const sheet = page.getByRole("dialog");
  await tapUntil(page.getByRole("button", { name: say("vendor.menu.editProduct", { name: DISH }) }), () =>
    expect(sheet).toBeVisible({ timeout: 3_000 }),
  );
  const field = sheet.getByRole("textbox", { name: say("vendor.menu.form.description") });
  const was = await field.inputValue();
  await field.fill(text);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: say("vendor.menu.form.save") }).click();
  await says(vendor, say("errors.NETWORK"));
  await expect(field).toHaveValue(text);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: say("vendor.menu.form.save") }).click();
  await expect(sheet).toBeHidden();
  await says(vendor, say("vendor.menu.form.saved", { name: DISH }));

  // The same of the stock, which is saved on leaving the field.
  const row = page.getByTestId("product-row").filter({ hasText: DISH });
  const policy = row.getByRole("combobox").first();
  await policy.selectOption({ label: say("vendor.menu.counted") });
  await expect(policy).toHaveValue("counted");
  const count = row.getByRole("textbox").first();
  await page.context().setOffline(true);
  await count.fill("17");
  await count.press("Enter");
  await says(vendor, say("errors.NETWORK"));
  await expect(count).toHaveValue("17");
  await page.context().setOffline(false);
  await count.press("Enter");
  await expect.poll(async () => (await stockOf(vendor, DISH)).quantity).toBe(17);
  await dish.restore();
  const undone = await vendor.api.patch(`/api/vendor/products/${dish.id}`, { data: { description: was } });
  expect(undone.status()).toBe(200);
});

test("a board whose live link breaks says so, goes on, and is healed", async ({ customer, vendor }) => {
  const { page, say } = vendor;
  const link = await liveLink(page);
  await page.goto("/vendor");
  await live(vendor);
  const state = page.getByTestId("connection-state").first();

  link.cut();
  await expect(state).toHaveAttribute("data-state", "polling");
  await says(vendor, say("common.connection.polling"));
  const first = await placeOrder(customer);
  await expect(cardOf(vendor, first.id)).toBeVisible(); // by polling
  await move(vendor, first.id, "CONFIRMED");
  await expect(cardOf(vendor, first.id)).toHaveAttribute("data-status", "CONFIRMED");
  await says(
    vendor,
    say("vendor.live.moved", { number: first.number, status: say("orders.status.CONFIRMED") }),
  );

  await page.context().setOffline(true);
  await expect(state).toHaveAttribute("data-state", "offline");
  await says(vendor, say("common.connection.offline"));
  const missed = await placeOrder(customer);
  await move(vendor, first.id, "PREPARING");
  link.mend();
  await page.context().setOffline(false);
  await live(vendor); // by itself, and with what was missed
  await expect(cardOf(vendor, missed.id)).toBeVisible();
  await expect(cardOf(vendor, first.id)).toHaveAttribute("data-status", "PREPARING");

  const after = await placeOrder(customer);
  await expect(cardOf(vendor, after.id)).toBeVisible();
  await move(vendor, first.id, "CANCELED_BY_VENDOR");
  await move(customer, missed.id, "CANCELED_BY_USER");
  await move(customer, after.id, "CANCELED_BY_USER");
  await says(vendor, say("vendor.live.customerCanceled", { number: after.number }));
});

/** Answers which orders a person has placed since now. */
async function placedSince({ api }: Person): Promise<() => Promise<string[]>> {
  const read = async () => {
    const { data } = (await (await api.get("/api/orders?limit=50")).json()) as { data: { id: string }[] };
    return data.map(({ id }) => id);
  };
  const before = await read();
  return async () => (await read()).filter((id) => !before.includes(id));
}

/** One dish in the cart. */
async function hasCart(person: Person) {
  await person.page.goto("/v/moda-lezzet");
  await openDish(person, DISH);
  await toCart(person);
}
