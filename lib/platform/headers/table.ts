// The headers that never change, by address (next.config.ts). What changes with each request is middleware.ts's: a page's policy, CORS.

type Row = { source: string; headers: { key: string; value: string }[] };

const EVERYWHERE = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": [
    "geolocation=(self)",
    'payment=(self "https://js.stripe.com")',
    "screen-wake-lock=(self)",
    ...[
      "accelerometer",
      "camera",
      "display-capture",
      "gyroscope",
      "magnetometer",
      "microphone",
      "midi",
      "usb",
    ].map((feature) => `${feature}=()`),
  ].join(", "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

// What is no document: should a browser be made to show it as one, it loads and runs nothing.
const INERT = "default-src 'none'; frame-ancestors 'none'";
/** The page behind an e-mail's link has a form, a style sheet of its own and no script (app/api/unsubscribe). */
const PLAIN_FORM = `${INERT}; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'`;
/** The service worker asks us for what it keeps, and nobody else; it loads no more code. */
const WORKER = `${INERT}; connect-src 'self'`;
const TWO_YEARS_S = 63_072_000; // what browsers' preload lists ask for

/**
 * The rows for Next's `headers`; of two that set the same header the later one counts.
 * @param settings the environment of the build
 */
export function headerTable(settings: Record<string, string | undefined>): Row[] {
  const isProduction = settings.VERCEL_ENV === "production";
  return [
    row("/:path*", {
      ...EVERYWHERE,
      ...(isProduction && {
        "Strict-Transport-Security": `max-age=${TWO_YEARS_S}; includeSubDomains; preload`,
      }),
    }),
    row("/api/:path((?!docs$|unsubscribe$).*)", { "Content-Security-Policy": INERT }),
    // A tracking link's address is the right to follow: nobody is told it who is not given it.
    ...["/t/:path*", "/api/tracking/:path*"].map((source) =>
      row(source, { "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow" }),
    ),
    row("/api/unsubscribe", { "Content-Security-Policy": PLAIN_FORM }),
    // Asked for anew each time: a stale worker would hold every other file back.
    row("/worker.js", { "Content-Security-Policy": WORKER, "Cache-Control": "no-cache" }),
    // The API gives their addresses to other sites, which may show them.
    row("/pictures/:path*", {
      "Content-Security-Policy": INERT,
      "Cross-Origin-Resource-Policy": "cross-origin",
    }),
  ];
}

function row(source: string, headers: Record<string, string>): Row {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}
