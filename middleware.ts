// What is decided before a request reaches the app: an address that asks the API too often is turned away, and a browser's session is kept
// alive. Pages run it only when the access cookie has ended and a refresh cookie is there. Edge code: no Node modules.
import { type NextRequest, NextResponse } from "next/server";
import { ACCESS_COOKIE, REFRESH_COOKIE } from "@/lib/platform/http/actor";
import { EDGE_VERDICT } from "@/lib/platform/http/edge-verdict";
import { isSecure, sessionCookies } from "@/lib/platform/http/session-cookies";
import { addressOf } from "@/lib/platform/rate-limit/address";
import { take } from "@/lib/platform/rate-limit/limiter";
import { limitHeaders } from "@/lib/platform/rate-limit/verdict";

export const config = {
  matcher: [
    // Not what must answer whoever asks: health, and programs that bring a secret or a signature.
    { source: "/api/((?!health|jobs/|webhooks/|metrics).*)" },
    {
      source: "/((?!_next/|pictures/|api/|.*\\.[a-z0-9]+$).*)",
      has: [{ type: "cookie", key: "kapgel_refresh" }],
      missing: [{ type: "cookie", key: "kapgel_access" }],
    },
  ],
};

export async function middleware(request: NextRequest) {
  const path = request.nextUrl.pathname;
  if (path.startsWith("/api/")) {
    const refusal = await limited(request);
    if (refusal) return refusal;
  }
  const { cookies } = request;
  if (cookies.has(REFRESH_COOKIE) && !cookies.has(ACCESS_COOKIE) && !OPENS_A_SESSION.test(path)) {
    return keptAlive(request);
  }
  return NextResponse.next({ request: { headers: new Headers(request.headers) } });
}

/** Takes the address's share; the answer when it is used up, else null and the verdict is left for the route's headers. */
async function limited(request: NextRequest): Promise<Response | null> {
  const hops = Number(process.env.TRUSTED_PROXIES ?? (process.env.VERCEL ? 1 : 0));
  const name = request.nextUrl.pathname.startsWith("/api/auth/sign-") ? "address.sign_in" : "address";
  const verdict = await take(name, addressOf(request.headers, hops));
  request.headers.delete(EDGE_VERDICT);
  if (!verdict) return null;
  if (verdict.allowed) {
    request.headers.set(EDGE_VERDICT, `${verdict.limit} ${verdict.remaining} ${verdict.resetAt}`);
    return null;
  }
  const headers = limitHeaders([verdict]);
  const requestId = crypto.randomUUID();
  return Response.json(
    {
      error: `Too many requests. Try again in ${headers["Retry-After"]} seconds.`,
      code: "RATE_LIMITED",
      details: { retry_after: Number(headers["Retry-After"]) },
      request_id: requestId,
    },
    { status: 429, headers: { ...headers, "X-Request-Id": requestId, "Cache-Control": "no-store" } },
  );
}

/** Refreshes the session, for this request and for the browser; a dead refresh token is taken away. */
async function keptAlive(request: NextRequest): Promise<NextResponse> {
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

const OPENS_A_SESSION = /^\/api\/auth\/(sign-|refresh)/;

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
