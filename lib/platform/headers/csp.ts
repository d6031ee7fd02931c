// What a page may load, run and reach (Content-Security-Policy). Runs at the edge; hosts are those of the running environment.

type Settings = Record<string, string | undefined>;

// As Stripe asks of pages with its form: https://docs.stripe.com/security/guide#content-security-policy
const STRIPE = {
  script: ["https://js.stripe.com", "https://*.js.stripe.com"],
  connect: ["https://api.stripe.com"],
  frame: ["https://js.stripe.com", "https://*.js.stripe.com", "https://hooks.stripe.com"],
};

/**
 * The policy of a page.
 * @param nonce carried by the scripts that are written into the page; no other inline script runs
 * @param settings the process's environment
 */
export function pagePolicy(nonce: string, settings: Settings): string {
  const stripe = settings.PAYMENT_PROVIDER === "stripe" ? STRIPE : null;
  const isDevelopment = settings.NODE_ENV === "development";
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'self'"],
    // Without 'strict-dynamic': with it Chromium also runs what a script writes into the page. Ours come from here, and nothing else here
    // passes for a script (X-Content-Type-Options).
    "script-src": [
      "'self'",
      `'nonce-${nonce}'`,
      ...(stripe?.script ?? []),
      ...(isDevelopment ? ["'unsafe-eval'"] : []), // React's and Next's development tools
    ],
    "style-src": ["'self'", ...(isDevelopment ? ["'unsafe-inline'"] : [])],
    "style-src-attr": ["'unsafe-inline'"], // widths and proportions that are known when a page is rendered
    "img-src": ["'self'", "data:", "blob:", "https:"], // a product's picture may be anywhere (lib/catalog/products.ts)
    "connect-src": ["'self'", ...reached(settings), ...(stripe?.connect ?? [])],
    "frame-src": stripe?.frame ?? ["'none'"],
    "worker-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

/** Realtime's origin, as https and as wss, the map's, Sentry's, and whatever CSP_CONNECT_ORIGINS adds. */
function reached(settings: Settings): string[] {
  const supabase = originOf(settings.NEXT_PUBLIC_SUPABASE_URL);
  const map = originOf(settings.NEXT_PUBLIC_MAP_STYLE_URL);
  const sentry = originOf(settings.NEXT_PUBLIC_SENTRY_DSN);
  const more = settings.CSP_CONNECT_ORIGINS?.split(",") ?? [];
  return [
    ...new Set([
      ...supabase,
      ...supabase.map((origin) => origin.replace("http", "ws")),
      ...map,
      ...sentry,
      ...more,
    ]),
  ];
}

function originOf(url: string | undefined): string[] {
  return url && URL.canParse(url) ? [new URL(url).origin] : [];
}
