// The town that the pages are looked at in: something of everything, made over the API as people would, and cleared away again.
import { randomUUID } from "node:crypto";
import { type APIRequestContext, request } from "@playwright/test";
import { onShift, placeOrder, simpleProducts } from "../e2e/people.ts";
import type { Samples } from "./visits.ts";

type Api = APIRequestContext;
export type Dish = { id: string; name: string; image_url: string | null };
export type Town = {
  samples: Samples;
  branch: { id: string; name: string };
  dishes: Dish[];
  clear: () => Promise<void>;
};

const keyed = (data: unknown = {}) => ({ data, headers: { "Idempotency-Key": randomUUID() } });

async function signedIn(base: string, account: string): Promise<Api> {
  const api = await request.newContext({ baseURL: base });
  await answered(
    api.post("/api/auth/sign-in", { data: { email: `${account}@kapgel.test`, password: "kapgel-demo" } }),
  );
  return api;
}

/**
 * Fills the town: orders at each stage, one unpaid, one at the bank's question, a payout and a webhook.
 * @returns paths for the routes with parameters, what a cart may hold, and how to clear the board again
 */
export async function fillTown(base: string): Promise<Town> {
  const [customer, vendor, courier, admin] = (await Promise.all(
    ["customer", "vendor", "courier", "admin"].map((account) => signedIn(base, account)),
  )) as [Api, Api, Api, Api];
  const owned = await answered<{ id: string; branches: Town["branch"][] }>(
    customer.get("/api/vendors/moda-lezzet"),
  );
  const branch = owned.branches[0] as Town["branch"];
  await onShift({ api: courier });
  const courierId = (await answered<{ shift: { id: string } }>(courier.get("/api/courier/tasks"))).shift.id;

  const order = (more: Record<string, unknown> = {}) => placeOrder({ api: customer }, more);
  const move = (api: Api, id: string, ...steps: string[]) =>
    steps.reduce(
      (before, to) =>
        before.then(() => answered(api.post(`/api/orders/${id}/transitions`, { data: { to } }))),
      Promise.resolve<unknown>(null),
    );
  const handTo = (id: string) =>
    answered(vendor.put(`/api/orders/${id}/courier`, { data: { courier_id: courierId } }));

  const pay = async (id: string, card_token: string) => {
    const { payment_id } = await answered<{ payment_id: string }>(customer.get(`/api/orders/${id}`));
    await answered(customer.post(`/api/payments/${payment_id}/confirm`, keyed({ card_token })));
    return payment_id;
  };

  const dishes = (await simpleProducts(customer, branch.id)).slice(1, 6);
  const card = { payment_method: "card" };
  // A feast paid by card: without it the vendor may owe us, and is paid nothing out.
  const feast = { ...card, items: dishes.map(({ id }) => ({ product_id: id, quantity: 9 })) };
  const delivered = await order(feast);
  const riding = await order();
  const cooking = await order({ type: "pickup", address: null });
  const fresh = await order();
  const unpaid = await order(card);
  const asked = await order(card);
  await pay(delivered.id, "tok_ok");
  await move(vendor, delivered.id, "CONFIRMED", "PREPARING", "READY");
  await handTo(delivered.id);
  await move(courier, delivered.id, "PICKED_UP", "ON_ROUTE", "DELIVERED");
  await move(vendor, riding.id, "CONFIRMED", "PREPARING", "READY");
  await handTo(riding.id);
  await move(courier, riding.id, "PICKED_UP", "ON_ROUTE");
  await move(vendor, cooking.id, "CONFIRMED", "PREPARING");
  const payment = await pay(asked.id, "tok_challenge");
  const payout = await answered<{ id: string }>(
    admin.post("/api/admin/payouts", keyed({ vendor_id: owned.id })),
  );
  const webhook = await answered<{ id: string }>(
    vendor.post("/api/vendor/webhooks", {
      data: {
        url: "http://127.0.0.1:9/kasa/siparis-bildirimleri",
        description: "Mutfaktaki kasa",
        event_types: ["order.created"],
      },
    }),
  );

  const me = await answered<{ id: string }>(customer.get("/api/me"));
  const link = await answered<{ url: string }>(customer.post(`/api/orders/${riding.id}/tracking-links`));

  const samples = {
    "/admin/orders/[id]": [`/admin/orders/${riding.id}`],
    "/admin/users/[id]": [`/admin/users/${me.id}`],
    "/courier/tasks/[id]": [`/courier/tasks/${riding.id}`],
    "/orders/[id]": [delivered, riding, cooking, fresh, unpaid].map(({ id }) => `/orders/${id}`),
    "/orders/[id]/pay": [`/orders/${unpaid.id}/pay`],
    "/orders/[id]/receipt": [`/orders/${delivered.id}/receipt`],
    "/payments/[id]/challenge": [`/payments/${payment}/challenge`],
    "/t/[token]": [new URL(link.url).pathname],
    "/v/[slug]": ["/v/moda-lezzet"],
    "/vendor/branches/[id]": [`/vendor/branches/${branch.id}`],
    "/vendor/money/payouts/[id]": [`/vendor/money/payouts/${payout.id}`],
    "/vendor/orders/[id]/ticket": [`/vendor/orders/${cooking.id}/ticket`],
    "/vendor/webhooks/[id]": [`/vendor/webhooks/${webhook.id}`],
  };
  const clear = async () => {
    await move(courier, riding.id, "DELIVERED");
    await move(vendor, cooking.id, "READY", "DELIVERED");
    for (const { id } of [fresh, unpaid, asked]) {
      // Refused where the branch's or the card's time was over sooner: then it is off the board already.
      await customer.post(`/api/orders/${id}/transitions`, { data: { to: "CANCELED_BY_USER" } });
    }
    await answered(courier.post("/api/courier/shift", { data: { action: "end" } }));
    await vendor.delete(`/api/vendor/webhooks/${webhook.id}`);
    await Promise.all([customer, vendor, courier, admin].map((api) => api.dispose()));
  };
  return { samples, branch, dishes: dishes.slice(0, 3), clear };
}

async function answered<Body>(sent: ReturnType<Api["get"]>): Promise<Body> {
  const response = await sent;
  if (!response.ok())
    throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
  return (response.status() === 204 ? undefined : await response.json()) as Body;
}
