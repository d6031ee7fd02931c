// What waits for an operator: a business that wants to be let in, and a customer whose soup was cold.
import { randomUUID } from "node:crypto";
import {
  branchOf,
  type Caller,
  expect,
  HOME,
  move,
  type Person,
  picture,
  placeOrder,
  shows,
  simpleProducts,
  tapUntil,
} from "./people.ts";
import { cook } from "./shopping.ts";

/** A business of its own applies; answers its name. */
export async function applies({ api }: Person): Promise<string> {
  const name = `Şifalı Çorbacı ${randomUUID().slice(0, 8)}`;
  const signUp = { full_name: "Iğdır İpekçi", email: `${randomUUID()}@kapgel.test`, password: "kapgel-demo" };
  expect((await api.post("/api/auth/sign-up", { data: signUp })).status()).toBe(201);
  const { data } = (await (await api.get("/api/cities/istanbul/districts")).json()) as {
    data: { id: number; name: string }[];
  };
  const application = {
    business_name: name,
    business_type: "restaurant",
    legal_name: "Şifalı Çorba Gıda Ltd. Şti.",
    tax_number: "4812059371",
    tax_office: "Kadıköy",
    iban: "TR539999900000001234567890",
    contact_name: "Iğdır İpekçi",
    contact_phone: "+90 555 050 50 09",
    address_text: "Moda Cad. No: 40, Kadıköy / İstanbul",
    district_id: data.find((district) => district.name === "Kadıköy")?.id,
    ...HOME,
  };
  expect((await api.post("/api/vendor/applications", { data: application })).status()).toBe(201);
  return name;
}

/** An order paid from the wallet that was handed over. */
export async function spoiledOrder({ customer, vendor }: Record<"customer" | "vendor", Caller>) {
  const products = await simpleProducts(customer.api, (await branchOf(customer.api)).id);
  const cheap = products
    .toSorted((a, b) => a.price_minor - b.price_minor)
    .find(({ price_minor }) => price_minor >= 10_000);
  const order = await placeOrder(customer, {
    type: "pickup",
    address: null,
    items: [{ product_id: cheap?.id, quantity: 1 }],
    payment_method: "wallet",
  });
  await cook(vendor, order.id);
  await move(vendor, order.id, "DELIVERED");
  return order;
}

/** Reports a problem with it on its page. */
export async function complains(customer: Person, id: string) {
  const { page, say } = customer;
  await page.goto(`/orders/${id}`);
  await shows(customer, "DELIVERED");
  const sheet = page.getByRole("dialog");
  await tapUntil(page.getByTestId("report-problem"), () => expect(sheet).toBeVisible({ timeout: 3_000 }));
  await sheet.locator("textarea[name=text]").fill("Çorba buz gibiydi.");
  await picture(customer, "day-operator-complaint-customer");
  await sheet.getByRole("button", { name: say("disputes.send"), exact: true }).click();
  await expect(page.getByTestId("dispute")).toHaveAttribute("data-state", "open");
}
