// Each part of the figures as a table for a spreadsheet.
import { decimal } from "@/lib/platform/http/csv";
import type { InsightPart, Insights } from "./schema";

type Table = { columns: string[]; rows: (string | number | null)[][] };

/** The part's columns and rows; money in lira. */
export const TABLES: Record<InsightPart, (figures: Insights) => Table> = {
  totals: ({ totals, previous }) => ({
    columns: ["figure", "period", "period_before"],
    rows: (Object.keys(totals) as (keyof typeof totals)[]).map((name) => {
      const shown = (value: number) => (name.endsWith("_minor") ? decimal(value) : value);
      return [name.replace("_minor", ""), shown(totals[name]), shown(previous[name])];
    }),
  }),
  days: ({ by_day }) => ({
    columns: ["day", "placed", "delivered", "revenue", "prep_minutes"],
    rows: by_day.map((day) => [
      day.day,
      day.placed,
      day.delivered,
      decimal(day.revenue_minor),
      day.prep_minutes,
    ]),
  }),
  hours: ({ by_weekday_hour }) => ({
    columns: ["weekday", "hour", "orders"],
    rows: by_weekday_hour.map(({ weekday, hour, orders }) => [weekday, hour, orders]),
  }),
  products: ({ top_products }) => ({
    columns: ["product_id", "product", "quantity", "revenue"],
    rows: top_products.map((top) => [top.product_id, top.name, top.quantity, decimal(top.revenue_minor)]),
  }),
  unsold: ({ dead_products }) => ({
    columns: ["product_id", "product", "price"],
    rows: dead_products.map((dead) => [dead.product_id, dead.name, decimal(dead.price_minor)]),
  }),
  endings: ({ endings }) => ({
    columns: ["status", "reason", "orders", "lost"],
    rows: endings.map((end) => [end.status, end.reason, end.orders, decimal(end.lost_minor)]),
  }),
  times: ({ times, previous_times }) => ({
    columns: ["span", "orders", "median_minutes", "p90_minutes", "median_before", "p90_before"],
    rows: (["prep", "delivery", "whole"] as const).map((span) => [
      span,
      times[span].orders,
      times[span].median,
      times[span].p90,
      previous_times[span].median,
      previous_times[span].p90,
    ]),
  }),
};
