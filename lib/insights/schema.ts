// A vendor's figures over a period beside those of the period before.
import { z } from "zod";
import { Id, Minor, Time } from "@/lib/platform/http/fields";

export const PERIODS = ["today", "7d", "30d", "90d"] as const;
export const InsightsQuery = z.object({
  period: z.enum(PERIODS).default("7d"),
  branch_id: Id.optional(),
  vendor_id: Id.optional(),
});
export type InsightsQuery = z.infer<typeof InsightsQuery>;

const Count = z.number().int();
const Totals = z.object({
  orders: Count,
  delivered: Count,
  rejected: Count,
  canceled: Count,
  revenue_minor: Minor,
  average_order_minor: Minor,
  customers: Count,
  back_customers: Count,
});
export type Totals = z.infer<typeof Totals>;

/** Minutes; null without orders. */
const Span = z.object({ orders: Count, median: z.number().nullable(), p90: z.number().nullable() });
const Times = z.object({ prep: Span, delivery: Span, whole: Span });

export const Insights = z.object({
  period: z.enum(PERIODS),
  from: Time,
  to: Time,
  previous_from: Time,
  previous_to: Time,
  currency: z.literal("TRY"),
  totals: Totals,
  previous: Totals,
  times: Times,
  previous_times: Times,
  by_day: z.array(
    z.object({
      day: z.string(),
      placed: Count,
      delivered: Count,
      revenue_minor: Minor,
      prep_minutes: z.number().nullable(),
    }),
  ),
  by_weekday_hour: z.array(z.object({ weekday: Count, hour: Count, orders: Count })),
  top_products: z.array(
    z.object({ product_id: Id, name: z.string(), quantity: Count, revenue_minor: Minor }),
  ),
  dead_products: z.array(z.object({ product_id: Id, name: z.string(), price_minor: Minor })),
  dead_count: Count,
  endings: z.array(
    z.object({
      status: z.enum(["REJECTED", "CANCELED_BY_USER", "CANCELED_BY_VENDOR"]),
      reason: z.string(),
      orders: Count,
      lost_minor: Minor,
    }),
  ),
});
export type Insights = z.infer<typeof Insights>;

/** The parts that are files. */
const PARTS = ["totals", "days", "hours", "products", "unsold", "endings", "times"] as const;
export const InsightFileQuery = InsightsQuery.extend({ part: z.enum(PARTS).default("totals") });
export type InsightPart = z.infer<typeof InsightFileQuery>["part"];
