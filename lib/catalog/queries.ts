// Reading the shop window: as every stranger sees it, whoever asks.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import { Menu, VendorDetail, VendorPage, type VendorQuery, type VendorsQuery } from "./schema";

/**
 * A page of verified vendors: searched ones by likeness, others open first, then nearest or best rated.
 * @throws ApiError VALIDATION_ERROR on `cursor` for one that is not ours
 */
export async function listVendors(db: Database, filter: Partial<VendorsQuery>): Promise<VendorPage> {
  return VendorPage.parse(await db.call("list_vendors", { filter }));
}

/** A verified vendor and its active branches; with a point, those that serve it first. Throws NOT_FOUND. */
export async function getVendor(
  db: Database,
  slug: string,
  point: z.infer<typeof VendorQuery> = {},
): Promise<VendorDetail> {
  return VendorDetail.parse(await db.call("get_vendor", { slug, lat: point.lat, lng: point.lng }));
}

/** What can be ordered from a branch. Throws NOT_FOUND for a hidden one. */
export async function getMenu(db: Database, branchId: string): Promise<Menu> {
  return Menu.parse(await db.call("get_menu", { branch_id: branchId }));
}
