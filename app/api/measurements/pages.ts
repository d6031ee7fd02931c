// The pages there are, as metrics name them: a label must not take as many values as there are orders.

const PAGES = [
  "/",
  "/account",
  "/account/notifications",
  "/admin",
  "/admin/applications",
  "/admin/money",
  "/admin/orders/{id}",
  "/admin/promotions",
  "/admin/queue",
  "/admin/vendors",
  "/api/docs",
  "/apply",
  "/cart",
  "/checkout",
  "/courier",
  "/courier/tasks/{id}",
  "/orders",
  "/orders/{id}",
  "/orders/{id}/pay",
  "/payments/{id}/challenge",
  "/sign-in",
  "/sign-up",
  "/status",
  "/v/{slug}",
  "/vendor",
  "/vendor/branches",
  "/vendor/branches/{id}",
  "/vendor/couriers",
  "/vendor/insights",
  "/vendor/menu",
  "/vendor/money",
  "/vendor/money/payouts/{id}",
  "/vendor/promotions",
  "/vendor/webhooks",
  "/vendor/webhooks/{id}",
  "/vendors",
  "/wallet",
].map((page) => ({ page, pattern: new RegExp(`^${page.replace(/\{\w+\}/g, "[^/]+")}$`) }));

/** The page that a path leads to; "other" where there is none. */
export function pageOf(path: string): string {
  return PAGES.find(({ pattern }) => pattern.test(path))?.page ?? "other";
}
