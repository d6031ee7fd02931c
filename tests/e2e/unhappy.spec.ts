// The other ways an order goes: fetched at the counter, rejected, and watched over a link that breaks.
import { liveLink } from "./networks.ts";
import { branchOf, cardOf, expect, live, onShift, picture, placeOrder, shows, step, test } from "./people.ts";

test("an order is fetched at the counter", async ({ customer, vendor }) => {
  await vendor.page.goto("/vendor");
  await live(vendor);
  const { id } = await placeOrder(customer, { type: "pickup", address: null });
  await customer.page.goto(`/orders/${id}`);
  await live(customer);
  await step(vendor, id, "CONFIRMED");
  await shows(customer, "CONFIRMED");
  await step(vendor, id, "PREPARING");
  await step(vendor, id, "READY");
  await shows(customer, "READY");
  await picture(customer, "customer-pickup-390");
  await step(vendor, id, "DELIVERED");
  await shows(customer, "DELIVERED");
});

test("a rejected order gives its stock back", async ({ customer, vendor }) => {
  const branch = await branchOf(customer.api);
  const categories = (await (await vendor.api.get("/api/vendor/categories")).json()) as {
    data: { id: string }[];
  };
  const made = await vendor.api.post("/api/vendor/products", {
    data: { name: "Son iki porsiyon", price_minor: 20_000, category_id: categories.data[0]?.id },
  });
  expect(made.status()).toBe(201);
  const product = (await made.json()) as { id: string };
  const inStock = async () => {
    const menu = await customer.api.get(`/api/branches/${branch.id}/menu`);
    const { categories } = (await menu.json()) as {
      categories: { products: { id: string; in_stock: boolean }[] }[];
    };
    return categories.flatMap(({ products }) => products).find(({ id }) => id === product.id)?.in_stock;
  };
  try {
    const stock = { branch_id: branch.id, stock_policy: "counted", quantity: 2 };
    expect((await vendor.api.put(`/api/vendor/products/${product.id}/stock`, { data: stock })).status()).toBe(
      200,
    );
    await vendor.page.goto("/vendor");
    await live(vendor);
    const { id, number } = await placeOrder(customer, { items: [{ product_id: product.id, quantity: 2 }] });
    await expect.poll(inStock).toBe(false);
    await customer.page.goto(`/orders/${id}`);
    await live(customer);
    await step(vendor, id, "REJECTED");
    const dialog = vendor.page.getByRole("dialog").filter({ hasText: number });
    await dialog.getByRole("button", { name: "Bir ürün tükendi" }).click();
    await dialog.getByRole("button", { name: "Siparişi reddet" }).click();
    await shows(customer, "REJECTED");
    await expect(customer.page.getByText("Bir ürün tükendi").first()).toBeVisible();
    await expect(cardOf(vendor, id)).toBeHidden();
    await expect.poll(inStock).toBe(true);
  } finally {
    await vendor.api.delete(`/api/vendor/products/${product.id}`);
  }
});

test("a screen whose live link breaks still ends right", async ({ customer, vendor, courier }) => {
  await onShift(courier);
  const link = await liveLink(customer.page);
  const { id } = await placeOrder(customer);
  await customer.page.goto(`/orders/${id}`);
  await live(customer);

  link.cut();
  await expect(customer.page.getByTestId("connection-state")).not.toHaveAttribute("data-state", "live");
  await vendor.api.post(`/api/orders/${id}/transitions`, { data: { to: "CONFIRMED" } });
  await vendor.api.post(`/api/orders/${id}/transitions`, { data: { to: "PREPARING" } });
  await shows(customer, "PREPARING"); // by polling

  link.mend();
  await live(customer); // by itself
  await vendor.api.post(`/api/orders/${id}/transitions`, { data: { to: "READY" } });
  await shows(customer, "READY");

  // A phone that slept missed everything; woken, it is right within two seconds.
  link.cut();
  await customer.page.context().setOffline(true);
  await vendor.api.post(`/api/orders/${id}/transitions`, {
    data: { to: "CANCELED_BY_VENDOR", reason: "Kuryemiz yok" },
  });
  await customer.page.context().setOffline(false);
  await expect(customer.page.getByTestId("order-status")).toHaveAttribute(
    "data-status",
    "CANCELED_BY_VENDOR",
    { timeout: 2_000 },
  );
});
