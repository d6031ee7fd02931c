// Which other sites' pages may call the API: those of CORS_ORIGINS, with a bearer token. Cookies never come along, because no answer
// allows credentials. Runs at the edge.

const PREFLIGHT = {
  "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE",
  "Access-Control-Allow-Headers": "Authorization, Content-Type, Idempotency-Key, X-Request-Id",
  "Access-Control-Max-Age": "86400", // a day; browsers keep it for as long as they allow themselves
};
const EXPOSED =
  "X-Request-Id, Idempotency-Status, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After";

/** Whether CORS_ORIGINS names this origin. */
export function isWelcome(origin: string | null): origin is string {
  return origin !== null && (process.env.CORS_ORIGINS ?? "").split(",").includes(origin);
}

/** The headers of any answer of the API. Caches must keep answers to several origins apart, so `Vary` is there without an origin too. */
export function corsHeaders(origin: string | null): Record<string, string> {
  return {
    Vary: "Origin",
    ...(isWelcome(origin) && {
      "Access-Control-Allow-Origin": origin,
      "Access-Control-Expose-Headers": EXPOSED,
    }),
  };
}

/** The answer to a browser that asks whether it may send another site's request; null for any other request. */
export function preflight(request: Request): Response | null {
  const origin = request.headers.get("origin");
  if (request.method !== "OPTIONS" || !request.headers.has("access-control-request-method")) return null;
  return new Response(null, {
    status: 204,
    headers: { ...corsHeaders(origin), ...(isWelcome(origin) && PREFLIGHT) },
  });
}
