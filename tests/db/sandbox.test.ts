// The sandbox keeps its word as an outside party: it remembers, repeats itself, never gives back more than it took, and tells of every change.
// It is asked through its adapter, over the REST door, as the app asks it.
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ProviderRefused, ProviderUnavailable } from "@/lib/payments/provider";
import { answerChallenge, sandbox } from "@/lib/payments/sandbox";
import { protect } from "@/lib/payments/select";
import { outcome, rehearse, SERVICE, sql } from "./database.ts";

const create = (amount_minor = 10_000, payment_id: string = randomUUID()) =>
  sandbox.createPayment({ payment_id, amount_minor, currency: "TRY", description: "Sipariş" });
async function charged(amount_minor = 10_000) {
  return sandbox.confirmPayment((await create(amount_minor)).provider_id, "tok_ok");
}
/** How a call ended in one word: the status it answers, or the code it was refused with. */
const word = (call: Promise<{ status: string }>) =>
  call.then(
    ({ status }) => status,
    (error: unknown) => (error instanceof ProviderRefused ? error.code : String(error)),
  );
const refund = (provider_id: string, amount_minor: number, refund_id: string = randomUUID()) =>
  sandbox.createRefund({ refund_id, provider_id, amount_minor });
/** Lets four seconds pass for everything that settles by itself. */
async function later() {
  await sql`update sandbox.payments set settles_at = settles_at - interval '4 seconds' where settles_at is not null`;
  await sql`update sandbox.refunds set settles_at = settles_at - interval '4 seconds' where settles_at is not null`;
}
const eventsOf = async (id: string): Promise<string[]> => {
  const rows = await sql`select type, payload from sandbox.deliveries
    where payload -> 'payment' ->> 'provider_id' = ${id} or payload -> 'refund' ->> 'provider_refund_id' = ${id} order by id`;
  return rows.map(({ type }) => type);
};

describe("a payment", () => {
  it("is made once, however often and however fast it is asked for", async () => {
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 12 }, () => create(1250, id)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({
      payment_id: id,
      status: "requires_payment",
      amount_minor: 1250,
      failure_code: null,
      challenge_url: null,
    });
    expect(await sandbox.getPayment(answers[0]?.provider_id ?? "")).toEqual(answers[0]);
  });

  it("asked for again with another amount is refused", async () => {
    const { payment_id } = await create(1250);
    expect(await word(create(1251, payment_id ?? ""))).toBe("idempotency_error");
  });

  it("that nobody made is refused", async () => {
    expect(await word(sandbox.getPayment("sbx_pay_0"))).toBe("resource_missing");
  });

  it.each([
    ["tok_ok", "succeeded", null, ["payment.succeeded"]],
    ["tok_declined", "requires_payment", "card_declined", ["payment.failed"]],
    ["tok_insufficient", "requires_payment", "insufficient_funds", ["payment.failed"]],
    ["tok_challenge", "requires_action", null, ["payment.requires_action"]],
    ["tok_late", "processing", null, ["payment.processing", "payment.succeeded"]],
    ["tok_twice", "succeeded", null, ["payment.succeeded", "payment.succeeded"]],
  ])("with the card %s comes to %s (%s) and tells %j", async (card, status, failure_code, events) => {
    const { provider_id } = await create();
    expect(await sandbox.confirmPayment(provider_id, card)).toMatchObject({ status, failure_code });
    expect(await eventsOf(provider_id)).toEqual(events);
  });

  it("with a card that does not exist is refused, and can still be paid", async () => {
    const { provider_id } = await create();
    expect(await word(sandbox.confirmPayment(provider_id, "4242424242424242"))).toBe("invalid_card");
    expect(await word(sandbox.confirmPayment(provider_id, "tok_ok"))).toBe("succeeded");
  });

  it("that was declined can be paid with another card, and forgets why it was declined", async () => {
    const { provider_id } = await create();
    await sandbox.confirmPayment(provider_id, "tok_declined");
    expect(await sandbox.confirmPayment(provider_id, "tok_ok")).toMatchObject({
      status: "succeeded",
      failure_code: null,
    });
  });

  it("confirmed without a card answers as it is", async () => {
    const { provider_id } = await create();
    expect(await word(sandbox.confirmPayment(provider_id, null))).toBe("requires_payment");
    expect(await eventsOf(provider_id)).toEqual([]);
  });

  it("that has ended or is under way takes no other card", async () => {
    const paid = await charged();
    expect(await sandbox.confirmPayment(paid.provider_id, "tok_declined")).toEqual(paid);
    const gone = await sandbox.cancelPayment((await create()).provider_id);
    expect(await sandbox.confirmPayment(gone.provider_id, "tok_ok")).toEqual(gone);
    const late = await sandbox.confirmPayment((await create()).provider_id, "tok_late");
    expect(await sandbox.confirmPayment(late.provider_id, "tok_declined")).toEqual(late);
  });

  it("that is late has succeeded after 4 s, and is told of then", async () => {
    const { provider_id } = await sandbox.confirmPayment((await create()).provider_id, "tok_late");
    const [told] = await sql`select d.due_at - p.created_at > interval '3.9 seconds' as waits, d.payload
      from sandbox.deliveries d, sandbox.payments p
      where p.provider_id = ${provider_id} and d.payload -> 'payment' ->> 'provider_id' = ${provider_id} and d.type = 'payment.succeeded'`;
    expect(told).toMatchObject({ waits: true, payload: { payment: { status: "succeeded" } } });
    await later();
    expect((await sandbox.getPayment(provider_id)).status).toBe("succeeded");
  });

  it("whose answer is lost was charged all the same", async () => {
    const { provider_id } = await create();
    await expect(protect(sandbox).confirmPayment(provider_id, "tok_timeout")).rejects.toBeInstanceOf(
      ProviderUnavailable,
    );
    expect((await sandbox.getPayment(provider_id)).status).toBe("succeeded");
    expect(await eventsOf(provider_id)).toEqual(["payment.succeeded"]);
  });

  it("canceled twice is canceled once", async () => {
    const { provider_id } = await create();
    await sandbox.cancelPayment(provider_id);
    expect(await word(sandbox.cancelPayment(provider_id))).toBe("canceled");
    expect(await eventsOf(provider_id)).toEqual(["payment.canceled"]);
  });

  it("that was charged, or may be at any moment, cannot be canceled", async () => {
    expect(await word(sandbox.cancelPayment((await charged()).provider_id))).toBe("succeeded");
    const late = await sandbox.confirmPayment((await create()).provider_id, "tok_late");
    expect(await word(sandbox.cancelPayment(late.provider_id))).toBe("processing");
  });

  it("confirmed and canceled at once ends one way for everybody", async () => {
    for (let round = 0; round < 5; round++) {
      const { provider_id } = await create();
      const ends = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          word(n % 2 ? sandbox.cancelPayment(provider_id) : sandbox.confirmPayment(provider_id, "tok_ok")),
        ),
      );
      expect(new Set(ends).size).toBe(1);
      expect(await eventsOf(provider_id)).toEqual([`payment.${ends[0]}`]);
    }
  });
});

