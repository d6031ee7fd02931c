// The JavaScript that a customer's page brings before anything is clicked. React and Next alone are 132 kB of it (docs/decisions/24); what is
// not needed for the first paint comes later (components/lazily.tsx). And what that paint may already know.
import { expect, it } from "vitest";
import { firstLoadScripts } from "../../ops/bench/browser.ts";
import { pageRoutes } from "../pages/routes.ts";
import { signIn } from "./client.ts";

const BUDGET_KB = 155;
const base = process.env.KAPGEL_URL ?? "";
const forPanels = /^\/(admin|vendor|courier|api|design)(\/|$)/;
/** Pages that a customer reaches by address alone, and the vendor's page. */
const paths = pageRoutes()
  .filter((route) => !forPanels.test(route))
  .map((route) => (route === "/v/[slug]" ? "/v/moda-lezzet" : route))
  .filter((route) => !route.includes("["));

it(`no customer page brings more than ${BUDGET_KB} kB of scripts at first`, async () => {
  expect(paths).toEqual(expect.arrayContaining(["/", "/vendors", "/v/moda-lezzet", "/cart", "/checkout"]));
  const cookie = `kapgel_access=${await signIn("customer@kapgel.test", "kapgel-demo")}`;
  const sizes: Record<string, number> = {};
  for (const path of paths) {
    // Who is signed in is led away from the pages where one signs in.
    const kilobytes = await firstLoadScripts(base, path, path.startsWith("/sign-") ? undefined : cookie);
    expect(kilobytes, path).toBeGreaterThan(100); // a page was measured, not a redirect
    sizes[path] = Math.round(10 * kilobytes) / 10;
  }
  expect(Object.entries(sizes).filter(([, size]) => size > BUDGET_KB)).toEqual([]);
});

it("an empty cart is shown as one at once, and a full one is never called empty", async () => {
  const page = async (headers: HeadersInit) => (await fetch(new URL("/cart", base), { headers })).text();
  expect(await page({})).toContain(">Sepetin boş<");
  expect(await page({ Cookie: "kapgel-cart=1" })).not.toContain(">Sepetin boş<");
});
