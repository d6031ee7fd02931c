// A price rule while it is edited: its fields as they are typed, what is wrong with them, and the request they become.
import type { Amount } from "@/components/ui/amount-input";
import type { NewPriceRule, PriceRule } from "@/lib/catalog/price-rules";

export type RuleProduct = { product_id: string; name: string; regular_minor: number; price: Amount };
export type RuleDraft = {
  name: string;
  gives: "percent" | "price";
  percent: string;
  /** With new prices it is always `products`. */
  scope: PriceRule["scope"];
  category_ids: string[];
  products: RuleProduct[];
  weekdays: number[];
  starts: string;
  ends: string;
  /** As a date field has them; empty: from now, or without an end. */
  from: string;
  until: string;
  /** Null: at every branch. */
  branch_ids: string[] | null;
};

export const NEW_RULE: RuleDraft = {
  name: "",
  gives: "percent",
  percent: "20",
  scope: "menu",
  category_ids: [],
  products: [],
  weekdays: [1, 2, 3, 4, 5],
  starts: "17:00",
  ends: "19:00",
  from: "",
  until: "",
  branch_ids: null,
};

/** A rule as it is kept, to be edited. */
export function draftOf(rule: PriceRule): RuleDraft {
  return {
    name: rule.name,
    gives: rule.percent === null ? "price" : "percent",
    percent: rule.percent === null ? NEW_RULE.percent : String(rule.percent),
    scope: rule.scope,
    category_ids: rule.category_ids,
    products: rule.products.map(({ price_minor, ...product }) => ({ ...product, price: price_minor })),
    weekdays: rule.weekdays,
    starts: rule.starts,
    ends: rule.ends,
    from: rule.from_date ?? "",
    until: rule.until_date ?? "",
    branch_ids: rule.branch_ids,
  };
}

export const scopeOf = ({ gives, scope }: RuleDraft) => (gives === "price" ? "products" : scope);

type Field = "name" | "percent" | "categories" | "products" | "weekdays" | "until" | "branches";
type Problem =
  | "nameMissing"
  | "percentInvalid"
  | "categoriesMissing"
  | "productsMissing"
  | "priceInvalid"
  | "weekdaysMissing"
  | "untilInvalid"
  | "branchesMissing";

const percentOf = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);
const isPercent = (text: string) => percentOf(text) >= 1 && percentOf(text) <= 100;
const lacksPrice = ({ price }: RuleProduct) => typeof price !== "number";

/** What keeps the draft from being saved, by field; the values name their messages. */
export function problemsOf(draft: RuleDraft): Partial<Record<Field, Problem>> {
  const scope = scopeOf(draft);
  const { gives, products, from, until, branch_ids } = draft;
  return {
    ...(!draft.name.trim() && { name: "nameMissing" as const }),
    ...(gives === "percent" && !isPercent(draft.percent) && { percent: "percentInvalid" as const }),
    ...(scope === "categories" &&
      draft.category_ids.length === 0 && { categories: "categoriesMissing" as const }),
    ...(scope === "products" && products.length === 0
      ? { products: "productsMissing" as const }
      : gives === "price" && products.some(lacksPrice) && { products: "priceInvalid" as const }),
    ...(draft.weekdays.length === 0 && { weekdays: "weekdaysMissing" as const }),
    ...(from && until && until < from && { until: "untilInvalid" as const }),
    ...(branch_ids?.length === 0 && { branches: "branchesMissing" as const }),
  };
}

type Targets = Pick<NewPriceRule, "scope" | "percent" | "category_ids" | "products">;

/** What the draft takes off, and what for; null while that cannot be read. */
export function targetsOf(draft: RuleDraft): Targets | null {
  const { percent, categories, products } = problemsOf(draft);
  if (percent || categories || products) return null;
  const scope = scopeOf(draft);
  const fixed = draft.gives === "price";
  return {
    scope,
    percent: fixed ? null : percentOf(draft.percent),
    ...(scope === "categories" && { category_ids: draft.category_ids }),
    ...(scope === "products" && {
      products: draft.products.map(({ product_id, price }) => ({
        product_id,
        ...(fixed && { price_minor: price ?? null }),
      })),
    }),
  };
}

/** The request; null while the draft has problems. */
export function bodyOf(draft: RuleDraft): NewPriceRule | null {
  const targets = targetsOf(draft);
  if (!targets || Object.keys(problemsOf(draft)).length > 0) return null;
  const { weekdays, starts, ends, branch_ids } = draft;
  return {
    ...targets,
    ...{ name: draft.name.trim(), weekdays, starts, ends, branch_ids },
    from_date: draft.from || null,
    until_date: draft.until || null,
  };
}
