// Who may open a page of a panel. The database guards the data; this only sends people to the door that is theirs.
import "server-only";
import { redirect } from "next/navigation";
import { homeOf } from "@/lib/browser/next-path";
import type { Me } from "./schema";
import { currentUser } from "./session";

/** The visitor, who has `role`. A stranger goes to sign in and comes back to `path`; anyone else goes to their own home. */
export async function pageUser(role: Me["role"], path: string): Promise<Me> {
  const user = await currentUser();
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (user.role !== role) redirect(homeOf(user.role));
  return user;
}
