// Reading the desk. Operators only: the SQL functions say so.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import {
  AuditCheck,
  AuditPage,
  type AuditQuery,
  FlagPage,
  Found,
  Impersonation,
  Overview,
  Person,
  Town,
} from "./schema";

/** What waits for a decision, and today's figures. */
export async function getOverview(db: Database): Promise<Overview> {
  return Overview.parse(await db.call("operator_overview"));
}

/** Orders, people, vendors and couriers that `q` may mean, eight of each at most. */
export async function searchDesk(db: Database, q: string): Promise<Found> {
  return Found.parse(await db.call("search_desk", { q }));
}

/** One person's page. Throws NOT_FOUND. */
export async function getPerson(db: Database, id: string): Promise<Person> {
  return Person.parse(await db.call("get_person", { user_id: id }));
}

/** Active orders and couriers on shift. */
export async function getTown(db: Database): Promise<Town> {
  return Town.parse(await db.call("get_town"));
}

/** A page of what operators did, newest first. */
export async function listAudit(db: Database, filter: Partial<z.infer<typeof AuditQuery>> = {}) {
  return AuditPage.parse(await db.call("list_audit", { filter }));
}

/** Follows the record's chain from end to end. */
export async function checkAudit(db: Database): Promise<AuditCheck> {
  return AuditCheck.parse(await db.call("check_audit"));
}

/** Every switch with its newest changes. */
export async function listFlags(db: Database) {
  return FlagPage.parse(await db.call("list_flags"));
}

/** The caller's look at somebody's account that is going on, or null. */
export async function currentImpersonation(db: Database): Promise<Impersonation | null> {
  return Impersonation.nullable().parse(await db.call("current_impersonation"));
}
