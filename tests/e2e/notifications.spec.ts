// Being told: the bell and a toast appear by themselves, a choice is respected, an e-mail leads to the order and can be stopped.
import { expect, live, type Person, picture, placeOrder, test } from "./people.ts";

type Caught = { id: string; subject: string };
type Message = { text: string; html: string };
const inbox = `http://127.0.0.1:${new URL(process.env.SMTP_URL ?? "smtp://127.0.0.1:54325").port}`;
const bellOf = ({ page }: Person) => page.getByTestId("bell");
const confirm = async (vendor: Person, id: string) =>
  expect(
    (await vendor.api.post(`/api/orders/${id}/transitions`, { data: { to: "CONFIRMED" } })).status(),
  ).toBe(200);
const choose = async ({ api }: Person, kind: string, choice: Record<string, boolean>) =>
  expect(
    (
      await api.put("/api/notifications/preferences", {
        data: { kinds: [{ kind, in_app: true, push: true, email: true, ...choice }] },
      })
    ).status(),
  ).toBe(200);

test("the customer hears that the order is confirmed, wherever they are", async ({ customer, vendor }) => {
  const { page } = customer;
  await choose(customer, "order_confirmed", {});
  await customer.api.post("/api/notifications/read", { data: { all: true } });
  await page.goto("/wallet"); // a page that is linked live, and not the order's
  await live(customer);
  await expect(bellOf(customer)).toHaveAttribute("data-unread", "0");
  await page.waitForTimeout(2_000); // the bell listens once the page has come to rest
  const order = await placeOrder(customer);
  await confirm(vendor, order.id);

  await expect(page.getByRole("status").getByText("Siparişin onaylandı")).toBeVisible();
  await expect(bellOf(customer)).toHaveAttribute("data-unread", "1");
  await expect(bellOf(customer)).toHaveAccessibleName("Bildirimler, 1 okunmamış");
  await picture(customer, "customer-toast-390");
  await bellOf(customer).click();
  const told = page.getByRole("dialog").getByTestId("notification").first();
  await expect(told).toHaveAttribute("data-kind", "order_confirmed");
  await picture(customer, "customer-bell-390");
  await told.click();
  await page.waitForURL(`**/orders/${order.id}`);
  await expect(bellOf(customer)).toHaveAttribute("data-unread", "0");
  await vendor.api.post(`/api/orders/${order.id}/transitions`, { data: { to: "CANCELED_BY_VENDOR" } });
});

test("what was switched off stays silent", async ({ customer, vendor }) => {
  const { page } = customer;
  await page.goto("/account/notifications");
  const box = page.getByRole("checkbox", { name: "Sipariş onaylandı: Zil" });
  const saved = page.waitForResponse(
    (answer) =>
      answer.url().endsWith("/api/notifications/preferences") && answer.request().method() === "PUT",
  );
  await box.uncheck();
  expect((await saved).status()).toBe(200);
  await picture(customer, "customer-preferences-390");
  await page.reload();
  await expect(box).not.toBeChecked();
  await customer.api.post("/api/notifications/read", { data: { all: true } });

  const order = await placeOrder(customer);
  await confirm(vendor, order.id);
  // What comes after it in the order's stream shows that it was told of, or not.
  await vendor.api.post(`/api/orders/${order.id}/transitions`, { data: { to: "CANCELED_BY_VENDOR" } });
  await expect(bellOf(customer)).toHaveAttribute("data-unread", "1");
  await bellOf(customer).click();
  await expect(page.getByTestId("notification").first()).toHaveAttribute("data-kind", "order_cancelled");
  const { data } = (await (await customer.api.get("/api/notifications")).json()) as {
    data: { kind: string; data: { order_id: string } }[];
  };
  expect(data.filter((told) => told.data.order_id === order.id).map(({ kind }) => kind)).toEqual([
    "order_cancelled",
  ]);
  await choose(customer, "order_confirmed", {});
});

test("an e-mail leads to the order, and its last link stops such e-mails", async ({
  customer,
  vendor,
  browser,
}) => {
  const { page, api } = customer;
  await choose(customer, "order_confirmed", {});
  const order = await placeOrder(customer);
  await confirm(vendor, order.id);
  const mailOf = async () => {
    const { data } = (await (await api.get(`${inbox}/messages?to=customer@kapgel.test`)).json()) as {
      data: Caught[];
    };
    return data.find(({ subject }) => subject.includes(order.number));
  };
  await expect.poll(mailOf, { timeout: 30_000 }).toBeTruthy();
  const mail = (await (await api.get(`${inbox}/messages/${(await mailOf())?.id}`)).json()) as Message;
  const links = [...mail.text.matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link));
  const linkTo = (path: RegExp) => {
    const link = links.find(({ pathname }) => path.test(pathname));
    return `${link?.pathname}${link?.search}`;
  };

  await page.goto(linkTo(/^\/orders\//));
  await expect(page.getByTestId("order-status")).toHaveAttribute("data-status", "CONFIRMED");
  expect(page.url()).toContain(order.id);

  const stranger = await browser.newPage({ viewport: { width: 390, height: 844 } }); // the link is enough
  await stranger.goto(new URL(linkTo(/unsubscribe/), page.url()).href);
  await stranger.getByRole("button", { name: "E-postaları durdur" }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("E-postalar durduruldu");
  await stranger.screenshot({ path: "test-results/pictures/customer-unsubscribed-390.png" });
  await stranger.getByRole("button", { name: "Geri al" }).click();
  await expect(stranger.getByRole("button", { name: "E-postaları durdur" })).toBeVisible();
  await stranger.close();
  await vendor.api.post(`/api/orders/${order.id}/transitions`, { data: { to: "CANCELED_BY_VENDOR" } });
});
