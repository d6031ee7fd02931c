import { describe, expect, it } from "vitest";
import type { PriceRule } from "@/lib/catalog/price-rules";
import { bodyOf, draftOf, NEW_RULE, problemsOf, type RuleDraft, targetsOf } from "./rule-draft.ts";

const good: RuleDraft = { ...NEW_RULE, name: " Akşam indirimi " };
const tea = { product_id: "a", name: "Çay", regular_minor: 2_000, price: 1_500 };

describe("a price rule's draft", () => {
  it("is sent when it says what, when and where", () => {
    expect(problemsOf(good)).toEqual({});
    expect(bodyOf(good)).toEqual({
      ...{ name: "Akşam indirimi", scope: "menu", percent: 20, weekdays: [1, 2, 3, 4, 5] },
      ...{ starts: "17:00", ends: "19:00", from_date: null, until_date: null, branch_ids: null },
    });
  });
  it("sends nothing that belongs to another scope", () => {
    const chosen = { ...good, category_ids: ["k"], products: [tea] };
    expect(targetsOf(chosen)).toEqual({ scope: "menu", percent: 20 });
    expect(targetsOf({ ...chosen, scope: "categories" })).toEqual({
      ...{ scope: "categories", percent: 20, category_ids: ["k"] },
    });
    expect(targetsOf({ ...chosen, scope: "products" })?.products).toEqual([{ product_id: "a" }]);
  });
  it("with new prices is for single products", () => {
    expect(targetsOf({ ...good, gives: "price", products: [tea] })).toEqual({
      ...{ scope: "products", percent: null, products: [{ product_id: "a", price_minor: 1_500 }] },
    });
  });
  it.each([
    [{ name: "  " }, { name: "nameMissing" }],
    [{ percent: "0" }, { percent: "percentInvalid" }],
    [{ percent: "101" }, { percent: "percentInvalid" }],
    [{ percent: "2,5" }, { percent: "percentInvalid" }],
    [{ scope: "categories" as const }, { categories: "categoriesMissing" }],
    [{ scope: "products" as const }, { products: "productsMissing" }],
    [{ gives: "price" as const, products: [{ ...tea, price: null }] }, { products: "priceInvalid" }],
    [{ gives: "price" as const, products: [{ ...tea, price: undefined }] }, { products: "priceInvalid" }],
    [{ weekdays: [] }, { weekdays: "weekdaysMissing" }],
    [{ from: "2026-12-02", until: "2026-12-01" }, { until: "untilInvalid" }],
    [{ branch_ids: [] }, { branches: "branchesMissing" }],
  ])("%j is refused", (change, problems) => {
    expect(problemsOf({ ...good, ...change })).toEqual(problems);
    expect(bodyOf({ ...good, ...change })).toBeNull();
  });
  it("of a kept rule is that rule again", () => {
    const rule = {
      ...{ name: "Çay", percent: null, scope: "products", weekdays: [0, 6], starts: "22:00", ends: "02:00" },
      ...{ from_date: "2026-12-01", until_date: null, branch_ids: ["b"], category_ids: [] },
      products: [{ product_id: "a", name: "Çay", regular_minor: 2_000, price_minor: 1_500 }],
    } as unknown as PriceRule;
    expect(bodyOf(draftOf(rule))).toEqual({
      ...{ name: "Çay", percent: null, scope: "products", weekdays: [0, 6], starts: "22:00", ends: "02:00" },
      ...{ from_date: "2026-12-01", until_date: null, branch_ids: ["b"] },
      products: [{ product_id: "a", price_minor: 1_500 }],
    });
  });
});
