// What a page's hearts need: which vendors the visitor likes, or where they sign in to like one.
import "server-only";
import { cache } from "react";
import { favouriteIds } from "@/lib/catalog/favourites";
import { currentUser, pageDatabase } from "@/lib/identity/session";

/** A path to sign in at for strangers. */
export type Hearts = { liked: string[]; signIn: string | null };

/** The hearts of the page at `path`; null for who orders nothing: vendors, couriers, operators. */
export const heartsAt = cache(async (path: string): Promise<Hearts | null> => {
  const user = await currentUser();
  if (!user) return { liked: [], signIn: `/sign-in?next=${encodeURIComponent(path)}` };
  if (user.role !== "customer") return null;
  return { liked: await favouriteIds(await pageDatabase()), signIn: null };
});
