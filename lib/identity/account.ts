// The caller's own account: profile and saved addresses.
import type { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import { Address, AddressPage, Me, type NewAddress, type ProfilePatch } from "./schema";

/** Who calls. Throws UNAUTHENTICATED for a stranger. */
export async function getMe(db: Database): Promise<Me> {
  return Me.parse(await db.call("get_me"));
}

/** Changes the caller's name, phone or language. */
export async function updateProfile(db: Database, patch: z.infer<typeof ProfilePatch>): Promise<Me> {
  return Me.parse(await db.call("update_profile", { patch }));
}

/** The caller's addresses, newest first, all of them. */
export async function listAddresses(db: Database) {
  return AddressPage.parse(await db.call("list_addresses"));
}

/** Throws VALIDATION_ERROR past 20 addresses. */
export async function saveAddress(db: Database, address: z.infer<typeof NewAddress>) {
  return Address.parse(await db.call("save_address", { address }));
}

/** Throws NOT_FOUND when it is not the caller's. */
export async function deleteAddress(db: Database, id: string): Promise<void> {
  await db.call("delete_address", { address_id: id });
}
