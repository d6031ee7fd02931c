// Reading couriers: the vendor's people, and the caller's own shift and tasks.
import type { Database } from "@/lib/platform/supabase";
import { CourierPage, Earnings, Tasks } from "./schema";

/** The couriers of the caller's vendors, working ones first, by name. An operator must name the vendor; throws NOT_FOUND. */
export async function listVendorCouriers(db: Database, vendorId?: string) {
  return CourierPage.parse(await db.call("list_vendor_couriers", { vendor_id: vendorId }));
}

/** The caller's shift and the orders they carry, oldest first. */
export async function listTasks(db: Database): Promise<Tasks> {
  return Tasks.parse(await db.call("list_courier_tasks"));
}

/** What the caller delivered today and this week. Throws FORBIDDEN for a courier who was let go. */
export async function getEarnings(db: Database): Promise<Earnings> {
  return Earnings.parse(await db.call("courier_earnings"));
}
