// Money as the customer sees it: paid from the wallet, by card, by both; refused, asked about by the bank, given back, sent on.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  branchOf,
  cardOf,
  expect,
  live,
  move,
  type Person,
  picture,
  placeOrder,
  shows,
  simpleProducts,
  tapUntil,
  test,
} from "./people.ts";

test("credit pays for an order", async ({ customer }) => {
  await hasCredit(customer, 300_000);
  await toCheckout(customer);
  const { page } = customer;
  const before = await balanceOf(customer);
  await page.getByText("Cüzdan bakiyemi kullan").click();
  await expect(page.getByText("Tamamı cüzdanından ödenecek.")).toBeVisible();
  await expect(page.getByTestId("split")).toContainText("Kalan₺0,00");
  await picture(customer, "customer-checkout-credit-390");
  await page.getByRole("button", { name: /^Sipariş ver/ }).dblclick(); // pays once
  const order = await orderOn(customer);
  await shows(customer, "NEW");
  await expect(page.getByTestId("money")).toHaveAttribute("data-status", "paid");
  expect(before - (await balanceOf(customer))).toBe(order.total_minor);

  await page.goto("/wallet");
  const line = page.getByTestId("transaction").first();
  await expect(line).toHaveAttribute("data-kind", "order_payment");
  await line.getByRole("link", { name: `Sipariş ${order.number}` }).click();
  await page.waitForURL(`**/orders/${order.id}`);
  await page.getByRole("button", { name: "Siparişi iptal et" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "İptal et" }).click();
  await shows(customer, "CANCELED_BY_USER");
  await expect(page.getByTestId("money")).toHaveAttribute("data-status", "refunded");
  expect(await balanceOf(customer)).toBe(before);
});

test("credit pays a part and a card the rest", async ({ customer, vendor }) => {
  await leavesOnly(customer, 3_000);
  await vendor.page.goto("/vendor");
  await live(vendor);
  await toCheckout(customer);
  const { page } = customer;
  await page.getByText("Cüzdan bakiyemi kullan").click();
  await page.getByRole("radio", { name: /^Kartla şimdi/ }).check();
  await page.getByRole("button", { name: /^Ödemeye geç/ }).click();
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}\/pay/);
  const order = await orderOn(customer);
  expect(order).toMatchObject({ payment_method: "card", wallet_minor: 3_000, payment_status: "pending" });
  expect(await balanceOf(customer)).toBe(0);
  await expect(cardOf(vendor, order.id)).toBeHidden(); // nobody cooks what is not paid

  const leaks = leaksOf(page, "4242424242424242");
  await page.reload(); // paying survives it
  await payWith(page, "Onaylanır");
  await page.waitForURL(`**/orders/${order.id}`);
  await shows(customer, "NEW");
  await expect(page.getByTestId("money")).toHaveAttribute("data-status", "paid");
  await expect(cardOf(vendor, order.id)).toBeVisible();
  expect(leaks()).toEqual([]);
  await end(vendor, order.id);
});

test("a card that is declined, then one that is good", async ({ customer }) => {
  const { page } = customer;
  const order = await placeOrder(customer, { payment_method: "card" });
  await page.goto("/orders");
  await page.getByRole("link", { name: "Öde", exact: true }).first().click();
  await page.waitForURL(`**/orders/${order.id}/pay`);
  await payWith(page, "Reddedilir");
  await expect(page.getByText(/Bankan bu kartı reddetti/)).toBeVisible();
  await picture(customer, "customer-pay-declined-390");
  await payWith(page, "Onaylanır");
  await page.waitForURL(`**/orders/${order.id}`);
  await shows(customer, "NEW");
  await page.goto(`/orders/${order.id}/pay`); // what is paid is not paid again
  await page.waitForURL(`**/orders/${order.id}`);
});

