// How smoothly the largest lists move: a board with 300 orders under way, and menus of 2,000 products at the vendor's desk and in a
// customer's hand.
import { type Browser, chromium, type Page } from "@playwright/test";
import type { Sql } from "postgres";
import { launchOptions } from "./browser.ts";
import { type Interaction, interactions, longTasks, type Task, watchPages } from "./held-up.ts";
import { type Shot, send } from "./load.ts";
import { move } from "./shop.ts";

const ORDERS = 300;
const SHELVES = 40;
const ON_A_SHELF = 50;
const STEPS = ["CONFIRMED", "PREPARING", "READY"];
const CALLERS = 8;
const FLICKS = 60;
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const SEARCH = 'input[type="search"]';

/** One thing that was done, and the tasks of 50 ms and more meanwhile. */
export type Doing = { what: string; tasks: Task[] };
export type Smooth = { doings: Doing[]; slowest: Interaction | undefined };

async function onPage(
  base: string,
  { token, viewport }: { token?: string; viewport: typeof DESK },
  use: (page: Page, told: (what: string, act: () => Promise<unknown>) => Promise<void>) => Promise<void>,
): Promise<Smooth> {
  const browser: Browser = await chromium.launch(launchOptions);
  try {
    const context = await browser.newContext({ viewport });
    if (token) await context.addCookies([{ name: "kapgel_access", value: token, url: base, httpOnly: true }]);
    await watchPages(context);
    const page = await context.newPage();
    const doings: Doing[] = [];
    await use(page, async (what, act) => {
      doings.push({ what, tasks: await longTasks(page, act) });
    });
    return { doings, slowest: (await interactions(page))[0] };
  } finally {
    await browser.close();
  }
}

async function scroll(page: Page) {
  await page.mouse.move(200, 500);
  for (const way of [1, -1]) {
    for (let turn = 0; turn < FLICKS; turn++) {
      await page.mouse.wheel(0, way * 300);
      await page.waitForTimeout(40);
    }
  }
}

/** Goes there until `shown`, and until what is fetched once the page has come to rest is there. */
async function open(page: Page, url: string, shown: () => Promise<void>) {
  await page.goto(url);
  await shown();
  await page.waitForTimeout(3_000);
}

const focus = (page: Page, selector: string, nth = 0) =>
  page.evaluate(([of, n]) => document.querySelectorAll<HTMLElement>(of)[n]?.focus(), [
    selector,
    nth,
  ] as const);

async function empty(page: Page) {
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
}

/** Waits until the page holds all of these, looking seldom: to look is work, too. */
async function holds(page: Page, ...selectors: string[]) {
  await page.waitForFunction((all) => all.every((one) => document.querySelector(one)), selectors, {
    polling: 250,
  });
}

/** … until that many of one kind are there. */
async function holdsMany(page: Page, testId: string, least: number, most = Number.POSITIVE_INFINITY) {
  await page.waitForFunction(
    ([id, from, to]) => {
      const count = document.querySelectorAll(`[data-testid="${id}"]`).length;
      return count >= from && count <= to;
    },
    [testId, least, most] as const,
    { polling: 250 },
  );
}

/** Places orders and moves four fifths of them on, so that every column of the board is full. */
async function fillBoard(base: string, shots: (caller: number) => Shot, vendor: string): Promise<string[][]> {
  const byStep: string[][] = [[], [], [], []];
  let turn = 0;
  await Promise.all(
    Array.from({ length: CALLERS }, async (_, caller) => {
      while (turn < ORDERS) {
        const steps = turn++ % (STEPS.length + 1);
        const placed = await send(base, shots(caller));
        if (placed.status !== 201) throw new Error(`placing answered ${placed.status}: ${placed.body}`);
        const { id } = JSON.parse(placed.body) as { id: string };
        for (const to of STEPS.slice(0, steps)) await move(base, vendor, id, to);
        byStep[steps]?.push(id);
      }
    }),
  );
  return byStep;
}

