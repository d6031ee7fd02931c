// The operator's desk: what waits, what a search finds, a person, the town, the record, the switches and the look at an account.
import { z } from "zod";
import { Told } from "@/lib/notifications/schema";
import { OrderStatus } from "@/lib/orders/schema";
import { Id, Lat, Lng, Minor, Page, pageOf, Time, text } from "@/lib/platform/http/fields";
import { StaffRole } from "@/lib/staff/schema";

const Count = z.number().int();
const Role = z.enum(["customer", "vendor_admin", "courier", "admin"]);
const Reason = text(1, 1000);

/** What may wait for an operator. */
const WAITING = [
  "applications",
  "adjustments",
  "sagas",
  "dead_letters",
  "webhooks",
  "disputes",
  "schedule",
  "paused",
  "outbox",
  "late_orders",
  "unanswered",
] as const;
export const Overview = z.object({
  at: Time,
  /** Oldest first; what does not wait is left out. `oldest_at` is null for a job that never ran. */
  decisions: z.array(z.object({ kind: z.enum(WAITING), count: Count, oldest_at: Time.nullable() })),
  today: z.object({
    currency: z.literal("TRY"),
    orders: Count,
    active: Count,
    delivered: Count,
    ended: Count,
    revenue_minor: Minor,
    refunded_minor: Minor,
    couriers_online: Count,
  }),
});
export type Overview = z.infer<typeof Overview>;

/** Two characters at least find something. */
export const SearchQuery = z.object({ q: text(0, 80).default("") });
export const Found = z.object({
  orders: z.array(
    z.object({
      id: Id,
      number: z.string(),
      status: OrderStatus,
      branch: z.string(),
      customer: z.string(),
      created_at: Time,
    }),
  ),
  users: z.array(
    z.object({ id: Id, full_name: z.string(), email: z.string(), role: Role, suspended: z.boolean() }),
  ),
  vendors: z.array(z.object({ id: Id, name: z.string(), slug: z.string(), verified: z.boolean() })),
  couriers: z.array(
    z.object({
      id: Id,
      user_id: Id,
      full_name: z.string(),
      vendor: z.string(),
      shift_status: z.enum(["online", "offline"]),
    }),
  ),
});
export type Found = z.infer<typeof Found>;

const Facts = z.record(z.string(), z.unknown()).nullable();
export const AuditEntry = z.object({
  id: z.string(),
  at: Time,
  action: z.string(),
  subject_type: z.string(),
  subject_id: z.string(),
  reason: z.string().nullable(),
  request_id: z.string().nullable(),
  /** What became different, as it was and as it is. */
  before: Facts,
  after: Facts,
  /** Of this entry and, through it, of all before it. */
  hash: z.string(),
  actor: z.object({ id: Id, full_name: z.string().nullable() }),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
export const AuditPage = pageOf(AuditEntry);
export const AuditQuery = z.object({
  ...Page,
  action: text(3, 60).optional(),
  actor_id: Id.optional(),
  subject_type: text(1, 40).optional(),
  subject_id: text(1, 100).optional(),
});
/** `broken_at`: the first entry that is not as it was written. */
export const AuditCheck = z.object({ entries: Count, broken_at: z.string().nullable() });
export type AuditCheck = z.infer<typeof AuditCheck>;

export const Person = z.object({
  id: Id,
  full_name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  role: Role,
  locale: z.enum(["tr", "en"]),
  created_at: Time,
  suspended_at: Time.nullable(),
  address_count: Count,
  wallet: z.object({ balance_minor: Minor, currency: z.literal("TRY") }).nullable(),
  vendors: z.array(
    z.object({ id: Id, name: z.string(), slug: z.string(), as: StaffRole.or(z.literal("courier")) }),
  ),
  /** Placed by them; of a courier, carried by them. */
  order_count: Count,
  orders: z.array(
    z.object({
      id: Id,
      number: z.string(),
      status: OrderStatus,
      branch: z.string(),
      total_minor: Minor,
      currency: z.literal("TRY"),
      created_at: Time,
    }),
  ),
  notifications: z.array(Told.extend({ id: Id, created_at: Time, read_at: Time.nullable() })),
  record: z.array(AuditEntry),
});
export type Person = z.infer<typeof Person>;
export const Suspension = z.object({ suspended: z.boolean(), reason: Reason });

const Place = z.object({ lat: Lat, lng: Lng });
export const Town = z.object({
  at: Time,
  /** There are more active orders than these. */
  more: z.boolean(),
  orders: z.array(
    z.object({
      id: Id,
      number: z.string(),
      status: OrderStatus,
      type: z.enum(["delivery", "pickup"]),
      late: z.boolean(),
      branch: Place.extend({ id: Id, name: z.string() }),
      address: Place.nullable(),
      courier_id: Id.nullable(),
    }),
  ),
  couriers: z.array(
    z.object({
      id: Id,
      user_id: Id,
      full_name: z.string(),
      vendor: z.string(),
      active_orders: Count,
      position: Place.extend({ heading: z.number().nullable(), at: Time, stale: z.boolean() }).nullable(),
    }),
  ),
});
export type Town = z.infer<typeof Town>;

export const Flag = z.object({
  key: z.string(),
  enabled: z.boolean(),
  percentage: z.number().int().min(0).max(100),
  version: Count,
  updated_at: Time,
  allowed: z.array(z.string()),
  changes: z.array(AuditEntry),
});
export type Flag = z.infer<typeof Flag>;
export const FlagPage = pageOf(Flag);
export const FlagParams = z.object({ key: z.string().max(60) });
export const FlagChange = z.object({
  enabled: z.boolean(),
  percentage: z.number().int().min(0).max(100),
  allowed: z.array(z.email()).max(100),
  version: z.number().int().min(1).max(1_000_000_000),
  reason: Reason,
});

export const ImpersonationDraft = z.object({ user_id: Id, reason: Reason });
export const Impersonation = z.object({
  id: Id,
  expires_at: Time,
  user: z.object({ id: Id, full_name: z.string(), role: Role }),
});
export type Impersonation = z.infer<typeof Impersonation>;