test("the bank asks, and its answer counts", async ({ customer }) => {
  const { page } = customer;
  const order = await placeOrder(customer, { payment_method: "card" });
  await page.goto(`/orders/${order.id}`);
  await page.getByRole("link", { name: "Şimdi öde" }).click();
  await page.waitForURL(`**/orders/${order.id}/pay`);
  await payWith(page, "Banka onay ister");
  await page.waitForURL(/\/payments\/[0-9a-f-]{36}\/challenge/);
  await page.getByRole("button", { name: "Reddet" }).click();
  await page.waitForURL(`**/orders/${order.id}/pay`);
  await expect(page.getByText(/Banka onayı tamamlanmadı/)).toBeVisible();
  await payWith(page, "Banka onay ister");
  await page.waitForURL(/\/payments\/[0-9a-f-]{36}\/challenge/);
  await page.getByRole("button", { name: "Onayla" }).click();
  await page.waitForURL(`**/orders/${order.id}`);
  await shows(customer, "NEW");
  await expect(page.getByTestId("money")).toHaveAttribute("data-status", "paid");
});

test("credit is added by card", async ({ customer }) => {
  const { page } = customer;
  const before = await balanceOf(customer);
  await page.goto("/wallet");
  await live(customer);
  await page.getByRole("button", { name: "Kredi ekle" }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("textbox", { name: "Tutar" }).fill("0,50");
  await sheet.getByRole("button", { name: "Kartla öde" }).click();
  await expect(sheet.getByText(/arasında bir tutar yaz/)).toBeVisible();
  await sheet.getByRole("button", { name: "₺500", exact: true }).click();
  await sheet.getByRole("button", { name: "Kartla öde" }).click();
  await payWith(page, "Sonucu sonra gelir");
  await expect(page.getByTestId("payment-processing")).toBeVisible();
  await expect(page.getByTestId("credit-added")).toBeVisible({ timeout: 30_000 });
  await sheet.getByRole("button", { name: "Tamam" }).click();
  await expect(page.getByTestId("balance")).toHaveAttribute("data-minor", String(before + 50_000));
  await expect(page.getByTestId("transaction").first()).toHaveAttribute("data-kind", "funding");
});

test("a refund into the wallet is seen as it comes", async ({ customer, vendor }) => {
  await hasCredit(customer, 300_000);
  const order = await placeOrder(customer, { payment_method: "wallet", type: "pickup", address: null });
  await move(vendor, order.id, "CONFIRMED", "PREPARING", "READY", "DELIVERED");
  const { page } = customer;
  await page.goto(`/orders/${order.id}`);
  await expect(page.getByTestId("money")).toHaveAttribute("data-status", "paid");
  const wallet = await page.context().newPage();
  await wallet.goto("/wallet");
  await live({ ...customer, page: wallet });
  await page.bringToFront();
  const before = await balanceOf(customer);

  const refund = await vendor.api.post(`/api/orders/${order.id}/refunds`, {
    headers: { "Idempotency-Key": randomUUID() },
    data: { amount_minor: 1_500, to: "wallet", reason: "Bir ürün eksikti" },
  });
  expect(refund.status()).toBe(201);
  await expect(page.getByTestId("refund")).toContainText("Bir ürün eksikti", { timeout: 10_000 });
  await expect(page.getByTestId("money")).toHaveAttribute("data-status", "partly_refunded");
  await expect(page.getByText("₺15,00 cüzdanına iade edildi")).toBeVisible();
  await picture(customer, "customer-refund-390");
  await expect(wallet.getByTestId("balance")).toHaveAttribute("data-minor", String(before + 1_500), {
    timeout: 10_000,
  });
  await expect(wallet.getByTestId("transaction").first()).toHaveAttribute("data-kind", "refund");
  await wallet.close();
});

test("credit is sent to a neighbour, who sees it come", async ({ customer, neighbour }) => {
  await hasCredit(customer, 5_000);
  const mine = await balanceOf(customer);
  const theirs = await balanceOf(neighbour);
  await neighbour.page.goto("/wallet");
  await live(neighbour);
  const { page } = customer;
  await page.goto("/wallet");
  await live(customer);
  await page.getByRole("button", { name: "Kredi gönder" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("textbox", { name: "Kime" }).fill("customer2@kapgel.test");
  await sheet.getByRole("textbox", { name: "Tutar" }).fill("12,50");
  await sheet.getByRole("textbox", { name: /^Not/ }).fill("Kahve için");
  await sheet.getByRole("button", { name: "Devam et" }).click();
  await expect(sheet.getByText("customer2@kapgel.test")).toBeVisible();
  await page.waitForTimeout(700); // sooner than this a click is the second half of a double click
  await sheet.getByRole("button", { name: "₺12,50 gönder" }).dblclick();
  await expect(sheet).toBeHidden();
  await expect(page.getByTestId("balance")).toHaveAttribute("data-minor", String(mine - 1_250));
  await picture(customer, "customer-wallet-390");
  await expect(neighbour.page.getByTestId("balance")).toHaveAttribute("data-minor", String(theirs + 1_250));
  await expect(neighbour.page.getByTestId("transaction").first()).toContainText("Kahve için");
});

type Placed = {
  id: string;
  number: string;
  total_minor: number;
  wallet_minor: number;
  payment_method: string;
  payment_status: string;
};

async function balanceOf({ api }: Person): Promise<number> {
  return ((await (await api.get("/api/wallet")).json()) as { balance_minor: number }).balance_minor;
}

/** The order whose page is open. */
async function orderOn({ page, api }: Person): Promise<Placed> {
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  const id = /[0-9a-f-]{36}/.exec(page.url())?.[0];
  return (await (await api.get(`/api/orders/${id}`)).json()) as Placed;
}

/** Puts one product in the cart, as a person does, and goes to the checkout. */
async function toCheckout({ page, api }: Person) {
  const [product] = await simpleProducts(api, (await branchOf(api)).id);
  await page.goto("/v/moda-lezzet");
  const dish = page
    .getByTestId("product")
    .filter({ hasText: product?.name })
    .first()
    .getByRole("button")
    .first();
  const sheet = page.getByRole("dialog");
  await tapUntil(dish, () => expect(sheet).toBeVisible({ timeout: 3_000 }));
  await sheet.getByRole("button", { name: /^Ekle/ }).click();
  await page.getByRole("link", { name: /Sepete git/ }).click();
  await page.getByRole("link", { name: "Siparişi tamamla" }).click();
  await page.waitForURL(/\/checkout/);
  await page.getByRole("radio", { name: /^Ev/ }).check();
  await expect(page.getByTestId("total").first()).toBeVisible();
}

/** Fills the form from a test card and pays. */
async function payWith(page: Page, card: string) {
  await tapUntil(page.getByRole("button", { name: new RegExp(`^${card}`) }), () =>
    expect(page.getByLabel("Kart numarası")).not.toHaveValue("", { timeout: 3_000 }),
  );
  await page.getByRole("button", { name: /^₺.* öde$/ }).click();
}

/** Watches what leaves the page from now on; answers the requests that carried this text. */
function leaksOf(page: Page, text: string): () => string[] {
  const leaks: string[] = [];
  page.on("request", (request) => {
    const sent = `${request.url()} ${request.postData() ?? ""}`.replace(/\D/g, "");
    if (sent.includes(text)) leaks.push(request.url());
  });
  return () => leaks;
}

/** Makes sure that a wallet holds at least this much: bought with a good card. */
async function hasCredit(person: Person, least: number) {
  const missing = least - (await balanceOf(person));
  if (missing <= 0) return;
  const post = async (path: string, data: Record<string, unknown>) => {
    const answer = await person.api.post(path, { headers: { "Idempotency-Key": randomUUID() }, data });
    expect(answer.ok()).toBe(true);
    return (await answer.json()) as { id: string };
  };
  const { id } = await post("/api/wallet/fundings", {
    amount_minor: Math.max(missing, 100),
    payment_method: "card",
  });
  await post(`/api/payments/${id}/start`, {});
  await post(`/api/payments/${id}/confirm`, { card_token: "tok_ok" });
  expect(await balanceOf(person)).toBeGreaterThanOrEqual(least);
}

/** Leaves exactly this much in a customer's wallet: the rest goes to the neighbour. */
async function leavesOnly(person: Person, minor: number) {
  await hasCredit(person, minor);
  const amount_minor = (await balanceOf(person)) - minor;
  if (amount_minor === 0) return;
  const sent = await person.api.post("/api/wallet/transfers", {
    headers: { "Idempotency-Key": randomUUID() },
    data: { to_email: "customer2@kapgel.test", amount_minor },
  });
  expect(sent.status()).toBe(201);
}

/** Takes an order off the board again. */
async function end({ api }: Person, id: string) {
  const data = { to: "REJECTED", reason: "Deneme bitti" };
  expect((await api.post(`/api/orders/${id}/transitions`, { data })).status()).toBe(200);
}
