// Reading a vendor's staff.
import type { Database } from "@/lib/platform/supabase";
import { StaffPage } from "./schema";

/** Everybody of the caller's vendor, the owner first and those who left last. Only its owner may ask. */
export async function listStaff(db: Database, vendorId?: string): Promise<StaffPage> {
  return StaffPage.parse(await db.call("list_staff", { vendor_id: vendorId }));
}
