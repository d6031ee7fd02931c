// What the owner changes about the staff, each by one SQL function (supabase/migrations/*_staff.sql).
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import { type NewStaff, StaffMember, type StaffPatch } from "./schema";

/** Makes an account that can sign in at once. Throws VALIDATION_ERROR on `email` when it has an account. */
export async function createStaff(db: Database, person: z.infer<typeof NewStaff>): Promise<StaffMember> {
  return StaffMember.parse(await db.call("create_staff", { person }));
}

/** Gives another role, lets someone go, or takes them back. Throws FORBIDDEN for the owner, NOT_FOUND for anyone else's staff. */
export async function updateStaff(
  db: Database,
  id: string,
  patch: z.infer<typeof StaffPatch>,
): Promise<StaffMember> {
  return StaffMember.parse(await db.call("update_staff", { user_id: id, patch }));
}
