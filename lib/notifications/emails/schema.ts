// What an e-mail is made of: its kind, whom it greets, where its links lead, and the facts its kind tells.
import { z } from "zod";
import { ApplicationStatus } from "@/lib/identity/schema";
import { Minor, Time } from "@/lib/platform/http/fields";

const Order = z.object({
  number: z.string(),
  vendor: z.string(),
  branch: z.string(),
  type: z.enum(["delivery", "pickup"]).optional(),
  total_minor: Minor,
  currency: z.literal("TRY"),
  eta_at: Time.nullish(),
  /** Why it ended: the words of whoever ended it, or a code of the orders messages, as CONFIRM_TIMEOUT. */
  reason: z.string().nullish(),
  lines: z
    .array(z.object({ name: z.string(), quantity: z.number().int(), line_total_minor: Minor }))
    .optional(),
  subtotal_minor: Minor.optional(),
  delivery_fee_minor: Minor.optional(),
  discount_minor: Minor.optional(),
  tip_minor: Minor.optional(),
});
export type EmailOrder = z.infer<typeof Order>;

/** Anything else could run a script where it is opened. */
const Web = z.url({ protocol: /^https?$/ });
const Reader = {
  /** Whom it greets; may be empty. */
  name: z.string(),
  /** The page that the button opens. */
  link: Web,
  unsubscribe_link: Web,
  preferences_link: Web,
};
/** `to`: which side reads it, where the sides are told in different words. */
const AboutOrder = z.object({
  ...Reader,
  to: z.enum(["customer", "vendor", "courier"]).default("customer"),
  order: Order,
});
const AboutApplication = z.object({
  ...Reader,
  application: z.object({
    name: z.string(),
    decision: ApplicationStatus,
    note: z.string().nullish(),
  }),
});
const Amount = { amount_minor: Minor, currency: z.literal("TRY") };

/** What each kind of e-mail must be given. */
export const EMAIL_DATA = {
  order_placed: AboutOrder,
  order_unanswered: AboutOrder,
  order_still_unanswered: AboutOrder,
  branch_paused: AboutOrder,
  order_confirmed: AboutOrder,
  order_rejected: AboutOrder,
  order_ready: AboutOrder,
  order_on_route: AboutOrder,
  order_near: AboutOrder,
  order_delivered: AboutOrder,
  order_cancelled: AboutOrder,
  courier_assigned: AboutOrder,
  refund: AboutOrder.extend(Amount),
  dispute_opened: AboutOrder,
  dispute_answered: AboutOrder,
  dispute_resolved: AboutOrder,
  wallet_credit: z.object({ ...Reader, ...Amount }),
  low_stock: z.object({
    ...Reader,
    product: z.object({ name: z.string(), quantity: z.number().int(), branch: z.string().optional() }),
  }),
  webhook_stopped: z.object({ ...Reader, host: z.string() }),
  paper_refused: AboutApplication,
  application_decided: AboutApplication,
} as const;

export type EmailKind = keyof typeof EMAIL_DATA;
/** What a caller hands over; `z.input`, so that defaults may be left out. */
export type EmailData<K extends EmailKind = EmailKind> = z.input<(typeof EMAIL_DATA)[K]>;
