// The sagas: what each step asks the provider and how the answer is told to the database. A step is idempotent: asked again, the provider
// answers the same; told again, the database changes nothing. Where a saga stands and what comes next is its row (app.step_saga).
import { z } from "zod";
import type { PaymentProvider } from "@/lib/payments/provider";
import { faultPoint } from "@/lib/platform/fault";
import type { Database } from "@/lib/platform/supabase";

const SagaPayment = z.object({
  id: z.string(),
  provider_id: z.string().nullable(),
  amount_minor: z.number().int(),
  currency: z.literal("TRY"),
  status: z.string(),
  /** What was known when the provider is asked: record_payment() tells older answers by it. */
  revision: z.number().int(),
});

/** A claimed saga as claim_sagas() gives it: the step that is due and what it is about. */
export const DueSaga = z.object({
  id: z.string(),
  kind: z.enum(["card_payment", "card_refund"]),
  step: z.string(),
  payment: SagaPayment,
  refund: z
    .object({ id: z.string(), card_minor: z.number().int(), provider_refund_id: z.string().nullable() })
    .nullable(),
});
export type DueSaga = z.infer<typeof DueSaga>;
export type SagaSubject = Pick<DueSaga, "payment" | "refund"> & { card_token?: string | null };

type Step = {
  ask: (provider: PaymentProvider, about: SagaSubject) => Promise<Record<string, unknown>>;
  tell: (
    db: Database,
    about: SagaSubject,
    state: Record<string, unknown>,
    provider: string,
  ) => Promise<unknown>;
};

const create = (provider: PaymentProvider, { payment }: SagaSubject) =>
  provider.createPayment({
    payment_id: payment.id,
    amount_minor: payment.amount_minor,
    currency: payment.currency,
    description: `KapGel ${payment.id}`, // the same whoever asks: the provider refuses one key with two bodies
  });
// An answer may have been lost: what the provider calls the payment is asked again rather than missed.
const providerIdOf = async (provider: PaymentProvider, about: SagaSubject) =>
  about.payment.provider_id ?? (await create(provider, about)).provider_id;
const tellPayment: Step["tell"] = (db, { payment }, state, provider) =>
  db.call("record_payment", {
    payment_id: payment.id,
    state: { ...state, provider, seen: payment.revision } as never,
  });
const refundOf = ({ refund }: SagaSubject) => {
  if (!refund) throw new Error("A refund's saga has no refund.");
  return refund;
};
const tellRefund: Step["tell"] = (db, about, state) =>
  db.call("record_refund", { refund_id: refundOf(about).id, state: state as never });
const sendRefund: Step["ask"] = async (provider, about) => {
  const { id, card_minor } = refundOf(about);
  const provider_id = await providerIdOf(provider, about);
  return provider.createRefund({ refund_id: id, provider_id, amount_minor: card_minor });
};

/**
 * Every step of every saga, by kind. card_payment: `create` makes the payment known; `confirm` is the person's card, asked for by a request;
 * `await` looks how it stands; `cancel` is the compensation: it gives the payment up (and learns if it succeeded after all, which is then
 * honoured or paid back). card_refund: `send`, then `await`; its compensation, the wallet, is an operator's decision (act_on_saga).
 */
export const SAGAS = {
  card_payment: {
    create: { ask: create, tell: tellPayment },
    confirm: {
      ask: async (provider, about) =>
        provider.confirmPayment(await providerIdOf(provider, about), about.card_token ?? null),
      tell: tellPayment,
    },
    await: {
      ask: async (provider, about) => ({
        ...(await provider.getPayment(await providerIdOf(provider, about))),
        found: true,
      }),
      tell: tellPayment,
    },
    cancel: {
      ask: async (provider, about) => provider.cancelPayment(await providerIdOf(provider, about)),
      tell: tellPayment,
    },
  },
  card_refund: {
    send: { ask: sendRefund, tell: tellRefund },
    await: { ask: sendRefund, tell: tellRefund },
  },
} as const satisfies Record<DueSaga["kind"], Record<string, Step>>;

/** Where a step can be cut off: before the provider is asked, with its answer in hand, after the database was told. */
const POINTS = ["asking", "answered", "told"] as const;

/** Every boundary of every step, derived from the definitions: a new step cannot be forgotten by the tests. */
export const BOUNDARIES = Object.entries(SAGAS).flatMap(([kind, steps]) =>
  Object.keys(steps).flatMap((step) => POINTS.map((point) => `${kind}.${step}.${point}`)),
);

/**
 * Runs one step: asks the provider, tells the database.
 * @returns what the database answered
 * @throws ProviderUnavailable, ProviderRefused; ApiError when the database refuses
 */
export async function runStep(
  kind: DueSaga["kind"],
  name: string,
  about: SagaSubject,
  provider: PaymentProvider,
  db: Database,
): Promise<unknown> {
  const step = (SAGAS[kind] as Record<string, Step>)[name];
  if (!step) throw new Error(`${kind} has no step "${name}".`);
  faultPoint(`${kind}.${name}.asking`);
  const state = await step.ask(provider, about);
  faultPoint(`${kind}.${name}.answered`);
  const told = await step.tell(db, about, state, provider.name);
  faultPoint(`${kind}.${name}.told`);
  return told;
}
