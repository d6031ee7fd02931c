// The two session cookies. Scripts cannot read them; the access cookie ends shortly before its token does, so a missing one
// means "refresh first" (middleware.ts). Shared with the edge: nothing here may need Node.
import type { NextRequest } from "next/server";
import { ACCESS_COOKIE, REFRESH_COOKIE, VIEW_COOKIE } from "./actor";

const REFRESH_DAYS = 30;
const MARGIN_SECONDS = 90; // supabase-js treats a token with less than this left as expired

type Tokens = { access_token: string; refresh_token: string; expires_at: number };

/** Whether the request came over https, here or at the proxy in front. */
export function isSecure(request: NextRequest): boolean {
  return (request.headers.get("x-forwarded-proto") ?? request.nextUrl.protocol.replace(":", "")) === "https";
}

/** The cookies that carry a session, ready for `cookies.set()`. */
export function sessionCookies({ access_token, refresh_token, expires_at }: Tokens, secure: boolean) {
  const shared = { httpOnly: true, sameSite: "lax", secure, path: "/" } as const;
  const left = Math.max(1, expires_at - Math.floor(Date.now() / 1000) - MARGIN_SECONDS);
  return [
    { name: ACCESS_COOKIE, value: access_token, maxAge: left, ...shared },
    { name: REFRESH_COOKIE, value: refresh_token, maxAge: REFRESH_DAYS * 24 * 3600, ...shared },
  ];
}

/** The Set-Cookie value that carries an operator's look at somebody's account until it is over, or ends one when given null. */
export function viewSetCookie(look: { id: string; expires_at: string } | null, request: NextRequest): string {
  const left = look ? Math.max(1, Math.floor((Date.parse(look.expires_at) - Date.now()) / 1000)) : 0;
  const secure = isSecure(request) ? "; Secure" : "";
  return `${VIEW_COOKIE}=${look?.id ?? ""}; Path=/; Max-Age=${left}; HttpOnly; SameSite=Lax${secure}`;
}

/** The Set-Cookie values that carry a session, or end one when given null. */
export function sessionSetCookies(tokens: Tokens | null, secure: boolean): string[] {
  const cookies = tokens
    ? sessionCookies(tokens, secure)
    : [ACCESS_COOKIE, REFRESH_COOKIE, VIEW_COOKIE].map((name) => ({ name, value: "", maxAge: 0 }));
  return cookies.map(
    ({ name, value, maxAge }) =>
      `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`,
  );
}
