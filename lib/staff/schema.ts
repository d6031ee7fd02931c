// A vendor's staff: who they are, as what they work there, and what that lets them do.
import { z } from "zod";
import { Phone, StaffRight } from "@/lib/identity/schema";
import { Id, pageOf, Time, text } from "@/lib/platform/http/fields";

export const StaffRole = z.enum(["owner", "manager", "kitchen", "cashier"]);
/** What a person can be made: a vendor keeps its one owner. */
const GivenRole = StaffRole.exclude(["owner"]);
export type GivenRole = z.infer<typeof GivenRole>;

export const StaffMember = z.object({
  id: Id,
  full_name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  role: StaffRole,
  active: z.boolean(),
  rights: z.array(StaffRight),
  created_at: Time,
});
export type StaffMember = z.infer<typeof StaffMember>;
/** Everybody, and what each role may do. */
export const StaffPage = pageOf(StaffMember).extend({ roles: z.record(StaffRole, z.array(StaffRight)) });
export type StaffPage = z.infer<typeof StaffPage>;
export const StaffQuery = z.object({ vendor_id: Id.optional() });

export const NewStaff = z.object({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  full_name: text(1, 120),
  password: z.string().min(8).max(72),
  role: GivenRole,
  phone: Phone.optional(),
  vendor_id: Id.optional(),
});
export const StaffPatch = z.object({ role: GivenRole.optional(), active: z.boolean().optional() });
