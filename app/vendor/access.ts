// Who may be in the vendor's panel: who works for a vendor, in the sections their role has a right to. A stranger signs in and comes back;
// everyone else goes to their own home. The database guards the data; this only sends people to doors that open.
import { redirect } from "next/navigation";
import { createElement, Fragment, type ReactNode } from "react";
import { homeOf } from "@/lib/browser/next-path";
import type { Me, StaffRight } from "@/lib/identity/schema";
import { currentUser } from "@/lib/identity/session";

/** The signed-in member of a vendor's staff; otherwise redirects, remembering `path` for after signing in. Without the right: to the board. */
export async function requireVendor(path: string, right: StaffRight = "orders"): Promise<Me> {
  const user = await currentUser();
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (user.role !== "vendor_admin") redirect(homeOf(user.role));
  if (!user.vendor) redirect("/vendor/closed");
  if (!user.rights.includes(right)) redirect("/vendor");
  return user;
}

/** A section's layout that lets only its staff in. It stands outside `loading.tsx`, so that the redirect is a real one. */
export function guarded(path: string, right?: StaffRight) {
  return async function VendorSection({ children }: { children: ReactNode }) {
    await requireVendor(path, right);
    return createElement(Fragment, null, children);
  };
}