/** The board of a vendor with 300 orders under way. */
export async function boardOf300(
  base: string,
  shots: (caller: number) => Shot,
  vendor: string,
): Promise<Smooth> {
  const [, confirmed = []] = await fillBoard(base, shots, vendor);
  const card = (id = "", more = "") => `[data-testid="order-card"][data-order-id="${id}"]${more}`;
  const PREPARING = '[data-status="PREPARING"][aria-busy="false"]';
  return onPage(base, { token: vendor, viewport: DESK }, async (page, told) => {
    await told("opening", () => open(page, `${base}/vendor`, () => holdsMany(page, "order-card", ORDERS)));
    await told("scrolling", () => scroll(page));
    await told("20 changes of status", async () => {
      const moved = confirmed.slice(0, 20);
      for (const id of moved) {
        await move(base, vendor, id, "PREPARING");
        await page.waitForTimeout(50);
      }
      await holds(page, ...moved.map((id) => card(id, PREPARING)));
    });
    await told("a new order", async () => {
      const { id } = JSON.parse((await send(base, shots(0))).body) as { id: string };
      await holds(page, card(id));
    });
    await told("20 cards by keyboard, then a step", async () => {
      const id = confirmed[25];
      await focus(page, card(id, " [data-card]"));
      for (let turn = 0; turn < 10; turn++) await page.keyboard.press("ArrowDown");
      for (let turn = 0; turn < 10; turn++) await page.keyboard.press("ArrowUp");
      await page.keyboard.press("o");
      await holds(page, card(id, PREPARING));
    });
    await told("an order's sheet", async () => {
      await focus(page, card(confirmed[26], " [data-card]"));
      await page.keyboard.press("Enter");
      await holds(page, "dialog[open]");
      await page.keyboard.press("Escape");
    });
    await told("the network back: all read again", async () => {
      await page.evaluate(() => window.dispatchEvent(new Event("online")));
      await page.waitForTimeout(3_000);
    });
    await told("20 s of clocks", () => page.waitForTimeout(20_000));
  });
}

/** Gives a vendor 2,000 products on 40 shelves. */
export async function fillMenu(sql: Sql, slug: string): Promise<void> {
  await sql`with shelves as (
      insert into public.categories (vendor_id, name, position)
      select v.id, 'Raf ' || n, 100 + n from public.vendors v, generate_series(1, ${SHELVES}::int) as n where v.slug = ${slug}
      returning id, vendor_id, position - 100 as shelf),
    pictures as (select array_agg(distinct image_url) as of from public.products where image_url like '/pictures/%')
    insert into public.products (vendor_id, category_id, name, description, image_url, price_minor, position)
    select s.vendor_id, s.id, 'Ürün ' || s.shelf || '/' || n, 'Köyden, günlük; soğuk zincirle gelir ve kapıda tartılır.',
      (pictures.of)[1 + (s.shelf * 7 + n) % cardinality(pictures.of)], 1000 + 10 * n, n
    from shelves s, pictures, generate_series(1, ${ON_A_SHELF}::int) as n`;
}

/** The desk of that menu: all its pages on screen. */
export async function deskOf2000(base: string, vendor: string): Promise<Smooth> {
  const ROW = '[data-testid="product-row"]';
  return onPage(base, { token: vendor, viewport: DESK }, async (page, told) => {
    const rows = () => page.evaluate((row) => document.querySelectorAll(row).length, ROW);
    const shelf = () => holdsMany(page, "product-row", ON_A_SHELF - 1);
    await told("opening", () => open(page, `${base}/vendor/menu`, shelf));
    await told("reading on to the end", async () => {
      for (let known = await rows(); known < SHELVES * ON_A_SHELF; known = await rows()) {
        await focus(page, '[data-testid="load-more"]');
        await page.keyboard.press("Enter");
        await holdsMany(page, "product-row", known + 1);
      }
    });
    await told("scrolling", () => scroll(page));
    await told("5 switches to sold out", async () => {
      for (let turn = 0; turn < 5; turn++) {
        const answered = page.waitForResponse((response) => response.request().method() === "PATCH");
        await focus(page, `${ROW} [role="switch"]`, turn);
        await page.keyboard.press("Space");
        await answered;
      }
    });
    await told("searching", async () => {
      await focus(page, SEARCH);
      await page.keyboard.type("Ürün 7/1", { delay: 60 });
      await holdsMany(page, "product-row", 1, ON_A_SHELF + 1);
      await empty(page);
      await page.waitForTimeout(1_500);
    });
  });
}

/** That menu in a customer's hand. */
export async function menuOf2000(base: string, slug: string): Promise<Smooth> {
  return onPage(base, { viewport: PHONE }, async (page, told) => {
    const all = SHELVES * ON_A_SHELF;
    await told("opening", () => open(page, `${base}/v/${slug}`, () => holdsMany(page, "product", all)));
    await told("scrolling", () => scroll(page));
    await told("searching", async () => {
      await focus(page, SEARCH);
      await page.keyboard.type("urun 7/1", { delay: 60 });
      await holdsMany(page, "product", 1, ON_A_SHELF);
      await empty(page);
      await holdsMany(page, "product", all);
    });
    await told("3 into the cart", async () => {
      for (const n of [1, 2, 3]) {
        await focus(page, `button[aria-label="Ürün 1/${n}: sepete ekle"]`);
        await page.keyboard.press("Enter");
        await page.waitForTimeout(500);
      }
    });
  });
}
