// Orders' shapes: what a client may ask for (ids and quantities, never prices) and what it is told.
import { z } from "zod";
import { Id, Lat, Lng, Minor, Page, pageOf, Time, text, Version } from "@/lib/platform/http/fields";

export const OrderStatus = z.enum([
  "NEW",
  "CONFIRMED",
  "PREPARING",
  "READY",
  "PICKED_UP",
  "ON_ROUTE",
  "DELIVERED",
  "REJECTED",
  "CANCELED_BY_USER",
  "CANCELED_BY_VENDOR",
]);
export type OrderStatus = z.infer<typeof OrderStatus>;
export const OrderType = z.enum(["delivery", "pickup"]);
/** How what store credit does not cover is paid: at the door, or by card now. `wallet`: credit pays it all. */
export const PaymentMethod = z.enum(["cash", "card_on_delivery", "wallet", "card"]);

const DraftItem = z.object({
  product_id: Id,
  quantity: z.number().int().min(1).max(99),
  option_ids: z.array(Id).max(50).optional(),
  note: text(0, 200).nullish(),
});
const Destination = z.object({
  text: text(5, 300),
  lat: Lat,
  lng: Lng,
  neighborhood_id: z.number().int().positive().nullish(),
});

const Draft = z.object({
  branch_id: Id,
  type: OrderType,
  items: z.array(DraftItem).min(1).max(50),
  note: text(0, 500).nullish(),
  scheduled_for: Time.nullish(),
  tip_minor: Minor.max(1_000_000).optional(),
  coupon: text(1, 40).nullish(),
  /** How much of the total store credit pays; the rest is paid by `payment_method`. With `wallet`, all of it. */
  wallet_minor: Minor.optional(),
});

/** A quote may be asked before the address or the payment is known. */
export const QuoteDraft = Draft.extend({
  address: Destination.partial({ text: true }).nullish(),
  payment_method: PaymentMethod.optional(),
});
export type QuoteDraft = z.infer<typeof QuoteDraft>;

export const PlaceOrder = Draft.extend({
  address: Destination.nullish(),
  payment_method: PaymentMethod,
  expected_total_minor: Minor.optional(),
}).refine((order) => order.type === "pickup" || order.address, {
  path: ["address"],
  message: "is needed for a delivery",
});
export type PlaceOrder = z.infer<typeof PlaceOrder>;

const Option = z.object({ id: Id, group: z.string(), name: z.string(), price_delta_minor: z.number().int() });
const Line = z.object({
  product_id: Id,
  name: z.string(),
  quantity: z.number().int(),
  /** With its options, as it is paid: the price of the moment of ordering, also in an order for later. */
  unit_price_minor: Minor,
  /** What it would cost without the price rule that lowered it; null: that. */
  regular_unit_price_minor: Minor.nullable(),
  line_total_minor: Minor,
  options: z.array(Option),
  note: z.string().nullable(),
});
const Totals = {
  subtotal_minor: Minor,
  delivery_fee_minor: Minor,
  discount_minor: Minor,
  tip_minor: Minor,
  total_minor: Minor,
  currency: z.literal("TRY"),
};

/** Why an order like this would be refused; the same codes as the errors of placing it. */
const Problem = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});

export const Quote = z.object({
  items: z.array(
    Line.extend({
      name: z.string().nullable(),
      unit_price_minor: Minor.nullable(),
      line_total_minor: Minor.nullable(),
    }),
  ),
  ...Totals,
  /** The coupon that takes the discount off; null: none, or one that cannot be used (then a problem says why). */
  coupon: z.object({ code: z.string(), kind: z.enum(["percentage", "amount", "free_delivery"]) }).nullable(),
  eta_minutes: z.number().int(),
  eta_at: Time,
  /** When a price may next change by a rule; null: not within seven days. */
  prices_until: Time.nullable(),
  /** Of one hand's work in the kitchen: what GET /api/branches/{id}/slots asks for. */
  make_minutes: z.number().int(),
  problems: z.array(Problem),
});
export type Quote = z.infer<typeof Quote>;

export const FailureReason = z.enum(["nobody_there", "wrong_address", "refused", "unreachable"]);

export const Position = z.object({
  lat: z.number(),
  lng: z.number(),
  accuracy: z.number().nullable(),
  heading: z.number().nullable(),
  at: Time,
  stale: z.boolean(),
});

/** A photograph that the courier took: at the door, or of a delivery that failed. `GET /api/orders/{id}/photos/{photo id}` is its file. */
export const DeliveryPhoto = z.object({ id: Id, kind: z.enum(["proof", "failed"]), at: Time });

/** How a delivery is handed over; null until it is picked up. The code is shown to its customer only, while the order is on the road. */
export const Handover = z.object({
  code: z.string().nullable(),
  code_required: z.boolean(),
  attempts_left: z.number().int(),
  waived: z.object({ at: Time, reason: z.string() }).nullable(),
  /** Whose word it is, when and where; a code is the customer's. */
  proof: z
    .object({
      kind: z.enum(["code", "courier", "operator"]),
      at: Time,
      lat: z.number().nullable(),
      lng: z.number().nullable(),
      accuracy: z.number().nullable(),
    })
    .nullable(),
  /** Deliveries that failed, oldest first; without a decision it is the vendor's turn. */
  reports: z.array(
    z.object({
      id: Id,
      reason: FailureReason,
      note: z.string().nullable(),
      at: Time,
      lat: z.number().nullable(),
      lng: z.number().nullable(),
      decision: z.enum(["try_again", "cancel", "overtaken"]).nullable(),
      decision_note: z.string().nullable(),
      decided_at: Time.nullable(),
    }),
  ),
  /** The oldest first; kept for 90 days. */
  photos: z.array(DeliveryPhoto),
});

