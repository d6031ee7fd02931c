// Who calls: a bearer token, or the session cookie of our own pages. Whose it is and what they may do, the database says.
import type { NextRequest } from "next/server";
import { ApiError } from "../errors";

export const ACCESS_COOKIE = "kapgel_access";
export const REFRESH_COOKIE = "kapgel_refresh";

/**
 * The caller's access token, or null for a stranger.
 * @throws ApiError FORBIDDEN when a cookie comes with a change asked for by another site.
 */
export function tokenOf(request: NextRequest): string | null {
  const bearer = request.headers.get("authorization")?.match(/^Bearer +(\S+)$/i)?.[1];
  if (bearer) {
    return bearer;
  }
  const cookie = request.cookies.get(ACCESS_COOKIE)?.value ?? null;
  if (cookie && request.method !== "GET" && request.method !== "HEAD" && !isSameOrigin(request)) {
    throw new ApiError("FORBIDDEN", "This change must come from our own pages.");
  }
  return cookie;
}

/** Whether a browser sent this from our own pages; a program that sends neither header cannot be tricked by another site. */
export function isSameOrigin(request: NextRequest): boolean {
  const origin = request.headers.get("origin");
  if (origin) {
    return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
  }
  const site = request.headers.get("sec-fetch-site");
  return site === null || site === "same-origin" || site === "none";
}
