// Reading a vendor's own menu and branches. Only the caller's vendors: anything else is NOT_FOUND.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import { Branch, BranchPage } from "./branches";
import { CategoryPage, OptionGroupPage, ProductPage, type ProductsQuery } from "./products";
import { Profile } from "./profile";

/** A page of the vendor's products in menu order, with every branch's stock. */
export async function listVendorProducts(db: Database, filter: Partial<z.infer<typeof ProductsQuery>> = {}) {
  return ProductPage.parse(await db.call("list_vendor_products", { filter }));
}

/** The menu's categories in order, all of them. */
export async function listCategories(db: Database, vendorId?: string) {
  return CategoryPage.parse(await db.call("list_categories", { vendor_id: vendorId }));
}

/** The option groups by name, all of them. */
export async function listOptionGroups(db: Database, vendorId?: string) {
  return OptionGroupPage.parse(await db.call("list_option_groups", { vendor_id: vendorId }));
}

/** The vendor's branches, oldest first, without their zones. */
export async function listVendorBranches(db: Database, vendorId?: string): Promise<BranchPage> {
  return BranchPage.parse(await db.call("list_vendor_branches", { vendor_id: vendorId }));
}

/** One branch with its zone. */
export async function getVendorBranch(db: Database, id: string): Promise<Branch> {
  return Branch.parse(await db.call("get_vendor_branch", { branch_id: id }));
}

/** How the vendor shows itself; for who may change its branches. */
export async function getVendorProfile(db: Database, vendorId?: string): Promise<Profile> {
  return Profile.parse(await db.call("get_vendor_profile", { vendor_id: vendorId }));
}