export const Order = z.object({
  id: Id,
  number: z.string(),
  status: OrderStatus,
  type: OrderType,
  version: z.number().int(),
  branch: z.object({
    id: Id,
    name: z.string(),
    lat: z.number(),
    lng: z.number(),
    phone: z.string().nullable(),
    address_text: z.string(),
    vendor: z.object({ id: Id, slug: z.string(), name: z.string(), image_url: z.string().nullable() }),
  }),
  items: z.array(
    Line.extend({
      /** 1 is the first. */
      line: z.number().int(),
      image_url: z.string().nullable(),
      refunded_quantity: z.number().int(),
    }),
  ),
  ...Totals,
  /** The part of the discount that is taken off the delivery fee. */
  delivery_discount_minor: Minor,
  coupon_code: z.string().nullable(),
  payment_method: PaymentMethod,
  payment_status: z.enum(["pending", "paid", "void", "partly_refunded", "refunded"]),
  /** The part store credit pays, what has been paid in all, and what was given back of it. */
  wallet_minor: Minor,
  paid_minor: Minor,
  refunded_minor: Minor,
  /** The card payment (GET /api/payments/{id}), for the customer only. */
  payment_id: Id.nullable(),
  refunds: z.array(
    z.object({
      id: Id,
      amount_minor: Minor,
      to: z.enum(["wallet", "original"]),
      status: z.enum(["pending", "succeeded", "failed"]),
      reason: z.string(),
      at: Time,
    }),
  ),
  customer: z.object({ full_name: z.string(), phone: z.string().nullable() }),
  courier: z
    .object({
      id: Id,
      full_name: z.string(),
      phone: z.string().nullable(),
      vehicle: z.enum(["scooter", "bicycle", "car", "on_foot"]),
      position: Position.nullable(),
    })
    .nullable(),
  address: z
    .object({ text: z.string(), lat: z.number(), lng: z.number(), neighborhood_id: z.number().nullable() })
    .nullable(),
  note: z.string().nullable(),
  scheduled_for: Time.nullable(),
  prep_minutes: z.number().int(),
  eta_at: Time,
  /** When the kitchen should be done, until the order leaves the counter. */
  ready_by: Time.nullable(),
  confirm_by: Time.nullable(),
  end_reason: z.string().nullable(),
  allowed_transitions: z.array(OrderStatus),
  handover: Handover.nullable(),
  created_at: Time,
  updated_at: Time,
});
export type Order = z.infer<typeof Order>;
export const OrderPage = pageOf(Order);

/** `at`: the order as it was then, in the same shape; nobody can move it there. */
export const OrderQuery = z.object({ at: Time.optional() });

/** `status` is active, past, or statuses separated by commas. */
export const OrdersQuery = z.object({ ...Page, status: z.string().max(200).optional() });
export const VendorOrdersQuery = OrdersQuery.extend({ branch_id: Id.optional() });

export const Transition = z.object({
  to: OrderStatus,
  reason: text(0, 500).nullish(),
  prep_minutes: z.number().int().min(1).max(240).nullish(),
  version: Version.nullish(),
});
/** Null takes the order back from its courier; changing a chosen courier needs the order's version. */
export const Assignment = z.object({ courier_id: Id.nullable(), version: Version.nullish() });

export const OrderEvent = z.object({
  version: z.number().int(),
  type: z.enum([
    "order.created",
    "order.status_changed",
    "order.courier_assigned",
    "order.paid",
    "order.refunded",
    "order.code_locked",
    "order.code_waived",
    "order.delivery_failed",
    "order.delivery_decided",
    "order.photo_added",
  ]),
  at: Time,
  actor: z.object({ role: z.string(), name: z.string().nullable() }),
  data: z.record(z.string(), z.unknown()),
  /** For operators: the columns of the order that became different; of a new one, all. Null: an event older than this record. */
  changes: z.record(z.string(), z.unknown()).nullable().optional(),
});
export type OrderEvent = z.infer<typeof OrderEvent>;
export const OrderEventPage = pageOf(OrderEvent);
export const EventsQuery = z.object(Page);

export const StatsQuery = z.object({ period: z.enum(["today", "7d", "30d"]).default("today") });
export const VendorStats = z.object({
  period: z.string(),
  from: Time,
  to: Time,
  orders: z.number().int(),
  delivered: z.number().int(),
  rejected: z.number().int(),
  canceled: z.number().int(),
  active: z.number().int(),
  revenue_minor: Minor,
  average_order_minor: Minor,
  currency: z.literal("TRY"),
  by_hour: z.array(z.object({ hour: z.number().int(), orders: z.number().int() })),
  /** What happened on each day, whenever the order was placed; as far as events have been counted, a second or so behind. */
  by_day: z.array(
    z.object({
      day: z.iso.date(),
      placed: z.number().int(),
      delivered: z.number().int(),
      revenue_minor: Minor,
      /** Average from confirmation to ready; null when no order became ready. */
      prep_minutes: z.number().nullable(),
    }),
  ),
  top_products: z.array(
    z.object({ product_id: Id, name: z.string(), quantity: z.number().int(), revenue_minor: Minor }),
  ),
});
export type VendorStats = z.infer<typeof VendorStats>;

/** Which rows to compare with what their events rebuild: one, or a page of the newest. */
export const CheckQuery = z.object({
  ...Page,
  stream: z.enum(["order", "wallet"]).default("order"),
  id: Id.optional(),
});
export const StateCheck = z.object({
  stream: z.enum(["order", "wallet"]),
  id: Id,
  version: z.number().int(),
  events: z.number().int(),
  /** Empty: the row is what its events say. */
  differences: z.array(z.object({ column: z.string(), rebuilt: z.unknown(), stored: z.unknown() })),
});
export const StateCheckPage = pageOf(StateCheck);
