// What a vendor changes in its menu, branches and profile, each by one SQL function (supabase/migrations/*_catalog_*.sql).
// All throw NOT_FOUND for ids of another vendor.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import { Branch, type BranchPatch, type NewBranch } from "./branches";
import {
  Category,
  type CategoryPatch,
  type NewCategory,
  type NewOptionGroup,
  type NewProduct,
  OptionGroup,
  Product,
  type ProductPatch,
  type SetStock,
  Stock,
} from "./products";
import { Profile, type ProfilePatch } from "./profile";

/** Puts a product on the menu, last in its category unless a position is given. */
export async function createProduct(db: Database, product: z.infer<typeof NewProduct>): Promise<Product> {
  return Product.parse(await db.call("create_product", { body: product }));
}

/** Throws VERSION_CONFLICT with `details.current` when `version` is given and old. */
export async function updateProduct(
  db: Database,
  id: string,
  patch: z.infer<typeof ProductPatch>,
): Promise<Product> {
  return Product.parse(await db.call("update_product", { product_id: id, patch }));
}

/** Takes a product off the menu for good; orders keep it. */
export async function deleteProduct(db: Database, id: string): Promise<void> {
  await db.call("delete_product", { product_id: id });
}

/** Sets what a branch has of a product; the count is absolute. */
export async function setStock(db: Database, id: string, stock: z.infer<typeof SetStock>): Promise<Stock> {
  return Stock.parse(await db.call("set_stock", { product_id: id, body: stock }));
}

/** Throws VALIDATION_ERROR past 50 categories. */
export async function createCategory(db: Database, category: z.infer<typeof NewCategory>): Promise<Category> {
  return Category.parse(await db.call("save_category", { body: category }));
}

/** Renames or moves a category. */
export async function updateCategory(
  db: Database,
  id: string,
  patch: z.infer<typeof CategoryPatch>,
): Promise<Category> {
  return Category.parse(await db.call("save_category", { body: { ...patch, id } }));
}

/** Throws INVALID_TRANSITION with `details.product_count` while the category has products. */
export async function deleteCategory(db: Database, id: string): Promise<void> {
  await db.call("delete_category", { category_id: id });
}

/** Makes a group, or with an id replaces one: options named by id stay themselves. */
export async function saveOptionGroup(
  db: Database,
  group: z.infer<typeof NewOptionGroup>,
  id?: string,
): Promise<OptionGroup> {
  return OptionGroup.parse(await db.call("save_option_group", { body: { ...group, ...(id && { id }) } }));
}

/** Deletes a group; products that had it have it no more. */
export async function deleteOptionGroup(db: Database, id: string): Promise<void> {
  await db.call("delete_option_group", { group_id: id });
}

/** Throws VALIDATION_ERROR on `zone`, `hours`, `special_days` or `district_id` for what cannot be stored. */
export async function createBranch(db: Database, branch: z.infer<typeof NewBranch>): Promise<Branch> {
  return Branch.parse(await db.call("create_branch", { body: branch }));
}

/** As createBranch; also VERSION_CONFLICT with `details.current`. */
export async function updateBranch(
  db: Database,
  id: string,
  patch: z.infer<typeof BranchPatch>,
): Promise<Branch> {
  return Branch.parse(await db.call("update_branch", { branch_id: id, patch }));
}

/** Throws FORBIDDEN without the right to the branches, VERSION_CONFLICT with `details.current`. */
export async function updateVendorProfile(
  db: Database,
  patch: z.infer<typeof ProfilePatch>,
): Promise<Profile> {
  return Profile.parse(await db.call("update_vendor_profile", { body: patch }));
}
