// `npm run contact-sheet`: a picture of every page at three widths in both themes, on one sheet to look over (contact-sheet/index.html).
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Browser, expect, test } from "@playwright/test";
import { settled, shortened, sized, themed } from "../pages/page-under-eyes.ts";
import { fillTown, type Town } from "../pages/town.ts";
import { visitorOf } from "../pages/visitor.ts";
import { type Visit, visits } from "../pages/visits.ts";

const FOLDER = resolve(import.meta.dirname, "../../contact-sheet");
const WIDTHS = { 390: 844, 768: 1024, 1440: 900 };
const THEMES = ["light", "dark"] as const;
/** A list of any length is judged by its beginning. */
const MOST_PX = 3_200;

type Picture = { visit: Visit; width: number; theme: string; file: string };

test("every page, on one sheet", async ({ browser, baseURL }) => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const town = await fillTown(baseURL ?? "");
  const all = visits(town.samples);
  const accounts = [...new Set(all.map(({ account }) => account))];
  const pictures: Picture[] = [];
  for (const account of accounts) {
    pictures.push(
      ...(await taken(
        browser,
        town,
        all.filter((visit) => visit.account === account),
      )),
    );
  }
  await town.clear();
  writeFileSync(join(FOLDER, "index.html"), sheet(pictures));
  expect(pictures).toHaveLength(all.length * Object.keys(WIDTHS).length * THEMES.length);
});

async function taken(browser: Browser, town: Town, list: Visit[]): Promise<Picture[]> {
  const account = list[0]?.account ?? "stranger";
  const { context, page, session } = await visitorOf(browser, account, town);
  const pictures: Picture[] = [];
  for (const [index, visit] of list.entries()) {
    await sized(page, session, 390, WIDTHS[390]);
    await page.goto(visit.path, { waitUntil: "load" });
    await settled(page);
    await shortened(page);
    await page.waitForLoadState("networkidle");
    for (const [width, height] of Object.entries(WIDTHS)) {
      for (const theme of THEMES) {
        await sized(page, session, Number(width), height);
        await themed(page, theme);
        await page.evaluate(loadPictures);
        const file = `${account}-${String(index).padStart(2, "0")}-${width}-${theme}.jpeg`;
        const full = await page.evaluate(() => document.documentElement.scrollHeight);
        // The window as high as the page: what is fixed to its edges stands where the page ends.
        await page.setViewportSize({ width: Number(width), height: Math.min(full, MOST_PX) });
        await page.screenshot({
          path: join(FOLDER, file),
          type: "jpeg",
          quality: 70,
          animations: "disabled",
        });
        pictures.push({ visit, width: Number(width), theme, file });
      }
    }
  }
  await context.close();
  return pictures;
}

/** In the page: pictures further down are fetched as if somebody had scrolled there. */
async function loadPictures() {
  const waiting = [...document.images].map((image) => {
    image.loading = "eager";
    return image.decode().catch(() => undefined); // a broken one is shown as it is
  });
  await Promise.all(waiting);
}

function sheet(pictures: Picture[]): string {
  const rows = Map.groupBy(pictures, ({ visit }) => `${visit.account} ${visit.path}`);
  const body = [...rows].map(
    ([name, row]) =>
      `<h2>${name.replace(/[&<]/g, "")}</h2><div>${row
        .map(
          ({ file, width, theme }) =>
            `<a href="${file}"><img loading="lazy" src="${file}" style="width:${width / 3}px" alt="${width} ${theme}"></a>`,
        )
        .join("")}</div>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>KapGel</title>
<style>body{font:14px sans-serif;background:#888}div{display:flex;gap:12px;align-items:flex-start;overflow-x:auto}h2{margin:24px 0 8px}</style>
${body.join("\n")}\n`;
}
