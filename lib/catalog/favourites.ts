// The vendors a customer likes.
import { z } from "zod";
import { Id } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";
import { VendorPage, type VendorsQuery } from "./schema";

/** Liking the same twice is liking it once. Throws NOT_FOUND for a vendor not to be seen, VALIDATION_ERROR past 200. */
export async function setFavourite(db: Database, vendorId: string, favourite: boolean): Promise<void> {
  await db.call("set_favourite", { vendor_id: vendorId, favourite });
}

/** The ids of the vendors the calling customer likes, the newest liking first. */
export async function favouriteIds(db: Database): Promise<string[]> {
  return z.array(Id).parse(await db.call("favourite_ids"));
}

/** The vendor list, of those the calling customer likes. Throws as listVendors. */
export async function listFavourites(db: Database, filter: Partial<VendorsQuery>): Promise<VendorPage> {
  return VendorPage.parse(await db.call("list_favourites", { filter }));
}
