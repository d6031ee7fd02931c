// The Stripe adapter against a stand-in for Stripe's API on a loopback port: what it sends, and what it makes of every kind of answer.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type PaymentProvider, ProviderRefused, ProviderUnavailable } from "./provider";
import { protect } from "./select";
import { stripeProvider } from "./stripe";

const PAYMENT = { payment_id: "p1", amount_minor: 12_550, currency: "TRY", description: "KG-1" } as const;
const REFUND = { refund_id: "r1", provider_id: "pi_1", amount_minor: 500 };

/** A PaymentIntent as Stripe's API answers it. */
const intent = (more: object = {}) => ({
  id: "pi_1",
  object: "payment_intent",
  amount: 12_550,
  currency: "try",
  status: "requires_payment_method",
  client_secret: "pi_1_secret",
  metadata: { payment_id: "p1" },
  last_payment_error: null,
  ...more,
});
const refund = (more: object = {}) => ({
  id: "re_1",
  object: "refund",
  amount: 500,
  payment_intent: "pi_1",
  status: "succeeded",
  metadata: { refund_id: "r1" },
  ...more,
});
const list = (...data: object[]) => ({ object: "list", data, has_more: false, url: "/v1/refunds" });
const error = (type: string, code?: string) => ({ error: { type, code, message: `It is ${code ?? type}.` } });

type Answer = { status?: number; body?: object; text?: string } | "reset" | "hang";
type Asked = { call: string; form: Record<string, string>; headers: Record<string, unknown> };

