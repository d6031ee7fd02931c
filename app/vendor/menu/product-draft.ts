// A product while it is edited: its fields, what is wrong with them, and what someone else changed meanwhile.

import type { Amount } from "@/components/ui/amount-input";
import type { Product } from "@/lib/catalog/products";

export type ProductDraft = Pick<
  Product,
  "name" | "description" | "category_id" | "image_url" | "available" | "allergens" | "option_group_ids"
> & { price_minor: Amount; make_minutes: number };

/** Of work, as a product that says nothing has in the database. */
const USUAL_MINUTES = 2;

const FIELDS = [
  "name",
  "description",
  "price_minor",
  "category_id",
  "image_url",
  "available",
  "make_minutes",
  "allergens",
  "option_group_ids",
] as const;

/** The draft a form starts with: the product's, or an empty one in `category`. */
export function draftOf(product: Product | null, category: string): ProductDraft {
  if (!product) {
    return {
      name: "",
      description: "",
      price_minor: null,
      category_id: category,
      image_url: null,
      available: true,
      make_minutes: USUAL_MINUTES,
      allergens: [],
      option_group_ids: [],
    };
  }
  const { name, description, price_minor, category_id, image_url, available } = product;
  const { make_minutes, allergens, option_group_ids } = product;
  return {
    name,
    description,
    price_minor,
    category_id,
    image_url,
    available,
    make_minutes,
    allergens,
    option_group_ids,
  };
}

type Problem = "nameMissing" | "priceInvalid" | "categoryMissing" | "urlInvalid";

/** What keeps the draft from being saved, by field; the values name their messages. */
export function problemsOf(
  draft: ProductDraft,
): Partial<Record<"name" | "price_minor" | "category_id" | "image_url", Problem>> {
  return {
    ...(draft.name.trim() === "" && { name: "nameMissing" }),
    ...(typeof draft.price_minor !== "number" && { price_minor: "priceInvalid" }),
    ...(draft.category_id === "" && { category_id: "categoryMissing" }),
    ...(draft.image_url &&
      !/^(https:\/\/|\/(?!\/))\S+$/.test(draft.image_url) && { image_url: "urlInvalid" }),
  };
}

/** What was edited since `base`: only that is sent, so that saving over someone's change takes nothing else back. */
export function editsOf(base: Product, draft: ProductDraft): Partial<ProductDraft> {
  const before = draftOf(base, base.category_id);
  const edited = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(draft[field]));
  return Object.fromEntries(edited.map((field) => [field, draft[field]]));
}

/** The fields that differ between two versions; "other" when only something this form does not show did. */
export function changedFields(before: Product, after: Product): ((typeof FIELDS)[number] | "other")[] {
  const changed = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return changed.length > 0 ? changed : ["other"];
}
