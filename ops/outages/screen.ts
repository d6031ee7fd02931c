// A customer's screen in a real browser. In each outage the vendor changes the order that it shows: how and when does the screen learn of it?
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { ask } from "./ask.ts";
import type { Quality } from "./expectations.ts";
import { isSuccess } from "./load.ts";
import type { Person, Town } from "./town.ts";

const DEBIAN = "/usr/bin/chromium";
const LOOK_MS = 100;
const CHANGE_AFTER_MS = 500;
const AGAIN_MS = 300;
const PATIENCE_MS = 90_000; // a busy machine's first page

export type Change = {
  /** Has the vendor confirm the order, asking until it is answered. */
  begin: () => void;
  /** How the screen has learnt of it by now. */
  seen: () => Quality["screens"];
  /** When it showed the change and said that it was live, in ms of performance.now(); null: not yet. */
  liveAt: () => number | null;
};
export type Screen = {
  /** Shows a new order and waits until the screen is live. */
  open: (order: { id: string; person: Person }) => Promise<Change>;
  close: () => Promise<void>;
};

/** Starts the browser. */
export async function startScreen({ base, vendor }: Town): Promise<Screen> {
  const browser = await chromium.launch({
    ...(existsSync(DEBIAN) ? { executablePath: DEBIAN } : {}),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  let page: Page | undefined;
  return {
    async open({ id, person }) {
      await page?.context().close();
      const context = await browser.newContext();
      await context.addCookies([{ name: "kapgel_access", value: person.token, url: base, httpOnly: true }]);
      page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      await page.goto(`${base}/orders/${id}`, { waitUntil: "domcontentloaded" });
      await page.locator('[data-testid="connection-state"][data-state="live"]').waitFor();
      return changeOf(page, () => confirm(base, vendor, id));
    },
    close: () => browser.close(),
  };
}

function changeOf(page: Page, confirmOrder: () => Promise<void>): Change {
  let isChanged = false;
  let how: Quality["screens"] | undefined;
  let liveAt: number | null = null;
  const watch = async () => {
    await sleep(CHANGE_AFTER_MS);
    const changing = confirmOrder().then(() => {
      isChanged = true;
    });
    for (let before = "live"; liveAt === null; await sleep(LOOK_MS)) {
      const { status, connection } = await shown(page);
      if (status === "CONFIRMED") {
        how ??= before === "live" ? "at once" : "by polling";
        if (connection === "live") liveAt = performance.now();
      }
      before = connection;
    }
    await changing;
  };
  return {
    begin: () => void watch().catch(() => {}), // its page was closed before it learnt of anything: that is the finding
    seen: () => how ?? (isChanged ? "afterwards" : "none"),
    liveAt: () => liveAt,
  };
}

async function confirm(base: string, token: string, id: string): Promise<void> {
  for (;;) {
    const moved = await ask(base, {
      method: "POST",
      path: `/api/orders/${id}/transitions`,
      token,
      body: { to: "CONFIRMED" },
    });
    if (isSuccess(moved.answer) || moved.answer === "409 INVALID_TRANSITION") return;
    await sleep(AGAIN_MS);
  }
}

function shown(page: Page): Promise<{ status: string; connection: string }> {
  return page.evaluate(() => {
    const told = (id: string, name: string) =>
      document.querySelector(`[data-testid="${id}"]`)?.getAttribute(name) ?? "none";
    return {
      status: told("order-status", "data-status"),
      connection: told("connection-state", "data-state"),
    };
  });
}
