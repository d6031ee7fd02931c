// Who visits which page: every page as the one it is made for, public ones as a stranger too, and each of a page's tabs.
import { pageRoutes } from "./routes.ts";

export type Account = "stranger" | "customer" | "vendor" | "courier" | "admin";
export type Visit = { account: Account; path: string };
/** For a route with a parameter: the paths that stand for it. */
export type Samples = Record<string, string[]>;

const PUBLIC = [
  "/",
  "/vendors",
  "/v/[slug]",
  "/cart",
  "/sign-in",
  "/sign-up",
  "/status",
  "/api/docs",
  "/design",
  "/offline",
  "/t/[token]",
];
const STRANGERS_ONLY = new Set([
  "/sign-in",
  "/sign-up",
  "/status",
  "/api/docs",
  "/design",
  "/offline",
  "/t/[token]",
]);
/** What one page shows under other questions; `/yok` is a page that is not there. */
const MORE: Record<string, string[]> = {
  "/": ["/yok"],
  "/vendors": ["/vendors?q=ığüşöçİ+yok+böyle+bir+yer"],
  "/v/[slug]": ["/v/yok"],
  "/vendor/money": ["/vendor/money?show=payouts", "/vendor/money?show=cash"],
  "/vendor/menu": ["/vendor/menu?tab=categories", "/vendor/menu?tab=groups", "/vendor/menu?tab=prices"],
  "/admin/orders": ["/admin/orders?show=past"],
  "/admin/applications": ["/admin/applications?status=approved"],
  "/admin/money": ["sagas", "webhooks", "adjustments", "payouts", "settings"].map(
    (show) => `/admin/money?show=${show}`,
  ),
};

/**
 * Every visit to make, in the routes' order.
 * @throws Error for a route with a parameter that has no sample
 */
export function visits(samples: Samples): Visit[] {
  return pageRoutes().flatMap((route) => {
    const paths = [...(samples[route] ?? [route]), ...(MORE[route] ?? [])];
    const open = paths.find((path) => path.includes("["));
    if (open) throw new Error(`tests/pages/town.ts has no sample of ${route}`);
    const accounts: Account[] = STRANGERS_ONLY.has(route)
      ? ["stranger"]
      : PUBLIC.includes(route)
        ? ["stranger", accountOf(route)]
        : [accountOf(route)];
    return accounts.flatMap((account) => paths.map((path) => ({ account, path })));
  });
}

/** Whose page a route is. */
function accountOf(route: string): Account {
  const section = route.split("/")[1] ?? "";
  return section === "vendor" || section === "courier" || section === "admin" ? section : "customer";
}