describe("the bank's question", () => {
  const asked = async () => sandbox.confirmPayment((await create()).provider_id, "tok_challenge");

  it("has an address", async () => {
    const payment = await asked();
    expect(payment.challenge_url).toBe(`/payments/${payment.payment_id}/challenge`);
  });

  it("approved charges the card", async () => {
    const { provider_id } = await asked();
    expect(await answerChallenge(provider_id, true)).toMatchObject({
      status: "succeeded",
      challenge_url: null,
    });
  });

  it("refused leaves the payment to be paid with another card", async () => {
    const { provider_id } = await asked();
    expect(await answerChallenge(provider_id, false)).toMatchObject({
      status: "requires_payment",
      failure_code: "challenge_failed",
    });
    expect(await eventsOf(provider_id)).toEqual(["payment.requires_action", "payment.failed"]);
    expect(await word(sandbox.confirmPayment(provider_id, "tok_ok"))).toBe("succeeded");
  });

  it("answered again, or never asked, changes nothing", async () => {
    const { provider_id } = await asked();
    await answerChallenge(provider_id, true);
    expect(await word(answerChallenge(provider_id, false))).toBe("succeeded");
    expect(await word(answerChallenge((await create()).provider_id, true))).toBe("requires_payment");
  });
});

describe("a refund", () => {
  it("is made once, however often it is asked for", async () => {
    const { provider_id } = await charged();
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refund(provider_id, 6000, id)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ refund_id: id, status: "succeeded", amount_minor: 6000 });
    expect(await word(refund(provider_id, 6001, id))).toBe("idempotency_error");
    expect(await word(refund(provider_id, 4000))).toBe("succeeded");
  });

  it("never exceeds the charge, however many are asked for at once", async () => {
    const { provider_id } = await charged(10_000);
    const ends = await Promise.all(Array.from({ length: 16 }, () => word(refund(provider_id, 1000))));
    expect(ends.filter((end) => end === "succeeded")).toHaveLength(10);
    expect(ends.filter((end) => end === "charge_already_refunded")).toHaveLength(6);
  });

  it("of what was not charged is refused", async () => {
    expect(await word(refund((await create()).provider_id, 100))).toBe("payment_not_succeeded");
  });

  it("of an amount that ends in 13 kuruş is pending, and has succeeded after 4 s", async () => {
    const { provider_id } = await charged();
    const id = randomUUID();
    const first = await refund(provider_id, 1213, id);
    expect(first.status).toBe("pending");
    expect(await eventsOf(first.provider_refund_id)).toEqual(["refund.pending", "refund.succeeded"]);
    await later();
    expect(await refund(provider_id, 1213, id)).toEqual({ ...first, status: "succeeded" });
  });

  it("of an amount that ends in 66 kuruş fails, and leaves the money to be refunded", async () => {
    const { provider_id } = await charged(10_066);
    expect(await refund(provider_id, 10_066)).toMatchObject({
      status: "failed",
      failure_code: "refund_failed",
    });
    expect(await word(refund(provider_id, 10_000))).toBe("succeeded");
  });
});

describe("the schema", () => {
  it.each([null, randomUUID(), SERVICE])("is closed to %s", async (actor) => {
    expect(await outcome(rehearse(actor, (tx) => tx`select from sandbox.payments`))).toBe("42501");
    expect(await outcome(rehearse(actor, (tx) => tx`select sandbox.claim_deliveries()`))).toBe("42501");
  });
});
