// The allergens a product may be said to hold, apart from the schemas: browsers show them and need no zod for it.

/** The fourteen that EU 1169/2011 and the Turkish food codex name. */
export const ALLERGENS = [
  "gluten",
  "crustaceans",
  "eggs",
  "fish",
  "peanuts",
  "soybeans",
  "milk",
  "nuts",
  "celery",
  "mustard",
  "sesame",
  "sulphites",
  "lupin",
  "molluscs",
] as const;
export type Allergen = (typeof ALLERGENS)[number];
