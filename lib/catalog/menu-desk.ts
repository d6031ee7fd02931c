// A menu changed in the large: many products at once, in another order, from a file. Limits are the SQL functions'.
import { z } from "zod";
import { Id, Minor, Version } from "@/lib/platform/http/fields";
import { NewProduct, Product, VendorScope } from "./products";

const MOST = 2000; // products in one change, lines in one file

/** A change of one product among many; with `version` all are refused when this one was changed meanwhile. */
const ProductEdit = NewProduct.pick({ price_minor: true, available: true, category_id: true, position: true })
  .partial()
  .extend({ id: Id, version: Version.optional() });
export const ProductEdits = VendorScope.extend({ products: z.array(ProductEdit).min(1).max(MOST) });
export type ProductEdits = z.infer<typeof ProductEdits>;
export const EditedProducts = z.object({
  data: z.array(
    Product.pick({
      id: true,
      version: true,
      price_minor: true,
      available: true,
      category_id: true,
      position: true,
    }),
  ),
});
export type EditedProducts = z.infer<typeof EditedProducts>;

/** Before which product of its category; null: last. */
export const Place = z.object({ before: Id.nullable() });
/** All of the vendor's categories in the order they shall have. */
export const CategoryOrder = VendorScope.extend({ ids: z.array(Id).max(50) });

export const MenuFileQuery = VendorScope.extend({ lang: z.enum(["tr", "en"]).default("en") });
export const MenuExport = z.object({
  branches: z.array(z.object({ id: Id, name: z.string() })),
  products: z.array(
    z.object({
      id: Id,
      category: z.string(),
      name: z.string(),
      description: z.string(),
      price_minor: Minor,
      available: z.boolean(),
      stock: z.record(z.string(), z.number().int().nullable()),
    }),
  ),
});
export type MenuExport = z.infer<typeof MenuExport>;

/** A file's text to check, or with the `token` that its check answered, to apply. */
export const MenuImport = VendorScope.extend({
  csv: z
    .string()
    .min(1)
    .max(2_000_000)
    .refine((text) => text.isWellFormed(), "holds characters that cannot be stored"),
  token: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

const change = <T extends z.ZodType>(value: T) => z.object({ from: value.optional(), to: value }).optional();
export const ImportLine = z.object({
  line: z.number().int(),
  verdict: z.enum(["add", "change", "leave", "refuse"]),
  id: Id.nullable(),
  name: z.string(),
  category: z.string(),
  changes: z.object({
    category: change(z.string()),
    name: change(z.string()),
    description: change(z.string()),
    price_minor: change(Minor),
    available: change(z.boolean()),
  }),
  stock: z.array(
    z.object({ branch_id: Id, from: z.number().int().nullable(), to: z.number().int().nullable() }),
  ),
  problems: z.array(
    z.enum([
      "unknown_product",
      "twice",
      "category_missing",
      "name_missing",
      "price_missing",
      "too_many_categories",
      "id_invalid",
      "price_invalid",
      "available_invalid",
      "stock_invalid",
      "text_too_long",
      "too_many_cells",
    ]),
  ),
});
export type ImportLine = z.infer<typeof ImportLine>;
/** `token` is null while a line is refused: such a file cannot be applied. */
export const ImportResult = z.object({
  token: z.string().nullable(),
  applied: z.boolean(),
  lines: z.array(ImportLine),
});
export type ImportResult = z.infer<typeof ImportResult>;
