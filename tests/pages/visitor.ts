// Somebody's browser: signed in; a customer's has an address and something in the cart, a stranger's nothing.
import type { Browser, BrowserContext, CDPSession, Page } from "@playwright/test";
import { livesAt, signIn } from "../e2e/people.ts";
import type { Dish, Town } from "./town.ts";
import type { Account } from "./visits.ts";

export type Visitor = { context: BrowserContext; page: Page; session: CDPSession };

export async function visitorOf(browser: Browser, account: Account, town: Town): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  if (account !== "stranger") await signIn(context.request, `${account}@kapgel.test`);
  const page = await context.newPage();
  if (account === "customer") {
    await livesAt(context);
    await context.addCookies([{ name: "kapgel-cart", value: "1", url: `${process.env.KAPGEL_URL}/cart` }]);
    await context.addInitScript((cart) => localStorage.setItem("kapgel-cart", cart), cartOf(town));
  }
  return { context, page, session: await context.newCDPSession(page) };
}

function cartOf({ branch, dishes }: Town): string {
  const line = ({ id, name, image_url }: Dish, index: number) => ({
    id,
    product_id: id,
    name,
    image_url,
    quantity: index + 1,
    options: [],
    note: index === 1 ? "Acısız olsun, yanına da közlenmiş biber koyarsanız çok seviniriz." : "",
  });
  return JSON.stringify({
    branch: { id: branch.id, name: branch.name, vendor_name: "Moda Lezzet", vendor_slug: "moda-lezzet" },
    lines: dishes.map(line),
  });
}
