// A vendor's menu as its owner edits it: products with stock, categories, option groups. Lengths and limits are the tables'.
import { z } from "zod";
import { Id, Minor, Page, pageOf, Time, text, Version } from "@/lib/platform/http/fields";
import { Allergen, Currency } from "./schema";

const Position = z.number().int().min(0).max(100_000);
const Price = Minor.max(100_000_000);
// Our own pictures by path, others by https: a `javascript:` or `data:` address never reaches a page.
export const ImageUrl = z
  .string()
  .trim()
  .max(500)
  .regex(/^(https:\/\/|\/(?!\/))\S+$/, "must be an https address or a path on this site");
const StockPolicy = z.enum(["unlimited", "counted"]);
const Quantity = z.number().int().min(0).max(1_000_000);

/** The vendor meant by someone who manages several; otherwise their first. */
export const VendorScope = z.object({ vendor_id: Id.optional() });

export const Product = z.object({
  id: Id,
  vendor_id: Id,
  category_id: Id,
  name: z.string(),
  description: z.string(),
  image_url: z.string().nullable(),
  price_minor: Minor,
  currency: Currency,
  available: z.boolean(),
  position: z.number().int(),
  /** Of one hand's work in the kitchen, for each piece. */
  make_minutes: z.number().int(),
  allergens: z.array(Allergen),
  option_group_ids: z.array(Id),
  stock: z.array(
    z.object({
      branch_id: Id,
      stock_policy: StockPolicy,
      quantity: z.number().int().nullable(),
      available: z.boolean(),
    }),
  ),
  version: z.number().int(),
  created_at: Time,
  updated_at: Time,
});
export type Product = z.infer<typeof Product>;
export const ProductPage = pageOf(Product);
export const ProductsQuery = VendorScope.extend({
  ...Page,
  q: text(0, 80).optional(),
  category_id: Id.optional(),
});

export const NewProduct = VendorScope.extend({
  category_id: Id,
  name: text(1, 120),
  price_minor: Price,
  description: text(0, 1000).optional(),
  image_url: ImageUrl.nullish(),
  available: z.boolean().optional(),
  position: Position.optional(),
  make_minutes: z.number().int().min(0).max(240).optional(),
  allergens: z.array(Allergen).max(14).optional(),
  option_group_ids: z.array(Id).max(20).optional(),
});
/** With `version` the change is refused when someone else changed the product meanwhile. */
export const ProductPatch = NewProduct.omit({ vendor_id: true })
  .partial()
  .extend({ version: Version.optional() });

export const SetStock = z
  .object({
    branch_id: Id,
    stock_policy: StockPolicy,
    quantity: Quantity.nullish(),
    available: z.boolean().optional(),
  })
  .refine((stock) => stock.stock_policy === "unlimited" || typeof stock.quantity === "number", {
    path: ["quantity"],
    message: "is needed when stock is counted",
  });
export const Stock = z.object({
  branch_id: Id,
  product_id: Id,
  stock_policy: StockPolicy,
  quantity: z.number().int().nullable(),
  available: z.boolean(),
  updated_at: Time,
});
export type Stock = z.infer<typeof Stock>;

export const Category = z.object({
  id: Id,
  vendor_id: Id,
  name: z.string(),
  position: z.number().int(),
  product_count: z.number().int(),
});
export type Category = z.infer<typeof Category>;
export const CategoryPage = pageOf(Category);
export const NewCategory = VendorScope.extend({ name: text(1, 80), position: Position.optional() });
export const CategoryPatch = NewCategory.omit({ vendor_id: true }).partial();

const PriceDelta = z.number().int().min(-1_000_000).max(1_000_000);
export const OptionGroup = z.object({
  id: Id,
  vendor_id: Id,
  name: z.string(),
  min_choices: z.number().int(),
  max_choices: z.number().int(),
  options: z.array(
    z.object({
      id: Id,
      name: z.string(),
      price_delta_minor: z.number().int(),
      available: z.boolean(),
      position: z.number().int(),
    }),
  ),
  product_count: z.number().int(),
});
export type OptionGroup = z.infer<typeof OptionGroup>;
export const OptionGroupPage = pageOf(OptionGroup);
/** Options named by id stay themselves; the order is the array's. */
export const NewOptionGroup = VendorScope.extend({
  name: text(1, 80),
  min_choices: z.number().int().min(0).max(20),
  max_choices: z.number().int().min(1).max(20),
  options: z
    .array(
      z.object({
        id: Id.optional(),
        name: text(1, 80),
        price_delta_minor: PriceDelta.optional(),
        available: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(50),
});
