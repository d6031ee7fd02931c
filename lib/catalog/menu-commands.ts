// What a vendor changes in its menu in the large, each by one SQL function (supabase/migrations/*_menu_desk.sql).
import type { z } from "zod";
import { ApiError } from "@/lib/platform/errors";
import type { Database } from "@/lib/platform/supabase";
import {
  type CategoryOrder,
  EditedProducts,
  ImportLine,
  ImportResult,
  MenuExport,
  type MenuImport,
  type ProductEdits,
} from "./menu-desk";
import { readMenuFile } from "./menu-file";
import { CategoryPage, Product } from "./products";

/** Changes all of them or none. Throws NOT_FOUND, and VERSION_CONFLICT with `details.current`. */
export async function editProducts(db: Database, edits: ProductEdits): Promise<EditedProducts> {
  return EditedProducts.parse(await db.call("edit_products", { body: edits }));
}

/** Puts a product before another of its category; null: last. */
export async function placeProduct(db: Database, id: string, before: string | null): Promise<Product> {
  return Product.parse(await db.call("place_product", { product_id: id, body: { before } }));
}

/** Throws VERSION_CONFLICT with `details.current` when the ids are not all of the vendor's categories. */
export async function arrangeCategories(db: Database, order: z.infer<typeof CategoryOrder>) {
  return CategoryPage.parse(await db.call("arrange_categories", { body: order }));
}

/** The whole menu with every branch's stock, for a file. */
export async function exportMenu(db: Database, vendorId?: string): Promise<MenuExport> {
  return MenuExport.parse(await db.call("export_menu", { vendor_id: vendorId }));
}

/**
 * What a file would do, line by line; with its token, does it.
 * @throws ApiError VALIDATION_ERROR on `csv` for a file that cannot be read, or applied; VERSION_CONFLICT when the menu changed since it was checked
 */
export async function importMenu(
  db: Database,
  { csv, token, vendor_id }: z.infer<typeof MenuImport>,
): Promise<ImportResult> {
  const { lines, refused } = readMenuFile(csv);
  if (token && refused.length > 0) {
    const message = "The file has lines that cannot be taken.";
    throw new ApiError("VALIDATION_ERROR", message, { csv: [message] });
  }
  const body = { lines, ...(vendor_id && { vendor_id }), ...(token && { token }) };
  const plan = ImportResult.parse(await db.call("import_menu", { body }));
  const unread = refused.map(({ line, problems }) =>
    ImportLine.parse({
      line: line.line,
      verdict: "refuse",
      id: line.id ?? null,
      name: line.name ?? "",
      category: line.category ?? "",
      changes: {},
      stock: [],
      problems,
    }),
  );
  const all = [...plan.lines, ...unread].sort((a, b) => a.line - b.line);
  const whole = all.every(({ verdict }) => verdict !== "refuse");
  return { ...plan, token: whole ? plan.token : null, lines: all };
}
