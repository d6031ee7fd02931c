import { expect, it } from "vitest";
import { alternativesOf, minimumOf, problemOfLine, spotOf } from "./problems.ts";

const problem = (code: string, details: Record<string, unknown> = {}) => ({ code, message: "", details });

it("puts each problem beside what has to change", () => {
  expect(spotOf(problem("OUT_OF_STOCK", { product_id: "p" }))).toBe("line");
  expect(spotOf(problem("VALIDATION_ERROR", { "items.0.option_ids": ["x"] }))).toBe("line");
  expect(spotOf(problem("VALIDATION_ERROR", { coupon: ["x"] }))).toBe("other");
  expect(spotOf(problem("BRANCH_CLOSED", { opens_at: null }))).toBe("time");
  expect(spotOf(problem("BRANCH_CLOSED"))).toBe("type");
  expect(spotOf(problem("SLOT_UNAVAILABLE"))).toBe("time");
  expect(spotOf(problem("OUTSIDE_DELIVERY_ZONE"))).toBe("address");
  expect(spotOf(problem("MINIMUM_ORDER_VALUE"))).toBe("minimum");
  expect(spotOf(problem("COUPON_UNUSABLE", { reason: "ENDED" }))).toBe("coupon");
  expect(spotOf(problem("SOMETHING_NEW"))).toBe("other");
});

it("finds a line's problem by product or by place", () => {
  const problems = [
    problem("OUT_OF_STOCK", { product_id: "p2" }),
    problem("VALIDATION_ERROR", { "items.2.option_ids": [] }),
  ];
  expect(problemOfLine(problems, { product_id: "p1" }, 0)).toBeUndefined();
  expect(problemOfLine(problems, { product_id: "p2" }, 1)?.code).toBe("OUT_OF_STOCK");
  expect(problemOfLine(problems, { product_id: "p3" }, 2)?.code).toBe("VALIDATION_ERROR");
});

it("reads details that are there and survives those that are not", () => {
  expect(
    alternativesOf(problem("SLOT_UNAVAILABLE", { alternatives: ["2026-01-01T10:00:00Z", 5] })),
  ).toHaveLength(1);
  expect(alternativesOf(problem("SLOT_UNAVAILABLE"))).toEqual([]);
  expect(minimumOf(problem("MINIMUM_ORDER_VALUE"))).toBe(0);
});
