// The shapes of notifications: what a person was told, what they want to be told and how, and their browsers that take pushes.
import { z } from "zod";
import { PaperKind } from "@/lib/identity/schema";
import { Id, Minor, Page, pageOf, Time } from "@/lib/platform/http/fields";

/** What people are told of, in the order in which the page of choices lists it. Who is told when, the table notification_rules says. */
export const KINDS = [
  "order_placed",
  "order_unanswered",
  "order_still_unanswered",
  "branch_paused",
  "courier_assigned",
  "order_confirmed",
  "order_rejected",
  "order_ready",
  "order_on_route",
  "order_near",
  "order_delivered",
  "order_cancelled",
  "refund",
  "dispute_opened",
  "dispute_answered",
  "dispute_resolved",
  "wallet_credit",
  "low_stock",
  "webhook_stopped",
  "paper_refused",
  "application_decided",
] as const;
export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

/** As whom somebody is told: the same kind is worded and linked differently for each side. */
export const Audience = z.enum(["customer", "vendor", "courier", "owner", "applicant", "self"]);

/** What it is about. Nothing here is about a person. */
export const Subject = z.object({
  order_id: Id.optional(),
  number: z.string().optional(),
  type: z.enum(["delivery", "pickup"]).optional(),
  vendor: z.string().optional(),
  amount_minor: Minor.optional(),
  branch_id: Id.optional(),
  branch: z.string().optional(),
  product_id: Id.optional(),
  product: z.string().optional(),
  host: z.string().optional(),
  quantity: z.number().int().optional(),
  application_id: Id.optional(),
  decision: z.enum(["approved", "rejected"]).optional(),
  paper_id: Id.optional(),
  paper: PaperKind.optional(),
});

/** What is told: enough to word it and to link it. */
export const Told = z.object({ kind: z.enum([...KINDS, "test"]), audience: Audience, data: Subject });
export type Told = z.infer<typeof Told>;

export const Notification = Told.extend({
  id: Id,
  kind: Kind,
  read_at: Time.nullable(),
  created_at: Time,
});
export type Notification = z.infer<typeof Notification>;
export const Unread = z.object({ unread: z.number().int() });
export const NotificationPage = pageOf(Notification).extend(Unread.shape);
export type NotificationPage = z.infer<typeof NotificationPage>;
export const NotificationsQuery = z.object(Page);
export const ReadMarks = z.union([
  z.object({ ids: z.array(Id).min(1).max(50) }),
  z.object({ all: z.literal(true) }),
]);

const Wish = z.object({ kind: Kind, in_app: z.boolean(), push: z.boolean(), email: z.boolean() });
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day, as 22:30");
const Quiet = z.object({ from: ClockTime, to: ClockTime });
export const Preferences = z.object({
  kinds: z.array(
    Wish.extend({
      /** When an e-mail is sent where one is wanted: always, or only to whom no push comes; null: there is none. */
      email_is: z.enum(["always", "fallback"]).nullable(),
      /** Quiet hours do not hold it back. */
      urgent: z.boolean(),
    }),
  ),
  /** Istanbul time; may cross midnight. */
  quiet: Quiet.nullable(),
});
export type Preferences = z.infer<typeof Preferences>;
export const PreferencesPatch = z.object({
  kinds: z.array(Wish).max(KINDS.length).optional(),
  quiet: Quiet.refine(({ from, to }) => from !== to, "must end at another time than it begins")
    .nullable()
    .optional(),
});
export type PreferencesPatch = z.infer<typeof PreferencesPatch>;

const Endpoint = z.url().min(10).max(1000);
/** As PushSubscription.toJSON() gives it. */
export const PushSubscription = z.object({
  endpoint: Endpoint,
  keys: z.object({
    p256dh: z.string().regex(/^[\w-]{86,88}={0,2}$/, "must be the browser's public key in base64url"),
    auth: z.string().regex(/^[\w-]{22}={0,2}$/, "must be the browser's secret in base64url"),
  }),
});
export type PushSubscription = z.infer<typeof PushSubscription>;
export const PushEndpoint = z.object({ endpoint: Endpoint });
/** A browser that takes the caller's pushes. */
const PushDevice = z.object({
  id: Id,
  /** As "Chrome · Android"; null: it said nothing we know. */
  device: z.string().nullable(),
  /** SHA-256 of its endpoint, in hexadecimal digits: by it a browser knows itself. */
  fingerprint: z.string(),
  created_at: Time,
  /** When a push reached it, or its person was there. */
  used_at: Time,
});
export type PushDevice = z.infer<typeof PushDevice>;
export const PushDevices = z.object({ data: z.array(PushDevice) });

/** An e-mail's unsubscribe link. Without a kind it is about every kind. */
export const UnsubscribeQuery = z.object({
  token: z.string().max(100),
  kind: Kind.optional(),
  undo: z.literal("1").optional(),
});
export const EmailSubscription = z.object({ subscribed: z.boolean(), locale: z.enum(["tr", "en"]) });
