// Keeps a browser's session alive: runs only when the access cookie has ended and a refresh cookie is there, so that ordinary
// requests pay nothing. Edge code: no Node modules.
import { type NextRequest, NextResponse } from "next/server";
import { REFRESH_COOKIE } from "@/lib/platform/http/actor";
import { isSecure, sessionCookies } from "@/lib/platform/http/session-cookies";

export const config = {
  matcher: [
    {
      source: "/((?!_next/|pictures/|api/auth/sign-|api/auth/refresh|.*\\.[a-z0-9]+$).*)",
      has: [{ type: "cookie", key: "kapgel_refresh" }],
      missing: [{ type: "cookie", key: "kapgel_access" }],
    },
  ],
};

/** Refreshes the session, for this request and for the browser; a dead refresh token is taken away. */
export async function middleware(request: NextRequest) {
  const refreshed = await refresh(request.cookies.get(REFRESH_COOKIE)?.value ?? "");
  if (refreshed === "unreachable") {
    return NextResponse.next();
  }
  if (!refreshed) {
    const response = NextResponse.next();
    response.cookies.delete(REFRESH_COOKIE);
    return response;
  }
  const cookies = sessionCookies(refreshed, isSecure(request));
  for (const { name, value } of cookies) {
    request.cookies.set(name, value);
  }
  const response = NextResponse.next({ request: { headers: new Headers(request.headers) } });
  for (const cookie of cookies) {
    response.cookies.set(cookie);
  }
  return response;
}

type Tokens = { access_token: string; refresh_token: string; expires_at: number };

async function refresh(refresh_token: string): Promise<Tokens | null | "unreachable"> {
  const base = process.env.NEXT_PUBLIC_SUPABASE_URL;
  try {
    const response = await fetch(`${base}/auth/v1/token?grant_type=refresh_token`, {
      method: "POST",
      headers: {
        apikey: process.env.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? "",
        "Content-Type": "application/json",
      },
      body: JSON.stringify({ refresh_token }),
      signal: AbortSignal.timeout(3000),
    });
    if (response.status >= 500) {
      return "unreachable";
    }
    if (!response.ok) {
      return null;
    }
    const tokens = (await response.json()) as Omit<Tokens, "expires_at"> & {
      expires_in: number;
      expires_at?: number;
    };
    return { ...tokens, expires_at: tokens.expires_at ?? Math.floor(Date.now() / 1000) + tokens.expires_in };
  } catch {
    return "unreachable";
  }
}
