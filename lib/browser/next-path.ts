// Where to go after signing in. Only paths of this site: a link must never send a person elsewhere.

const HOME: Record<string, string> = { vendor_admin: "/vendor", courier: "/courier", admin: "/admin" };

/** `next` when it is a path on this site, otherwise null. */
export function safeNextPath(next: string | null | undefined): string | null {
  if (!next?.startsWith("/")) return null;
  const base = "http://kapgel.invalid";
  try {
    const url = new URL(next, base);
    return url.origin === base && !url.pathname.startsWith("//") && !url.pathname.startsWith("/api/")
      ? url.pathname + url.search + url.hash
      : null;
  } catch {
    return null;
  }
}

/** The first page of a role. */
export function homeOf(role: string): string {
  return HOME[role] ?? "/";
}
