// Why an order would be refused, sorted by what on the screen has to change.
import type { Quote } from "@/lib/orders/schema";

export type Problem = Quote["problems"][number];
export type Spot = "line" | "type" | "time" | "address" | "minimum" | "coupon" | "other";

/** Where on the screen a problem belongs. */
export function spotOf({ code, details }: Problem): Spot {
  switch (code) {
    case "OUT_OF_STOCK":
    case "PRODUCT_UNAVAILABLE":
      return "line";
    case "VALIDATION_ERROR":
      return Object.keys(details).some((field) => field.startsWith("items.")) ? "line" : "other";
    case "SLOT_UNAVAILABLE":
      return "time";
    case "BRANCH_CLOSED":
      return "opens_at" in details ? "time" : "type";
    case "OUTSIDE_DELIVERY_ZONE":
      return "address";
    case "MINIMUM_ORDER_VALUE":
      return "minimum";
    case "COUPON_UNUSABLE":
      return "coupon";
    default:
      return "other";
  }
}

/** The problem of the cart's line at `index`, if any. */
export function problemOfLine(
  problems: Problem[],
  line: { product_id: string },
  index: number,
): Problem | undefined {
  return problems.find(
    (problem) =>
      spotOf(problem) === "line" &&
      (problem.details.product_id === line.product_id || `items.${index}.option_ids` in problem.details),
  );
}

/** The first problem of a spot. */
export function problemAt(problems: Problem[], spot: Spot): Problem | undefined {
  return problems.find((problem) => spotOf(problem) === spot);
}

/** The other times a refused slot offers, as ISO instants. */
export function alternativesOf(problem: Problem): string[] {
  const { alternatives } = problem.details;
  return Array.isArray(alternatives) ? alternatives.filter((at) => typeof at === "string") : [];
}

/** The branch's minimum order in kuruş that a MINIMUM_ORDER_VALUE problem names. */
export function minimumOf(problem: Problem): number {
  const { minimum_order_minor } = problem.details;
  return typeof minimum_order_minor === "number" ? minimum_order_minor : 0;
}
