// What a customer does between wanting and having ordered, and what others do so that it comes.
import { branchOf, type Caller, expect, move, type Person, tapUntil } from "./people.ts";
import { begins } from "./words.ts";

type Stock = { branch_id: string; stock_policy: string; quantity: number | null };

/** A product's row in the open menu. */
export const dishOf = ({ page }: Person, name: string) =>
  page.getByTestId("product").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** Opens a product of the open menu and answers its sheet. */
export async function openDish(person: Person, name: string) {
  const sheet = person.page.getByRole("dialog");
  await tapUntil(dishOf(person, name).getByRole("button").first(), () =>
    expect(sheet).toBeVisible({ timeout: 3_000 }),
  );
  return sheet;
}

/** Adds what the open sheet shows, and goes to the cart. */
export async function toCart({ page, say }: Person) {
  await page
    .getByRole("dialog")
    .getByRole("button", { name: begins(say("shop.menu.add")) })
    .click();
  await page.getByRole("link", { name: say("shop.menu.toCart") }).click();
  await page.waitForURL(/\/cart/);
}

/** From the cart on; a stranger is asked who they are first. */
export const toCheckout = ({ page, say }: Person) =>
  page.getByRole("link", { name: say("shop.cart.checkout") }).click();

/** The checkout's one button, when it knows what the order costs. */
export const placeButton = ({ page, say }: Person) =>
  page.getByRole("button", { name: begins(`${say("shop.checkout.place")} ·`) });

/** The id of the order whose page opens. */
export async function orderOn({ page }: Person): Promise<string> {
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? "";
}

/** Gives a ready order to the demo restaurant's courier, who is on shift. */
export async function giveToCourier(vendor: Person, courier: Person, ...ids: string[]) {
  const tasks = (await (await courier.api.get("/api/courier/tasks")).json()) as { shift: { id: string } };
  for (const id of ids) {
    const given = await vendor.api.put(`/api/orders/${id}/courier`, {
      data: { courier_id: tasks.shift.id },
    });
    expect(given.status()).toBe(200);
  }
}

/** Takes orders through the kitchen. */
export async function cook(vendor: Caller, ...ids: string[]) {
  for (const id of ids) await move(vendor, id, "CONFIRMED", "PREPARING", "READY");
}

/** What the first branch has of a product, and how to make it so again. */
export async function stockOf({ api }: Caller, name: string) {
  const found = (await (await api.get(`/api/vendor/products?q=${encodeURIComponent(name)}`)).json()) as {
    data: { id: string; name: string; stock: Stock[] }[];
  };
  const product = found.data.find((one) => one.name === name);
  const branch = await branchOf(api);
  const stock = product?.stock.find(({ branch_id }) => branch_id === branch.id);
  const was = stock ?? { branch_id: branch.id, stock_policy: "unlimited", quantity: null };
  const { quantity, ...policy } = was;
  return {
    id: product?.id ?? "",
    quantity,
    restore: async () => {
      const data = { ...policy, ...(quantity !== null && { quantity }) };
      expect((await api.put(`/api/vendor/products/${product?.id}/stock`, { data })).status()).toBe(200);
    },
  };
}
