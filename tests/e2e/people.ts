// Who takes part in a journey: each person a browser of their own, signed in, whose console must stay silent.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
/** Inside the zone of Moda Lezzet's first branch. */
export const HOME = { lat: 40.9832, lng: 29.0302 };

/** `refusals` are the errors that the journey provokes on purpose. */
export type Person = { page: Page; api: APIRequestContext; refusals: RegExp[] };
/** Who needs no page. */
export type Caller = Pick<Person, "api"> & Partial<Person>;
type People = { customer: Person; neighbour: Person; vendor: Person; courier: Person; operator: Person };

/** A journey with `customer`, `vendor` and `courier` of the demo restaurant, and the `operator`. Fails when any of their consoles reports an error. */
export const test = base.extend<People>({
  customer: async ({ browser }, use) => {
    await as(
      await browser.newContext({
        viewport: PHONE,
        hasTouch: true,
      }),
      "customer",
      use,
    );
  },
  neighbour: async ({ browser }, use) => {
    await as(await browser.newContext({ viewport: PHONE }), "customer2", use);
  },
  vendor: async ({ browser }, use) => {
    await as(await browser.newContext({ viewport: DESK }), "vendor", use);
  },
  courier: async ({ browser }, use) => {
    const geolocation = { latitude: 40.9855, longitude: 29.0262 };
    const context = await browser.newContext({
      viewport: PHONE,
      hasTouch: true,
      geolocation,
      permissions: ["geolocation"],
    });
    await as(context, "courier", use);
  },
  operator: async ({ browser }, use) => {
    await as(await browser.newContext({ viewport: DESK }), "admin", use);
  },
});

async function as(context: BrowserContext, account: string, use: (person: Person) => Promise<void>) {
  const signIn = await context.request.post("/api/auth/sign-in", {
    data: { email: `${account}@kapgel.test`, password: "kapgel-demo" },
  });
  expect(signIn.status()).toBe(200);
  const page = await context.newPage();
  const errors: string[] = [];
  // What the browser itself says of a network that a test took away is no error of ours.
  const taken = /net::ERR_INTERNET_DISCONNECTED|WebSocket connection/;
  page.on("console", (message) => {
    if (message.type() !== "error" || taken.test(message.text())) return;
    errors.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => errors.push(error.message));
  const refusals: RegExp[] = [];
  await use({ page, api: context.request, refusals });
  await context.close();
  const unforeseen = errors.filter((error) => !refusals.some((refusal) => refusal.test(error)));
  expect(unforeseen, `errors in the ${account}'s console`).toEqual([]);
}

type Menu = { categories: { products: Product[] }[] };
type Product = {
  id: string;
  name: string;
  image_url: string | null;
  price_minor: number;
  in_stock: boolean;
  option_groups: { min_choices: number }[];
};

/** Moda Lezzet's first branch. */
export async function branchOf(api: APIRequestContext): Promise<{ id: string }> {
  const { branches } = (await (await api.get("/api/vendors/moda-lezzet")).json()) as {
    branches: { id: string }[];
  };
  const [branch] = branches;
  if (!branch) throw new Error("moda-lezzet has no branch");
  return branch;
}

/** The products of the branch that can be ordered without choosing anything. */
export async function simpleProducts(api: APIRequestContext, branchId: string): Promise<Product[]> {
  const menu = (await (await api.get(`/api/branches/${branchId}/menu`)).json()) as Menu;
  return menu.categories
    .flatMap(({ products }) => products)
    .filter(
      ({ in_stock, option_groups, price_minor }) =>
        in_stock && price_minor > 6_000 && option_groups.every((group) => group.min_choices === 0),
    );
}

/** Places an order through the API, as the person's own pages would. */
export async function placeOrder(
  { api }: Caller,
  more: Record<string, unknown> = {},
): Promise<{ id: string; number: string }> {
  const branch = await branchOf(api);
  const [product] = await simpleProducts(api, branch.id);
  const response = await api.post("/api/orders", {
    headers: { "Idempotency-Key": randomUUID() },
    data: {
      branch_id: branch.id,
      type: "delivery",
      items: [{ product_id: product?.id, quantity: 2 }],
      address: { text: "Moda Caddesi 12, daire 4", ...HOME },
      payment_method: "cash",
      ...more,
    },
  });
  expect(response.status()).toBe(201);
  return (await response.json()) as { id: string; number: string };
}

/** Fills the board with a neighbour's orders, one at each stage in the kitchen; returns how to take them off again. */
export async function busyEvening(neighbour: Person, vendor: Person): Promise<() => Promise<void>> {
  const branch = await branchOf(neighbour.api);
  const products = await simpleProducts(neighbour.api, branch.id);
  const stages = [["CONFIRMED"], ["CONFIRMED", "PREPARING"], ["CONFIRMED", "PREPARING", "READY"]];
  const ids: string[] = [];
  const move = (id: string, to: string) => vendor.api.post(`/api/orders/${id}/transitions`, { data: { to } });
  for (const [turn, stage] of stages.entries()) {
    const items = products
      .slice(turn + 1, turn + 3)
      .map(({ id }, line) => ({ product_id: id, quantity: line + 1 }));
    const pickup = turn === 1 ? { type: "pickup", address: null } : {};
    const { id } = await placeOrder(neighbour, { items, ...pickup });
    ids.push(id);
    for (const to of stage) expect((await move(id, to)).status()).toBe(200);
  }
  return async () => {
    for (const id of ids) await move(id, "CANCELED_BY_VENDOR");
  };
}

/** Puts the courier on shift, and back off whatever an earlier run left. */
export async function onShift({ api }: Caller) {
  expect(
    (await api.post("/api/courier/shift", { data: { action: "start", vehicle: "scooter" } })).status(),
  ).toBe(200);
}

/** The order's card on the vendor's board. */
export const cardOf = (vendor: Person, id: string) =>
  vendor.page.locator(`[data-testid="order-card"][data-order-id="${id}"]`);

const words = JSON.parse(readFileSync(new URL("../../messages/tr/vendor.json", import.meta.url), "utf8")) as {
  step: Record<string, string>;
};

/** Takes a step of an order on the vendor's board by its button. */
export const step = (vendor: Person, id: string, to: string) =>
  cardOf(vendor, id)
    .getByRole("button", { name: new RegExp(`^${words.step[to]},`) })
    .click();

/** Waits until the customer's page shows a status by itself. */
export async function shows(customer: Person, status: string) {
  await expect(customer.page.getByTestId("order-status")).toHaveAttribute("data-status", status, {
    timeout: 10_000,
  });
}

/** Waits until a page is linked live. */
export async function live(person: Person) {
  await expect(
    person.page.locator('[data-testid="connection-state"][data-state="live"]').first(),
  ).toBeVisible();
}

/** Taps until it has worked: on a slow machine a page can be seen before it listens. */
export async function tapUntil(target: Locator, worked: () => Promise<void>) {
  await expect(async () => {
    await target.click({ timeout: 3_000 }).catch(() => {}); // gone: an earlier tap is at work
    await worked();
  }).toPass({ timeout: 60_000 });
}

/** Keeps a picture: for the README when asked (KAPGEL_PICTURES=1), else with the test's results. */
export async function picture({ page }: Person, name: string) {
  const folder = process.env.KAPGEL_PICTURES ? "docs/pictures" : "test-results/pictures";
  await page.screenshot({ path: `${folder}/${name}.png`, animations: "disabled" });
}

export { expect };
