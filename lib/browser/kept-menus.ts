// Which menus this browser has kept (lib/browser/worker/pages.ts).
import { MENUS } from "./worker/messages";

export type KeptMenu = { path: string; name: string; at: string };

/** The kept menus, the last seen first; none where the browser keeps nothing. */
export async function keptMenus(): Promise<KeptMenu[]> {
  if (!("caches" in window) || !(await caches.has(MENUS))) return [];
  const cache = await caches.open(MENUS);
  const kept = await Promise.all(
    (await cache.keys()).map(async ({ url }) => read(url, await cache.match(url))),
  );
  return kept.flat().sort((a, b) => b.at.localeCompare(a.at));
}

async function read(url: string, page: Response | undefined): Promise<KeptMenu[]> {
  if (!page) return [];
  const { pathname, search } = new URL(url);
  const document = new DOMParser().parseFromString(await page.text(), "text/html");
  const name = document.querySelector("h1")?.textContent ?? pathname;
  const date = page.headers.get("date");
  return [{ path: pathname + search, name, at: new Date(date ?? Date.now()).toISOString() }];
}
