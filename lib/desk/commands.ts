// What operators do at the desk, each one SQL function that leaves its entry in the record.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import {
  Flag,
  type FlagChange,
  Impersonation,
  type ImpersonationDraft,
  Person,
  type Suspension,
} from "./schema";

/** Suspends an account or lets it in again. Throws NOT_FOUND, FORBIDDEN (an operator's). */
export async function suspendPerson(
  db: Database,
  id: string,
  change: z.infer<typeof Suspension>,
): Promise<Person> {
  return Person.parse(await db.call("set_person_suspended", { user_id: id, ...change }));
}

/** Throws a switch. Throws NOT_FOUND, VALIDATION_ERROR (an address nobody has), VERSION_CONFLICT. */
export async function setFlag(db: Database, flag: string, change: z.infer<typeof FlagChange>): Promise<Flag> {
  return Flag.parse(await db.call("set_flag", { flag, change }));
}

/** Begins to look at a person's account. Throws NOT_FOUND, FORBIDDEN (an operator's). */
export async function startImpersonation(
  db: Database,
  draft: z.infer<typeof ImpersonationDraft>,
): Promise<Impersonation> {
  return Impersonation.parse(await db.call("start_impersonation", draft));
}

/** Ends the caller's look, if there is one. */
export async function endImpersonation(db: Database): Promise<void> {
  await db.call("end_impersonation");
}
