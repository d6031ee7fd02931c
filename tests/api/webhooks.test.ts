// What the provider tells us, told badly: fifty times, in the wrong order, before our own answer, unsigned, about nothing of ours.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signSandboxEvent } from "@/lib/payments/sandbox";
import { sql } from "../db/database.ts";
import { api, expectError, type Reply, signedIn, type Town, town } from "./client.ts";
import { act, cardOrder, ledgerProblems, orderOf, takenFor } from "./money-world.ts";

let here: Town;
let customer: { id: string; token: string };

beforeAll(async () => {
  [here, customer] = await Promise.all([town(), signedIn("customer")]);
});
afterAll(async () => {
  expect(await ledgerProblems()).toEqual([]);
});

type Event = { id: string; type: string; payment: Record<string, unknown> | null; refund: null };

function tell(event: Event, signature?: string): Promise<Reply> {
  const raw = JSON.stringify(event);
  return api("POST", "/api/webhooks/payments/sandbox", {
    raw,
    headers: { "Kapgel-Signature": signature ?? signSandboxEvent(raw) },
  });
}

/** A card order whose payment the sandbox knows, and what it would say of it. */
async function started() {
  const order = await cardOrder(here, customer.token);
  await act(customer.token, order.payment_id, "start");
  const [row] =
    await sql`select provider_id, client_secret from sandbox.payments where payment_id = ${order.payment_id}`;
  const says = (status: string, id = randomUUID()): Event => ({
    id: `evt_${id}`,
    type: `payment.${status}`,
    refund: null,
    payment: {
      provider_id: row?.provider_id,
      payment_id: order.payment_id,
      status,
      amount_minor: order.total_minor,
      client_secret: row?.client_secret,
      failure_code: null,
      challenge_url: null,
    },
  });
  return { order, says };
}

it("the same webhook fifty times at once pays the order once", async () => {
  const { order, says } = await started();
  const event = says("succeeded");
  const replies = await Promise.all(Array.from({ length: 50 }, () => tell(event)));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await orderOf(customer.token, order.id)).toMatchObject({
    payment_status: "paid",
    paid_minor: order.total_minor,
  });
  const [kept] =
    await sql`select count(*)::int as n from public.provider_events where provider_event_id = ${event.id}`;
  expect(kept?.n).toBe(1);
  const posted = await sql`select 1 from public.ledger_transfers where reference_id = ${order.payment_id}`;
  expect(posted).toHaveLength(1);
});

it("older news after newer changes nothing: what has succeeded stays so", async () => {
  const { order, says } = await started();
  for (const status of ["succeeded", "processing", "requires_payment", "canceled"]) {
    expect((await tell(says(status))).status).toBe(200);
  }
  expect((await orderOf(customer.token, order.id)).payment_status).toBe("paid");
});

it("before our own answer: a webhook about a payment we have not yet heard back about is matched by our id", async () => {
  const order = await cardOrder(here, customer.token);
  const event = { ...(await started()).says("succeeded") };
  event.payment = {
    ...event.payment,
    payment_id: order.payment_id,
    provider_id: `sbx_pay_${randomUUID()}`,
    amount_minor: order.total_minor,
  };
  expect((await tell(event)).body.state).toBe("processed");
  expect((await orderOf(customer.token, order.id)).payment_status).toBe("paid");
});

it("of another amount is kept for an operator and pays nothing", async () => {
  const { order, says } = await started();
  const event = says("succeeded");
  event.payment = { ...event.payment, amount_minor: 1 };
  expect((await tell(event)).body.state).toBe("received");
  expect((await orderOf(customer.token, order.id)).payment_status).toBe("pending");
  expect(await takenFor(order.payment_id)).toBe(0);
});

it("with a wrong signature, an old one, or none is kept, refused and not believed", async () => {
  const { order, says } = await started();
  const event = says("succeeded");
  const raw = JSON.stringify(event);
  const old = signSandboxEvent(raw, new Date(Date.now() - 10 * 60_000));
  for (const signature of ["t=1,v1=00", "", old, signSandboxEvent(`${raw} `)]) {
    expectError(await tell(event, signature), 400, "VALIDATION_ERROR");
  }
  expect((await orderOf(customer.token, order.id)).payment_status).toBe("pending");
  const refused =
    await sql`select 1 from public.provider_events where raw = ${raw} and state = 'refused' and provider_event_id is null`;
  expect(refused).toHaveLength(4);
  expect((await tell(event)).body.state).toBe("processed"); // the true one is not taken for a repeat of the false
});

it("about a payment nobody here knows is put before an operator", async () => {
  const { says } = await started();
  const event = says("succeeded");
  event.payment = { ...event.payment, payment_id: randomUUID(), provider_id: `sbx_pay_${randomUUID()}` };
  expect((await tell(event)).body.state).toBe("unmatched");
  const operator = await signedIn("admin");
  const { body } = await api("GET", "/api/admin/provider-events?state=unmatched&limit=50", {
    token: operator.token,
  });
  expect(JSON.stringify(body)).toContain(event.id);
});

it("for a provider that is not used here is not taken", async () => {
  expectError(await api("POST", "/api/webhooks/payments/stripe", { raw: "{}" }), 404, "NOT_FOUND");
  expectError(await api("POST", "/api/webhooks/payments/elsewhere", { raw: "{}" }), 404, "NOT_FOUND");
});
