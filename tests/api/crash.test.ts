// The server is killed (SIGKILL) at every boundary of every saga. Whoever comes after it runs the recovery job; then the ledger balances, no
// customer is charged twice or for nothing, goods are right, and the saga has ended. The boundaries are read from the sagas' definitions.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BOUNDARIES } from "@/lib/flows/saga-steps";
import { sql } from "../db/database.ts";
import { api, move, signedIn, type Town, town } from "./client.ts";
import {
  act,
  cardOrder,
  eventually,
  ledgerProblems,
  type MoneyOrder,
  orderOf,
  pay,
  runJobs,
  takenFor,
} from "./money-world.ts";
import { startNextServer } from "./next-server.ts";

type Order = MoneyOrder & { payment_id: string };
type Scene = {
  /** Brings an order to where the step is next. */
  prepare: (order: Order) => Promise<void>;
  /** Makes the server at `base` take the step; it dies on the way, so the request may fail. */
  take: (order: Order, base: string) => Promise<unknown>;
  /** What the customer has paid in the end, of the order's total. */
  paid: "all" | "nothing" | "all but the refund";
};

const REFUND = 1_013; // the sandbox's banks are slow with refunds that end in 13 kuruş
let here: Town;
let customer: { id: string; token: string };
let slowest = 0;

beforeAll(async () => {
  [here, customer] = await Promise.all([town(), signedIn("customer")]);
  const stock = { branch_id: here.branchId, stock_policy: "counted", quantity: 100 };
  await api("PUT", `/api/vendor/products/${here.productId}/stock`, { token: here.owner, body: stock });
});
afterAll(() => console.log(`slowest recovery: ${slowest} ms`));

const due = (subject: string, step: string) =>
  sql`update public.sagas set step = ${step}, state = 'running', next_run_at = now(), leased_until = null
    where subject_id = ${subject} and state in ('running', 'waiting')`;
const post = (base: string, path: string, token: string, body: unknown) =>
  fetch(base + path, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${token}`,
      "Idempotency-Key": randomUUID(),
    },
    body: JSON.stringify(body),
  });
const refundId = async (order: Order) =>
  (await sql`select id from public.refunds where order_id = ${order.id}`)[0]?.id as string;
const deliver = async (order: Order) => {
  await pay(customer.token, order.payment_id, "tok_ok");
  for (const to of ["CONFIRMED", "PREPARING", "READY", "DELIVERED"]) await move(here.owner, order.id, to);
};

const SCENES: Record<string, Scene> = {
  "card_payment.create": {
    prepare: async (order) => {
      await eventually(async () => (await sagaOf(order.payment_id)).step === "await"); // the request's own run is over
      await sql`update public.payments set status = 'created', provider = null, provider_id = null where id = ${order.payment_id}`;
      await due(order.payment_id, "create");
    },
    take: (order, base) => post(base, `/api/payments/${order.payment_id}/start`, customer.token, {}),
    paid: "all",
  },
  "card_payment.confirm": {
    prepare: async (order) => void (await act(customer.token, order.payment_id, "start")),
    take: (order, base) =>
      post(base, `/api/payments/${order.payment_id}/confirm`, customer.token, { card_token: "tok_ok" }),
    paid: "all",
  },
  "card_payment.await": {
    prepare: async (order) => {
      await pay(customer.token, order.payment_id, "tok_late");
      await due(order.payment_id, "await");
    },
    take: (_, base) => runJobs(base),
    paid: "all",
  },
  "card_payment.cancel": {
    prepare: async (order) => {
      await act(customer.token, order.payment_id, "start");
      await sql`update public.payments set expires_at = now() - interval '1 minute' where id = ${order.payment_id}`;
      await due(order.payment_id, "cancel");
    },
    take: (_, base) => runJobs(base),
    paid: "nothing",
  },
  "card_refund.send": {
    prepare: async (order) => void (await pay(customer.token, order.payment_id, "tok_ok")),
    take: (order, base) =>
      post(base, `/api/orders/${order.id}/transitions`, customer.token, { to: "CANCELED_BY_USER" }),
    paid: "nothing",
  },
  "card_refund.await": {
    prepare: async (order) => {
      await deliver(order);
      const body = { amount_minor: REFUND, to: "original", reason: "Eksik geldi" };
      await api("POST", `/api/orders/${order.id}/refunds`, { token: here.owner, key: randomUUID(), body });
      await eventually(async () => (await sagaOf(await refundId(order))).step === "await");
      await due(await refundId(order), "await");
    },
    take: (_, base) => runJobs(base),
    paid: "all but the refund",
  },
};

async function sagaOf(subject: string): Promise<{ state: string; step: string }> {
  const [row] = await sql<
    { state: string; step: string }[]
  >`select state, step from public.sagas where subject_id = ${subject}`;
  return row ?? { state: "none", step: "none" };
}

const sceneOf = (boundary: string) => SCENES[boundary.replace(/\.\w+$/, "")];

it("every boundary of the definitions has its scene", () => {
  expect(BOUNDARIES.filter((boundary) => !sceneOf(boundary))).toEqual([]);
  expect(BOUNDARIES.length).toBeGreaterThanOrEqual(18);
});

describe.each(BOUNDARIES)("killed at %s", (boundary) => {
  it("nothing is lost, charged twice or left half done", async () => {
    const scene = sceneOf(boundary);
    if (!scene) throw new Error(`no scene for ${boundary}`);
    const [before] = await sql`select quantity from public.branch_stock where product_id = ${here.productId}`;
    const order = (await cardOrder(here, customer.token, { type: "pickup", address: null })) as Order;
    await scene.prepare(order);
    const server = await startNextServer(3, { KAPGEL_CRASH_AT: boundary });
    await Promise.all([server.ended, scene.take(order, server.base).catch(() => null)]);

    const recovery = Date.now();
    const isRefund = boundary.startsWith("card_refund");
    if (scene.paid === "all" && boundary.includes(".create.")) {
      await eventually(async () => (await sagaOf(order.payment_id)).step === "await");
      await pay(customer.token, order.payment_id, "tok_ok"); // the customer comes back and pays
    }
    if (boundary === "card_payment.confirm.asking") await pay(customer.token, order.payment_id, "tok_ok"); // nothing was asked for yet
    if (boundary.startsWith("card_payment.confirm")) await due(order.payment_id, "await");
    await eventually(async () => {
      const { state } = await sagaOf(isRefund ? await refundId(order) : order.payment_id);
      return state === "done" || state === "compensated";
    });
    slowest = Math.max(slowest, Date.now() - recovery);

    expect(await ledgerProblems()).toEqual([]);
    const now = await orderOf(customer.token, order.id);
    const [after] = await sql`select quantity from public.branch_stock where product_id = ${here.productId}`;
    const net = await takenFor(order.payment_id);
    if (scene.paid === "nothing") {
      expect([now.status, net, after?.quantity]).toEqual(["CANCELED_BY_USER", 0, before?.quantity]);
    } else {
      expect([now.paid_minor, net]).toEqual([
        order.total_minor,
        order.total_minor - (scene.paid === "all" ? 0 : REFUND),
      ]);
      expect(after?.quantity).toBe(before?.quantity - 2);
    }
  });
});
