// What a provider sends is kept first and believed only when it is signed; however often, late or out of order it comes, it is applied once.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, SERVICE, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { moneyOf, paymentOf, record, recordRefund, refund } from "./money.ts";
import { leaveTown } from "./shops.ts";
import { type Body, move, pickup, place, type World, world } from "./world.ts";

let here: World;
beforeAll(async () => {
  here = await world();
});
afterAll(() => ledgerIsSound().finally(leaveTown));

const receive = (about: Body, id: string | null = randomUUID()) =>
  call<{ state: string; repeated: boolean }>(SERVICE, "receive_provider_event", {
    event: { provider: "sandbox", id, type: "test", raw: "{}", payment: null, refund: null, ...about },
  });
const awaiting = async () => {
  const order = await place(here.customerId, pickup(here, [[here.productId, 1]], { payment_method: "card" }));
  const payment_id = await paymentOf(order.id);
  const says = (status: string, more: Body = {}) => ({
    payment: { payment_id, provider_id: `test_${payment_id}`, status, amount_minor: 10_000, ...more },
  });
  return { order, payment_id, says };
};
const postings = async (orderId: string): Promise<number> => {
  const [row] =
    await sql`select count(*)::int as n from public.ledger_transfers where order_id = ${orderId} and kind = 'card_payment'`;
  return row?.n;
};
const statusOf = async (paymentId: string): Promise<string> => {
  const [row] = await sql`select status from public.payments where id = ${paymentId}`;
  return row?.status;
};

it("the same event fifty times at once is one event and one payment", async () => {
  const { order, says } = await awaiting();
  const id = randomUUID();
  const answers = await Promise.all(Array.from({ length: 50 }, () => receive(says("succeeded"), id)));
  expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(["processed"]));
  expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
  expect(await sql`select from public.provider_events where provider_event_id = ${id}`).toHaveLength(1);
  expect([await postings(order.id), (await moneyOf(order.id)).paid]).toEqual([1, 10_000]);
});

it("events in any order, all at once, come to the success among them", async () => {
  const { order, payment_id, says } = await awaiting(); // also before our own call to the provider was answered
  const events = ["processing", "succeeded", "requires_action", "requires_payment", "succeeded", "canceled"];
  await Promise.all(events.map((status) => receive(says(status))));
  expect(await statusOf(payment_id)).toBe("succeeded");
  expect(await postings(order.id)).toBe(1);
});

it("what is not final and comes late, of a card before this one, only makes the house look", async () => {
  const { payment_id, says } = await awaiting();
  await record(payment_id, "requires_payment");
  await record(payment_id, "requires_payment", { failure_code: "card_declined" });
  await record(payment_id, "requires_action", { challenge_url: "/challenge" }); // the next card
  const late = { provider: "sandbox", status: "requires_payment", failure_code: "card_declined", seen: 1 };
  const told = await Promise.all([
    receive(says("requires_payment")),
    call(SERVICE, "record_payment", { payment_id, state: late }), // an answer to who asked before
  ]);
  expect(told).toMatchObject([
    { state: "processed" },
    { status: "requires_action", challenge_url: "/challenge" },
  ]);
  expect(await statusOf(payment_id)).toBe("requires_action");
  const [saga] =
    await sql`select step, next_run_at < now() + interval '4 seconds' as soon from public.sagas where subject_id = ${payment_id}`;
  expect(saga).toEqual({ step: "await", soon: true });
});

it("a payment is known by what we call it or by what its provider calls it, and not by what another provider does", async () => {
  const { payment_id, says } = await awaiting();
  await record(payment_id, "requires_payment");
  expect(await receive({ ...says("succeeded", { payment_id: null }), provider: "stripe" })).toMatchObject({
    state: "unmatched",
  });
  expect(await statusOf(payment_id)).toBe("requires_payment");
  expect(await receive(says("succeeded", { payment_id: null }))).toMatchObject({ state: "processed" });
  expect(await statusOf(payment_id)).toBe("succeeded");
});

it("what is not signed is kept each time, and nothing in it is believed", async () => {
  const { order, says } = await awaiting();
  const forged = { ...says("succeeded"), id: null, type: null, error: "wrong signature" };
  for (let again = 0; again < 3; again++)
    expect(await receive(forged, null)).toMatchObject({ state: "refused" });
  await call(SERVICE, "apply_provider_events");
  expect(await moneyOf(order.id)).toMatchObject({ paid: 0, placed: false });
});

it.each([
  ["an unknown payment", { payment: { payment_id: randomUUID(), provider_id: "x", status: "succeeded" } }],
  [
    "a payment with a name that is none of ours",
    { payment: { payment_id: "42", provider_id: "y", status: "succeeded" } },
  ],
  [
    "an unknown refund",
    { refund: { refund_id: randomUUID(), provider_refund_id: "z", status: "succeeded" } },
  ],
])("about %s is kept, and shown as unmatched", async (_, about) => {
  expect(await receive(about)).toEqual({ state: "unmatched", repeated: false });
});

it("about neither a payment nor a refund is kept, and done with", async () => {
  expect(await receive({})).toMatchObject({ state: "processed" });
});

it("what cannot be applied is tried again by the job, and after ten minutes left to an operator", async () => {
  const { order, payment_id, says } = await awaiting();
  const id = randomUUID();
  const kept = async () => {
    const [row] = await sql`select state, error from public.provider_events where provider_event_id = ${id}`;
    return row;
  };
  expect(await receive(says("succeeded", { amount_minor: 1 }), id)).toMatchObject({ state: "received" });
  await call(SERVICE, "apply_provider_events");
  expect(await kept()).toMatchObject({ state: "received", error: expect.stringContaining("amount") });
  await sql`update public.provider_events set received_at = now() - interval '11 minutes' where provider_event_id = ${id}`;
  await call(SERVICE, "apply_provider_events");
  expect(await kept()).toMatchObject({ state: "unmatched" });
  expect([await statusOf(payment_id), (await moneyOf(order.id)).paid]).toEqual(["created", 0]);
});

it("a refund is known by both names too", async () => {
  const { order, says } = await awaiting();
  await receive(says("succeeded"));
  for (const to of ["CONFIRMED", "PREPARING", "READY", "DELIVERED"]) await move(here.ownerId, order.id, to);
  const made = await Promise.all(
    [1_000, 2_000].map((amount_minor) => refund(here.ownerId, order.id, { amount_minor, to: "original" })),
  );
  const [first, second] = made.map(({ id }) => id);
  await recordRefund(second ?? "", "pending");
  const succeeded = (refund_id: string | null, provider_refund_id: string) =>
    receive({ refund: { refund_id, provider_refund_id, status: "succeeded" } });
  expect(await succeeded(first ?? "", `new_${first}`)).toMatchObject({ state: "processed" });
  expect(await succeeded(null, `test_${second}`)).toMatchObject({ state: "processed" });
  const rows = await sql`select status from public.refunds where order_id = ${order.id}`;
  expect(rows.map(({ status }) => status)).toEqual(["succeeded", "succeeded"]);
});
