// Who may be in the vendor's panel: vendor admins. A stranger signs in and comes back; everyone else goes to their own home.
import { redirect } from "next/navigation";
import { createElement, Fragment, type ReactNode } from "react";
import { homeOf } from "@/lib/browser/next-path";
import type { Me } from "@/lib/identity/schema";
import { currentUser } from "@/lib/identity/session";

/** The signed-in vendor admin; otherwise redirects, remembering `path` for after signing in. */
export async function requireVendor(path: string): Promise<Me> {
  const user = await currentUser();
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (user.role !== "vendor_admin") redirect(homeOf(user.role));
  return user;
}

/** A section's layout that lets only vendor admins in. It stands outside `loading.tsx`, so that the redirect is a real one. */
export function guarded(path: string) {
  return async function VendorSection({ children }: { children: ReactNode }) {
    await requireVendor(path);
    return createElement(Fragment, null, children);
  };
}
