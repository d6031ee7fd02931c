// Which webhooks the Stripe adapter believes, by the SDK's own signature helper, and what it reads out of them.
import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { BadSignature } from "./provider";
import { stripeProvider } from "./stripe";

const SECRET = "whsec_test";
const stripe = stripeProvider({ STRIPE_SECRET_KEY: "sk_test_1", STRIPE_WEBHOOK_SECRET: SECRET });

const INTENT = {
  id: "pi_1",
  object: "payment_intent",
  amount: 12_550,
  status: "succeeded",
  client_secret: "pi_1_secret",
  metadata: { payment_id: "p1" },
  last_payment_error: null,
};
const REFUND = { id: "re_1", object: "refund", amount: 500, status: "failed", metadata: { refund_id: "r1" } };

describe("a webhook", () => {
  const event = (type: string, object: object) =>
    JSON.stringify({ id: "evt_1", object: "event", type, data: { object } });
  const sign = (payload: string, more: object = {}) =>
    new Headers({
      "Stripe-Signature": Stripe.webhooks.generateTestHeaderString({ payload, secret: SECRET, ...more }),
    });
  const read = (raw: string) => stripe.readEvent(raw, sign(raw));

  it("about a payment carries it", () => {
    expect(read(event("payment_intent.succeeded", INTENT))).toMatchObject({
      id: "evt_1",
      type: "payment_intent.succeeded",
      payment: { provider_id: "pi_1", payment_id: "p1", status: "succeeded" },
      refund: null,
    });
  });

  it("about a refund carries it", () => {
    const { payment, refund } = read(event("refund.failed", REFUND));
    expect([payment, refund?.refund_id, refund?.status]).toEqual([null, "r1", "failed"]);
  });

  it("about somebody else's payment says that it is not ours", () => {
    expect(
      read(event("payment_intent.succeeded", { ...INTENT, metadata: {} })).payment?.payment_id,
    ).toBeNull();
  });

  it("about anything else is nothing to us", () => {
    expect(read(event("payout.paid", { id: "po_1", object: "payout" }))).toMatchObject({
      payment: null,
      refund: null,
    });
  });

  it("is not believed unsigned, changed, too old, or signed by another", () => {
    const raw = event("payment_intent.succeeded", INTENT);
    const now = Math.floor(Date.now() / 1000);
    for (const headers of [
      new Headers(),
      new Headers({ "Stripe-Signature": "t=1,v1=abc" }),
      sign(`${raw} `),
      sign(raw, { timestamp: now - 310 }),
      sign(raw, { secret: "whsec_other" }),
    ]) {
      expect(() => stripe.readEvent(raw, headers)).toThrow(BadSignature);
    }
    expect(stripe.readEvent(raw, sign(raw, { timestamp: now - 290 })).id).toBe("evt_1");
  });
});
