// Who takes part in a journey: each person a browser of their own, signed in, whose console must stay silent.
import { randomUUID } from "node:crypto";
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import { LOCALES, type Locale } from "../../lib/platform/locales.ts";
import { modaLezzet } from "../../supabase/seed/vendors/moda-lezzet.ts";
import { sideways } from "../pages/page-under-eyes.ts";
import { begins, type Words, wordsIn } from "./words.ts";

const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  desk: { viewport: { width: 1440, height: 900 } },
} satisfies Record<string, BrowserContextOptions>;
export type Device = keyof typeof DEVICES;
/** On what, and in which language, everybody of a journey looks at the app. */
export type Look = { name: string; device: Device; locale: Locale };
/** A day is lived through in each of these. */
export const LOOKS: Look[] = (["phone", "desk"] as const).flatMap((device) =>
  LOCALES.map((locale) => ({ name: `${device}-${locale}`, device, locale })),
);
/** Inside the zone of Moda Lezzet's first branch. */
export const HOME = { lat: 40.9832, lng: 29.0302 };

/** `refusals` are the errors that the journey provokes on purpose; `say` gives the app's texts in their language. */
export type Person = { page: Page; api: APIRequestContext; refusals: RegExp[]; say: Words; look: Look };
/** Who needs no page. */
export type Caller = Pick<Person, "api"> & Partial<Person>;
export type People = Record<
  "customer" | "neighbour" | "stranger" | "vendor" | "courier" | "operator",
  Person
>;
type Invite = (
  account: string | null,
  device: Device,
  use: (person: Person) => Promise<void>,
  options?: BrowserContextOptions,
) => Promise<void>;

/**
 * A journey with `customer`, `vendor` and `courier` of the demo restaurant, the `operator`, and a `stranger` who is not signed in: in Turkish
 * and each on the device that they hold most, unless the journey is given a `look`. Fails when any of their consoles reports an error.
 */
export const test = base.extend<People & { look: Look | null; invite: Invite }>({
  look: [null, { option: true }],
  invite: async ({ browser, look, baseURL }, use) => {
    await use((account, device, person, options) => {
      const seen = look ?? { name: "", device, locale: "tr" as const };
      return as({ browser, look: seen, baseURL: baseURL ?? "", account, options }, person);
    });
  },
  customer: ({ invite }, use) => invite("customer", "phone", use),
  neighbour: ({ invite }, use) => invite("customer2", "phone", use),
  stranger: ({ invite }, use) => invite(null, "phone", use),
  vendor: ({ invite }, use) => invite("vendor", "desk", use),
  courier: ({ invite }, use) =>
    invite("courier", "phone", use, {
      geolocation: { latitude: 40.9855, longitude: 29.0262 },
      permissions: ["geolocation"],
    }),
  operator: ({ invite }, use) => invite("admin", "desk", use),
});

async function as(
  {
    browser,
    look,
    baseURL,
    account,
    options,
  }: {
    browser: Browser;
    look: Look;
    baseURL: string;
    account: string | null;
    options: BrowserContextOptions | undefined;
  },
  use: (person: Person) => Promise<void>,
) {
  const context = await browser.newContext({ ...DEVICES[look.device], ...options });
  await context.addCookies([{ name: "locale", value: look.locale, url: baseURL }]);
  if (account) await signIn(context.request, `${account}@kapgel.test`);
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
  await use({ page, api: context.request, refusals, say: wordsIn(look.locale), look });
  await context.close();
  const unforeseen = errors.filter((error) => !refusals.some((refusal) => refusal.test(error)));
  expect(unforeseen, `errors in the ${account ?? "stranger"}'s console`).toEqual([]);
}

/** Chooses where a browser's orders go: a door inside the zone, as after the first visit. */
export function livesAt(context: BrowserContext) {
  const text = "Caferağa Mah. Şair Nefi Sok. No: 21 D: 4, Kadıköy / İstanbul";
  const value = encodeURIComponent(JSON.stringify({ label: "Ev", text, ...HOME }));
  return context.addCookies([
    { name: "place", value, url: process.env.KAPGEL_URL ?? "http://localhost:3000" },
  ]);
}

