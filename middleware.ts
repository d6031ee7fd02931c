// What is decided before a request reaches the app. Of the API: whether another site's page may ask, and whether an address asks too often. Of
// a page: what it may load and run. Of both: a browser's session is kept alive. Edge code: no Node modules.
import { type NextRequest, NextResponse } from "next/server";
import { type ErrorCode, STATUS_OF } from "@/lib/platform/errors";
import { corsHeaders, isWelcome, preflight } from "@/lib/platform/headers/cors";
import { pagePolicy } from "@/lib/platform/headers/csp";
import { ACCESS_COOKIE, isChange, isSameOrigin, REFRESH_COOKIE } from "@/lib/platform/http/actor";
import { EDGE_REFUSAL, EDGE_VERDICT } from "@/lib/platform/http/edge-verdict";
import { isSecure, sessionCookies } from "@/lib/platform/http/session-cookies";
import { addressOf } from "@/lib/platform/rate-limit/address";
import { take } from "@/lib/platform/rate-limit/limiter";
import type { LimitName } from "@/lib/platform/rate-limit/limits";
import { limitHeaders } from "@/lib/platform/rate-limit/verdict";

export const config = {
  matcher: [
    // Not what must answer whoever asks: health, and programs that bring a secret or a signature.
    { source: "/api/((?!health|jobs/|webhooks/|metrics).*)" },
    // Documents, also those that a browser fetches ahead of time. What the router fetches between pages falls under the first page's policy …
    {
      source:
        "/((?!api/|_next/|pictures/|icon\\.svg|manifest\\.webmanifest|maplibre-gl-|icons/|worker\\.js).*)",
      missing: [{ type: "header", key: "rsc" }],
    },
    // … and needs a session all the same.
    {
      source: "/((?!api/|_next/|pictures/).*)",
      has: [
        { type: "header", key: "rsc" },
        { type: "cookie", key: "kapgel_refresh" },
      ],
      missing: [{ type: "cookie", key: "kapgel_access" }],
    },
  ],
};

const POLICY = "Content-Security-Policy";

export async function middleware(request: NextRequest): Promise<Response> {
  const path = request.nextUrl.pathname;
  return path.startsWith("/api/") && path !== "/api/docs" ? api(request) : page(request);
}

async function api(request: NextRequest): Promise<Response> {
  const asked = preflight(request);
  if (asked) return asked;
  const response = foreign(request) ?? (await limited(request)) ?? (await inSession(request));
  for (const [name, value] of Object.entries(corsHeaders(request.headers.get("origin")))) {
    response.headers.set(name, value);
  }
  return response;
}

async function page(request: NextRequest): Promise<Response> {
  // A tracking link's page reads what its API reads, so that guessing is no cheaper there.
  const refused = request.nextUrl.pathname.startsWith("/t/") ? await limited(request) : null;
  if (refused) return refused;
  const policy = pagePolicy(crypto.randomUUID(), process.env);
  request.headers.set(POLICY, policy); // where Next finds the nonce for the scripts it writes
  const response = await inSession(request);
  response.headers.set(POLICY, policy);
  return response;
}

/**
 * The refusal of a change that another site's page asks for; null for any other request. A visitor's cookies are refused by the route too: this is
 * for what needs none, as signing somebody in or out. Who has a token may use it from anywhere.
 */
function foreign(request: NextRequest): Response | null {
  const { headers } = request;
  const isOurs = isSameOrigin(request) || isWelcome(headers.get("origin")) || headers.has("authorization");
  return isOurs || !isChange(request)
    ? null
    : refusal("FORBIDDEN", "This change must come from our own pages.");
}

/** Takes the address's share; the answer when it is used up, else null and the verdict is left for the route's headers. */
async function limited(request: NextRequest): Promise<Response | null> {
  const hops = Number(process.env.TRUSTED_PROXIES ?? (process.env.VERCEL ? 1 : 0));
  const verdict = await take(limitOf(request.nextUrl.pathname), addressOf(request.headers, hops));
  request.headers.delete(EDGE_VERDICT);
  if (!verdict) return null;
  if (verdict.allowed) {
    request.headers.set(EDGE_VERDICT, `${verdict.limit} ${verdict.remaining} ${verdict.resetAt}`);
    return null;
  }
  const headers = limitHeaders([verdict]);
  const seconds = Number(headers["Retry-After"]);
  return refusal(
    "RATE_LIMITED",
    `Too many requests. Try again in ${seconds} seconds.`,
    { retry_after: seconds },
    headers,
  );
}

function refusal(
  code: ErrorCode,
  error: string,
  details = {},
  headers: Record<string, string> = {},
): Response {
  const requestId = crypto.randomUUID();
  return Response.json(
    { error, code, details, request_id: requestId },
    {
      status: STATUS_OF[code],
      headers: { ...headers, [EDGE_REFUSAL]: code, "X-Request-Id": requestId, "Cache-Control": "no-store" },
    },
  );
}

function limitOf(path: string): LimitName {
  if (path.startsWith("/api/auth/sign-")) return "address.sign_in";
  if (/^\/(api\/tracking|t)\//.test(path)) return "address.tracking";
  return path === "/api/measurements" ? "address.measurements" : "address";
}

/** Hands the request on. A session whose access cookie has ended is refreshed first, for this request and for the browser; a dead refresh token is taken away. */
async function inSession(request: NextRequest): Promise<NextResponse> {
  const { cookies, nextUrl } = request;
  const token = cookies.get(REFRESH_COOKIE)?.value;
  if (!token || cookies.has(ACCESS_COOKIE) || OPENS_A_SESSION.test(nextUrl.pathname))
    return handedOn(request);
  const refreshed = await refresh(token);
  if (refreshed === "unreachable") return handedOn(request);
  if (!refreshed) {
    const response = handedOn(request);
    response.cookies.delete(REFRESH_COOKIE);
    return response;
  }
  const renewed = sessionCookies(refreshed, isSecure(request));
  for (const { name, value } of renewed) cookies.set(name, value);
  const response = handedOn(request);
  for (const cookie of renewed) response.cookies.set(cookie);
  return response;
}

const handedOn = (request: NextRequest) =>
  NextResponse.next({ request: { headers: new Headers(request.headers) } });

const OPENS_A_SESSION = /^\/api\/auth\/(sign-|refresh)/;

type Tokens = { access_token: string; refresh_token: string; expires_at: number };

async function refresh(refresh_token: string): Promise<Tokens | null | "unreachable"> {
  // Destructured: read at run time, never inlined by the build.
  const { NEXT_PUBLIC_SUPABASE_URL: base, NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: key = "" } = process.env;
  try {
    const response = await fetch(`${base}/auth/v1/token?grant_type=refresh_token`, {
      method: "POST",
      headers: {
        apikey: key,
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
