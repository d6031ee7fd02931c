// What a person waits for: a change in the database until it stands on the customer's screen, and the JavaScript a page brings first.
import { existsSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { chromium, type LaunchOptions } from "@playwright/test";
import { send } from "./load.ts";
import { move } from "./shop.ts";

const ARGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** How the bench starts a browser: Debian's Chromium where there is one. */
export const launchOptions: LaunchOptions = {
  ...(existsSync("/usr/bin/chromium") ? { executablePath: "/usr/bin/chromium" } : {}),
  args: ARGS,
};

type Change = { to: string; by: string; prepare?: () => Promise<void> };

/** Milliseconds from each change's event (written inside its transaction) to the new status in the customer's page. */
export async function commitToBrowser(
  base: string,
  customer: { access_token: string },
  orders: { id: string; changes: Change[] }[],
): Promise<number[]> {
  const browser = await chromium.launch(launchOptions);
  const latencies: number[] = [];
  try {
    const context = await browser.newContext();
    await context.addCookies([
      { name: "kapgel_access", value: customer.access_token, url: base, httpOnly: true },
    ]);
    const page = await context.newPage();
    for (const { id, changes } of orders) {
      await page.goto(`${base}/orders/${id}`);
      await page.locator('[data-testid="connection-state"][data-state="live"]').waitFor();
      for (const { to, by, prepare } of changes) {
        await prepare?.();
        const shown = page.evaluate(watchStatus, to);
        const headers = { Authorization: `Bearer ${by}` };
        await move(base, by, id, to);
        const seen = await shown;
        const events = await send(base, { path: `/api/orders/${id}/events?limit=50`, headers });
        const { at } = (JSON.parse(events.body) as { data: { at: string }[] }).data.at(-1) ?? { at: "" };
        latencies.push(seen - Date.parse(at));
      }
    }
  } finally {
    await browser.close();
  }
  return latencies;
}

/** In the page: when (ms since the epoch) the status on screen became the wanted one. */
function watchStatus(wanted: string): Promise<number> {
  return new Promise((resolve) => {
    const element = document.querySelector('[data-testid="order-status"]');
    const look = () => element?.getAttribute("data-status") === wanted && resolve(Date.now());
    if (element && !look()) new MutationObserver(look).observe(element, { attributes: true });
  });
}

/** Gzipped kilobytes of the scripts a page's HTML asks for before anything is clicked. */
export async function firstLoadScripts(base: string, path: string, cookie?: string): Promise<number> {
  const html = (await send(base, { path, headers: cookie ? { Cookie: cookie } : {} })).body;
  const sources = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"(?![^>]*nomodule)/gi)]
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map((match) => match[1] ?? ""),
  );
  const sizes = await Promise.all(
    [...sources].map(async (source) => gzipSync((await send(base, { path: source })).body).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}
