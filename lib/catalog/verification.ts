// The operator's view of vendors: all of them, and the switch that hides one from customers.
import { z } from "zod";
import { Id, Page, pageOf, Time, text } from "@/lib/platform/http/fields";
import type { Database } from "@/lib/platform/supabase";
import { BusinessType } from "./schema";

export const AdminVendor = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  business_type: BusinessType,
  image_url: z.string().nullable(),
  verified: z.boolean(),
  rating: z.number().nullable(),
  rating_count: z.number().int(),
  created_at: Time,
  owner: z.object({ full_name: z.string(), email: z.string(), phone: z.string().nullable() }).nullable(),
  branch_count: z.number().int(),
  active_branch_count: z.number().int(),
  product_count: z.number().int(),
  courier_count: z.number().int(),
  last_decision: z.object({ verified: z.boolean(), reason: z.string(), at: Time }).nullable(),
});
export type AdminVendor = z.infer<typeof AdminVendor>;
export const AdminVendorPage = pageOf(AdminVendor);
export const AdminVendorsQuery = z.object({
  ...Page,
  q: text(0, 80).optional(),
  verified: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional(),
});
export const Verification = z.object({ verified: z.boolean(), reason: text(1, 1000) });

/** A page of all vendors, newest first. Operators only. */
export async function listAdminVendors(
  db: Database,
  filter: Partial<z.infer<typeof AdminVendorsQuery>> = {},
) {
  return AdminVendorPage.parse(await db.call("list_admin_vendors", { filter }));
}

/** Suspends or reinstates a vendor, for a reason that is kept. Throws NOT_FOUND. */
export async function setVendorVerified(
  db: Database,
  id: string,
  { verified, reason }: z.infer<typeof Verification>,
) {
  return AdminVendor.parse(await db.call("set_vendor_verified", { vendor_id: id, verified, reason }));
}
