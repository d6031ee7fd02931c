// Every page of everybody, looked at as a phone and as a desk, in light and in dark: axe finds nothing, nothing scrolls sideways, not even in
// 320 px (a desk zoomed to 400 %) or at 200 %, every target is as large as a thumb, nothing moves where less motion is wished, and the console
// is silent. So is what opens over the pages.
import { type Browser, expect, test } from "@playwright/test";
import { type Opening, openings } from "../pages/openings.ts";
import {
  axeFindings,
  covered,
  moving,
  settled,
  shortened,
  sideways,
  sized,
  smallTargets,
  themed,
} from "../pages/page-under-eyes.ts";
import { fillTown, type Town } from "../pages/town.ts";
import { type Visitor, visitorOf } from "../pages/visitor.ts";
import { type Account, visits } from "../pages/visits.ts";

const NARROW = { width: 320, height: 700 };
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
/** A desk at 200 %: the same window holds half as many pixels either way. */
const ZOOMED = { width: 720, height: 450 };
const ACCOUNTS: Account[] = ["customer", "vendor", "admin", "stranger", "courier"];

type Look = Omit<Visitor, "context"> & { note: (where: string, findings: string[]) => void };

test.describe.configure({ timeout: 900_000 }); // a machine that does much else takes its time

let town: Town;
test.beforeAll(async ({ baseURL }) => {
  town = await fillTown(baseURL ?? "");
});
test.afterAll(() => town.clear());

test("every page, from all sides", async ({ browser }) => {
  const all = visits(town.samples);
  const found = await asEach(browser, async (account, look, at) => {
    for (const { path } of all.filter((visit) => visit.account === account)) {
      at(path);
      await fromAllSides(look, path).catch(notedBy(look));
    }
  });
  expect(found).toEqual([]);
});

test("what opens over them, and gives the focus back", async ({ browser }) => {
  const all = openings(town.samples);
  const found = await asEach(browser, async (account, look, at) => {
    for (const opening of all.filter((one) => one.account === account)) {
      at(`${opening.path} ${opening.button}`);
      await opened(look, opening).catch(notedBy(look));
    }
  });
  expect(found).toEqual([]);
});

/** Everybody at once, each in a browser of their own; what they found, with the place. */
async function asEach(
  browser: Browser,
  work: (account: Account, look: Look, at: (place: string) => void) => Promise<void>,
): Promise<string[]> {
  const found: string[] = [];
  const one = async (account: Account) => {
    const { context, page, session } = await visitorOf(browser, account, town);
    let place = "";
    const note = (where: string, findings: string[]) =>
      found.push(...findings.map((finding) => `${account} ${place} ${where}: ${finding}`));
    // What is not there says so with its status, and so does a form that was refused: the browser prints it.
    // Five browsers at once are more than this machine bears: what the door turns away then comes again (tests/api/overload.test.ts).
    const isExpected = (text: string) =>
      /status of 503/.test(text) ||
      (/\/yok$/.test(place) && /status of 404/.test(text)) ||
      (/\^Başvur/.test(place) && /status of 400/.test(text));
    page.on("console", (message) => {
      if (message.type() === "error" && !isExpected(message.text())) note("console", [message.text()]);
    });
    page.on("pageerror", (error) => note("console", [error.message]));
    await work(account, { page, session, note }, (next) => {
      place = next;
    });
    await context.close();
  };
  await Promise.all(ACCOUNTS.map(one));
  return found;
}

/** What goes wrong on one page does not keep the others from being looked at. */
const notedBy =
  ({ note }: Look) =>
  (error: unknown) =>
    note("stopped", [String(error).slice(0, 400)]);

async function fromAllSides({ page, session, note }: Look, path: string) {
  await sized(page, session, PHONE.width, PHONE.height);
  await page.goto(path, { waitUntil: "load" });
  await settled(page);
  await shortened(page);
  await themed(page, "light");
  note("390 light", await axeFindings(page));
  note("390", await sideways(page));
  note("390", await smallTargets(page));
  await themed(page, "dark");
  note("390 dark", await axeFindings(page, true));
  note("less motion", await moving(page));
  await sized(page, session, NARROW.width, NARROW.height);
  note("320", await sideways(page));
  await sized(page, session, ZOOMED.width, ZOOMED.height);
  note("200 %", await sideways(page));
  note("200 %", await covered(page));
  await sized(page, session, DESK.width, DESK.height);
  note("1440 dark", await axeFindings(page));
  note("1440", await sideways(page));
  await themed(page, "light");
  note("1440 light", await axeFindings(page, true));
}

async function opened({ page, session, note }: Look, { path, button, shows }: Opening) {
  await sized(page, session, PHONE.width, PHONE.height);
  if (new URL(page.url(), "http://x").pathname !== path) await page.goto(path, { waitUntil: "load" });
  await settled(page);
  const opener = page.getByRole("button", { name: button }).first();
  const over = {
    dialog: page.locator("dialog:modal"),
    menu: page.locator("[popover]:popover-open"),
    errors: page.locator('[aria-invalid="true"]').first(),
  }[shows];
  await expect(async () => {
    await opener.press("Enter");
    await expect(over).toBeVisible({ timeout: 2_000 });
  }).toPass(); // on a slow machine a page can be seen before it listens
  for (const theme of ["light", "dark"] as const) {
    await themed(page, theme);
    note(`390 ${theme}`, await axeFindings(page, theme === "dark"));
  }
  note("390", await sideways(page));
  note("390", await smallTargets(page));
  if (shows === "errors") return;
  await page.keyboard.press("Escape");
  await expect(over).toBeHidden();
  await expect(opener, `${button} has the focus back`).toBeFocused();
}
