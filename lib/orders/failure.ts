// A failed delivery that waits for its vendor.
import type { Order } from "./schema";

/** The report nobody has decided on yet; null when there is none. */
export function openReport({ handover }: Pick<Order, "handover">) {
  return handover?.reports.find(({ decision }) => decision === null) ?? null;
}