let server: Server;
let stripe: PaymentProvider;
let asked: Asked[];
let answers: Answer[];
const calls = () => asked.map(({ call }) => call);

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    asked.push({
      call: `${request.method} ${request.url}`,
      form: Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString())),
      headers: request.headers,
    });
    const answer = answers.shift() ?? { status: 599, text: "nothing was expected" };
    if (answer === "hang") return;
    if (answer === "reset") return void request.socket.resetAndDestroy();
    response.writeHead(answer.status ?? 200, { "Content-Type": "application/json", "Request-Id": "req_1" });
    response.end(answer.text ?? JSON.stringify(answer.body));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  stripe = stripeProvider({
    STRIPE_SECRET_KEY: "sk_test_1",
    STRIPE_WEBHOOK_SECRET: "whsec_test",
    STRIPE_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
});
beforeEach(() => {
  [asked, answers] = [[], []];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** The refusal's code, or what else came of a call. */
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => "answered",
    (cause: unknown) => (cause instanceof ProviderRefused ? cause.code : (cause as Error).constructor),
  );

describe("what is sent", () => {
  it("to make a payment: the amount, the currency, our id and a key that follows from it", async () => {
    answers = [{ body: intent() }];
    expect(await stripe.createPayment(PAYMENT)).toEqual({
      provider_id: "pi_1",
      payment_id: "p1",
      status: "requires_payment",
      amount_minor: 12_550,
      client_secret: "pi_1_secret",
      failure_code: null,
      challenge_url: null,
    });
    expect(asked).toMatchObject([
      {
        call: "POST /v1/payment_intents",
        headers: {
          authorization: "Bearer sk_test_1",
          "content-type": "application/x-www-form-urlencoded",
          "idempotency-key": "kapgel-payment-p1",
        },
      },
    ]);
    expect(asked[0]?.form).toEqual({
      amount: "12550",
      currency: "try",
      description: "KG-1",
      "automatic_payment_methods[enabled]": "true",
      "metadata[payment_id]": "p1",
    });
  });

  it("to read a payment, also after the browser confirmed it", async () => {
    answers = [{ body: intent() }, { body: intent({ status: "succeeded" }) }];
    expect((await stripe.getPayment("pi_1")).status).toBe("requires_payment");
    expect((await stripe.confirmPayment("pi_1", null)).status).toBe("succeeded");
    expect(calls()).toEqual(["GET /v1/payment_intents/pi_1", "GET /v1/payment_intents/pi_1"]);
  });

  it("to give a payment up", async () => {
    answers = [{ body: intent({ status: "canceled" }) }];
    expect((await stripe.cancelPayment("pi_1")).status).toBe("canceled");
    expect(calls()).toEqual(["POST /v1/payment_intents/pi_1/cancel"]);
  });

  it("to give up a payment that has ended: its state is the answer", async () => {
    answers = [
      { status: 400, body: error("invalid_request_error", "payment_intent_unexpected_state") },
      { body: intent({ status: "succeeded" }) },
    ];
    expect((await stripe.cancelPayment("pi_1")).status).toBe("succeeded");
  });

  it("to refund: the payment, the amount, our id and a key that follows from it", async () => {
    answers = [{ body: list() }, { body: refund() }];
    expect(await stripe.createRefund(REFUND)).toEqual({
      provider_refund_id: "re_1",
      refund_id: "r1",
      status: "succeeded",
      amount_minor: 500,
      failure_code: null,
    });
    expect(calls()).toEqual(["GET /v1/refunds?payment_intent=pi_1&limit=100", "POST /v1/refunds"]);
    expect(asked[1]?.form).toEqual({ payment_intent: "pi_1", amount: "500", "metadata[refund_id]": "r1" });
    expect(asked[1]?.headers["idempotency-key"]).toBe("kapgel-refund-r1");
  });

  it("to refund what was refunded days ago, when Stripe has forgotten the key: nothing but a question", async () => {
    const other = refund({ id: "re_0", metadata: { refund_id: "r0" } });
    answers = [{ body: list(other, refund({ status: "pending" })) }];
    expect(await stripe.createRefund(REFUND)).toMatchObject({
      provider_refund_id: "re_1",
      status: "pending",
    });
    expect(calls()).toHaveLength(1);
  });
});

describe("what an answer means", () => {
  it.each([
    ["requires_payment_method", "requires_payment"],
    ["requires_confirmation", "requires_payment"],
    ["requires_action", "requires_action"],
    ["processing", "processing"],
    ["requires_capture", "processing"],
    ["succeeded", "succeeded"],
    ["canceled", "canceled"],
  ])("a payment that is %s: %s", async (theirs, ours) => {
    answers = [{ body: intent({ status: theirs }) }];
    expect((await stripe.getPayment("pi_1")).status).toBe(ours);
  });

  it("a payment in a state that nobody knows yet: ask again later", async () => {
    answers = [{ body: intent({ status: "on_the_moon" }) }];
    expect(await refusal(stripe.getPayment("pi_1"))).toBe(ProviderUnavailable);
  });

  it.each([
    [{ code: "card_declined", decline_code: "generic_decline" }, "card_declined"],
    [{ code: "card_declined", decline_code: "insufficient_funds" }, "insufficient_funds"],
    [{ code: "expired_card" }, "expired_card"],
    [{ code: "payment_intent_authentication_failure" }, "challenge_failed"],
  ])("a card that was refused with %j: %s", async (last_payment_error, code) => {
    answers = [{ body: intent({ last_payment_error }) }];
    expect((await stripe.getPayment("pi_1")).failure_code).toBe(code);
  });

  it.each([
    [{ status: "pending" }, { status: "pending", failure_code: null }],
    [{ status: "requires_action" }, { status: "pending", failure_code: null }],
    [
      { status: "failed", failure_reason: "lost_or_stolen_card" },
      { status: "failed", failure_code: "lost_or_stolen_card" },
    ],
    [{ status: "canceled" }, { status: "failed", failure_code: "refund_failed" }],
  ])("a refund with %j: %j", async (theirs, ours) => {
    answers = [{ body: list() }, { body: refund(theirs) }];
    expect(await stripe.createRefund(REFUND)).toMatchObject(ours);
  });

  it.each([
    ["402", { status: 402, body: error("card_error", "card_declined") }, "card_declined"],
    ["400", { status: 400, body: error("invalid_request_error", "amount_too_small") }, "amount_too_small"],
    [
      "400 without a code",
      { status: 400, body: error("invalid_request_error") },
      "StripeInvalidRequestError",
    ],
    ["404", { status: 404, body: error("invalid_request_error", "resource_missing") }, "resource_missing"],
  ])("%s is a no for good", async (_, answer, code) => {
    answers = [answer];
    expect(await refusal(stripe.createPayment(PAYMENT))).toBe(code);
    expect(asked).toHaveLength(1);
  });

  it("a refund of what was given back already is a no for good", async () => {
    answers = [
      { body: list() },
      { status: 400, body: error("invalid_request_error", "charge_already_refunded") },
    ];
    expect(await refusal(stripe.createRefund(REFUND))).toBe("charge_already_refunded");
  });

  it.each([
    ["too many requests", { status: 429, body: error("invalid_request_error", "rate_limit") }],
    [
      "too many requests, said otherwise",
      { status: 400, body: error("invalid_request_error", "rate_limit") },
    ],
    ["another call at the same key", { status: 409, body: error("idempotency_error") }],
    ["a failure of Stripe's", { status: 500, body: error("api_error") }],
    ["no word of JSON", { status: 502, text: "<html>Bad gateway</html>" }],
    [
      "a key that is no longer good",
      { status: 401, body: error("invalid_request_error", "api_key_expired") },
    ],
  ])("%s leaves the outcome open, and is not repeated here", async (_, answer) => {
    answers = [answer];
    expect(await refusal(stripe.createPayment(PAYMENT))).toBe(ProviderUnavailable);
    expect(asked).toHaveLength(1);
  });

  it("a connection that breaks leaves the outcome open", async () => {
    answers = ["reset", "reset"]; // the SDK sends once more at once, with the same key
    expect(await refusal(stripe.createPayment(PAYMENT))).toBe(ProviderUnavailable);
    expect(new Set(asked.map(({ headers }) => headers["idempotency-key"]))).toEqual(
      new Set(["kapgel-payment-p1"]),
    );
  });

  it("no answer in 3 s leaves the outcome open", async () => {
    answers = ["hang"];
    const start = performance.now();
    expect(await refusal(stripe.getPayment("pi_1"))).toBe(ProviderUnavailable);
    expect(performance.now() - start).toBeGreaterThan(2900);
  });

  it("nobody at the address leaves the outcome open", async () => {
    const nowhere = stripeProvider({
      STRIPE_SECRET_KEY: "sk_test_1",
      STRIPE_WEBHOOK_SECRET: "whsec_test",
      STRIPE_API_URL: "http://127.0.0.1:9",
    });
    expect(await refusal(nowhere.getPayment("pi_1"))).toBe(ProviderUnavailable);
  });
});

describe("behind the guard", () => {
  it("a payment that failed to be made is asked for again with the same key", async () => {
    answers = [
      { status: 500, body: error("api_error") },
      { status: 429, body: error("x") },
      { body: intent() },
    ];
    expect((await protect(stripe).createPayment(PAYMENT)).provider_id).toBe("pi_1");
    expect(asked.map(({ headers }) => headers["idempotency-key"])).toEqual(
      Array(3).fill("kapgel-payment-p1"),
    );
  });

  it("a confirmation is asked for once, and a refusal is not asked for again", async () => {
    answers = [
      { status: 500, body: error("api_error") },
      { status: 402, body: error("card_error", "card_declined") },
    ];
    expect(await refusal(protect(stripe).confirmPayment("pi_1", null))).toBe(ProviderUnavailable);
    expect(await refusal(protect(stripe).createPayment(PAYMENT))).toBe("card_declined");
    expect(asked).toHaveLength(2);
  });

  it("a payment that nobody answers for is unavailable", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    const silent = { ...stripe, getPayment: () => new Promise<never>(() => {}) };
    const ended = refusal(protect(silent).getPayment("pi_1"));
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(await ended).toBe(ProviderUnavailable);
  });
});