/** Signs a browser in; every demo account has the same password. */
export async function signIn(api: APIRequestContext, email: string, password = "kapgel-demo") {
  const answer = await api.post("/api/auth/sign-in", { data: { email, password } });
  expect(answer.status()).toBe(200);
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

// A long tour would eat the last of what is counted.
const COUNTED = new Set(
  modaLezzet.menu.flatMap(({ products }) => products.filter(({ stock }) => stock).map(({ name }) => name)),
);

/** The products of the branch that can be ordered without choosing anything, and of which there are always enough. */
export async function simpleProducts(api: APIRequestContext, branchId: string): Promise<Product[]> {
  const menu = (await (await api.get(`/api/branches/${branchId}/menu`)).json()) as Menu;
  return menu.categories
    .flatMap(({ products }) => products)
    .filter(
      ({ name, in_stock, option_groups, price_minor }) =>
        !COUNTED.has(name) &&
        in_stock &&
        price_minor > 6_000 &&
        option_groups.every((group) => group.min_choices === 0),
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
  expect(response.status(), await response.text()).toBe(201);
  return (await response.json()) as { id: string; number: string };
}

/** Fills the board with a neighbour's orders, one at each stage in the kitchen; returns how to take them off again. */
export async function busyEvening(neighbour: Person, vendor: Person): Promise<() => Promise<void>> {
  const branch = await branchOf(neighbour.api);
  const products = await simpleProducts(neighbour.api, branch.id);
  const stages = [["CONFIRMED"], ["CONFIRMED", "PREPARING"], ["CONFIRMED", "PREPARING", "READY"]];
  const ids: string[] = [];
  for (const [turn, stage] of stages.entries()) {
    const items = products
      .slice(turn + 1, turn + 3)
      .map(({ id }, line) => ({ product_id: id, quantity: line + 1 }));
    const pickup = turn === 1 ? { type: "pickup", address: null } : {};
    const { id } = await placeOrder(neighbour, { items, ...pickup });
    ids.push(id);
    await move(vendor, id, ...stage);
  }
  return async () => {
    for (const id of ids) await move(vendor, id, "CANCELED_BY_VENDOR");
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

/** Brings a column of the board into sight: on a phone it is one of the tabs. */
export async function column(vendor: Person, name: "NEW" | "CONFIRMED" | "PREPARING" | "READY" | "ROAD") {
  if (vendor.look.device === "desk") return;
  const tab = new RegExp(`${begins(vendor.say(`vendor.board.columns.${name}`)).source}(?!\\p{L})`, "u"); // and how many
  await vendor.page.getByRole("tab", { name: tab }).click();
}

/** Takes a step of an order on the vendor's board by its button. */
export const step = (
  vendor: Person,
  id: string,
  to: "CONFIRMED" | "PREPARING" | "READY" | "DELIVERED" | "REJECTED",
) =>
  cardOf(vendor, id)
    .getByRole("button", { name: begins(`${vendor.say(`vendor.step.${to}`)},`) })
    .click();

/** Takes steps of an order without a page; a step that is refused fails the journey. */
export async function move({ api }: Caller, id: string, ...steps: string[]) {
  for (const to of steps) {
    expect((await api.post(`/api/orders/${id}/transitions`, { data: { to } })).status()).toBe(200);
  }
}

/** Waits until the customer's page shows a status by itself. */
export async function shows(customer: Person, status: string) {
  await expect(customer.page.getByTestId("order-status")).toHaveAttribute("data-status", status, {
    timeout: 10_000,
  });
}

/** Waits until a screen reader would be told. */
export async function says({ page }: Person, text: string) {
  const regions = page.locator('[role="status"], [role="alert"], [aria-live="polite"]');
  await expect(regions.filter({ hasText: text }).first(), `“${text}” is said`).toBeAttached();
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

/** Keeps a picture (for the README when asked, KAPGEL_PICTURES=1, else with the test's results) of a page that nothing makes wider than its window. */
export async function picture({ page, look }: Person, name: string) {
  const folder = process.env.KAPGEL_PICTURES ? "docs/pictures" : "test-results/pictures";
  const file = look.name ? `${name}-${look.name}` : name;
  await page.screenshot({ path: `${folder}/${file}.png`, animations: "disabled" });
  expect(await sideways(page), name).toEqual([]);
}

export { expect };
