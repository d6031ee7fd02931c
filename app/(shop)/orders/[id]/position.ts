// Where the courier was last seen, and when that is too long ago to call it "here".
import type { Order } from "@/lib/orders/schema";

export type CourierPosition = Omit<NonNullable<NonNullable<Order["courier"]>["position"]>, "stale">;

/** A position ages out after 45 s, as the server counts. */
const STALE_MS = 45_000;

/** The position a `courier.position` message carries; null for anything else. */
export function asPosition(payload: Record<string, unknown>): CourierPosition | null {
  const { lat, lng, at, heading, accuracy } = payload;
  if (typeof lat !== "number" || typeof lng !== "number" || typeof at !== "string") return null;
  const optional = (value: unknown) => (typeof value === "number" ? value : null);
  return { lat, lng, at, heading: optional(heading), accuracy: optional(accuracy) };
}

/** The younger of two positions. */
export function later(a: CourierPosition | null, b: CourierPosition | null): CourierPosition | null {
  if (!a || !b) return a ?? b;
  return Date.parse(b.at) > Date.parse(a.at) ? b : a;
}

/** Whether a position is too old at `now` (ms). */
export function isStale(position: CourierPosition, now: number): boolean {
  return now - Date.parse(position.at) > STALE_MS;
}
