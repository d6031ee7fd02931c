// Who calls: a bearer token, or the session cookie of our own pages. Whose it is and what they may do, the database says.
import type { NextRequest } from "next/server";
import { ApiError } from "../errors";

export const ACCESS_COOKIE = "kapgel_access";
export const REFRESH_COOKIE = "kapgel_refresh";
/** The id of an operator's look at somebody's account (supabase/migrations/*_impersonation.sql). It opens nothing without the operator's own token. */
export const VIEW_COOKIE = "kapgel_view";

/**
 * The caller's access token, or null for a stranger.
 * @throws ApiError FORBIDDEN when a cookie comes with a change asked for by another site.
 */
export function tokenOf(request: NextRequest): string | null {
  const bearer = request.headers.get("authorization")?.match(/^Bearer +(\S+)$/i)?.[1];
  if (bearer) {
    return bearer;
  }
  const cookie = tokenIn(request.cookies.get(ACCESS_COOKIE)?.value);
  if (cookie && isChange(request) && !isSameOrigin(request)) {
    throw new ApiError("FORBIDDEN", "This change must come from our own pages.");
  }
  return cookie;
}

/** The token in a cookie's value; null for what is none. Values are decoded on their way here, and not all of them can be sent on in a header. */
export function tokenIn(value: string | undefined): string | null {
  return value !== undefined && /^[!-~]+$/.test(value) ? value : null;
}

/** The look that a browser's request belongs to, or null. A program that sends its own token looks at nobody. */
export function viewOf(request: NextRequest): string | null {
  return request.headers.has("authorization") ? null : tokenIn(request.cookies.get(VIEW_COOKIE)?.value);
}

/** Whether the request asks for more than an answer. */
export function isChange({ method }: NextRequest): boolean {
  return method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
}

/** Whether a browser sent this from our own pages; a program that sends neither header cannot be tricked by another site. */
export function isSameOrigin(request: NextRequest): boolean {
  const site = request.headers.get("sec-fetch-site");
  // The browser's own word: a subdomain, another port and our own name over http are other sites too.
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.get("origin");
  return origin === null || (URL.canParse(origin) && new URL(origin).host === request.headers.get("host"));
}
