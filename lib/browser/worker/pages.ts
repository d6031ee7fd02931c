// What stays readable without a network: menus as they were last seen, and one page that says what is missing. No answer of the API is ever
// kept, and of pages none but menus; those carry their reader's name and place, so they go when somebody signs in or out.
import {
  CacheFirst,
  ExpirationPlugin,
  NetworkFirst,
  NetworkOnly,
  Serwist,
  type SerwistPlugin,
  StaleWhileRevalidate,
} from "serwist";
import { MENUS, type Told } from "./messages";
import { worker } from "./scope";

declare const BUILD: string; // by build.ts

const SHELL = `shell-${BUILD}`;
const OFFLINE = "/offline";
const DAY_S = 86_400;
/** Slower than this, a menu as last seen is better than none. */
const PATIENCE_S = 8;
/** A menu that was kept so lately need not be read again because its page was opened by a click. */
const FRESH_MS = 600_000;

const files = new CacheFirst({
  cacheName: "files",
  plugins: [new ExpirationPlugin({ maxEntries: 300, maxAgeSeconds: 30 * DAY_S, purgeOnQuotaError: true })],
});
const pictures = new StaleWhileRevalidate({
  cacheName: "pictures",
  plugins: [new ExpirationPlugin({ maxEntries: 200, maxAgeSeconds: 30 * DAY_S, purgeOnQuotaError: true })],
});

/** Counts who signed in or out: a page that was asked for before is not kept after. */
let readers = 0;

const ownReader: SerwistPlugin = {
  handlerWillStart: async ({ state }) => {
    if (state) state.reader = readers;
  },
  cacheWillUpdate: async ({ response, state }) =>
    response.ok && !response.redirected && state?.reader === readers ? response : null,
  // The page shows a line that says how old it is (app/(shop)/v/[slug]/last-seen.tsx).
  cachedResponseWillBeUsed: async ({ cachedResponse }) => {
    if (!cachedResponse) return null;
    const { status, statusText } = cachedResponse;
    const html = (await cachedResponse.text()).replace("<html ", '<html data-last-seen="" ');
    const headers = new Headers(cachedResponse.headers);
    headers.delete("content-length"); // it has become longer
    return new Response(html, { status, statusText, headers });
  },
};
const offlinePage: SerwistPlugin = {
  handlerDidError: async () => caches.match(OFFLINE, { cacheName: SHELL }),
};
const menus = new NetworkFirst({
  cacheName: MENUS,
  networkTimeoutSeconds: PATIENCE_S,
  plugins: [
    ownReader,
    new ExpirationPlugin({ maxEntries: 20, maxAgeSeconds: 7 * DAY_S, purgeOnQuotaError: true }),
    offlinePage,
  ],
});

const isMenu = (url: URL) => /^\/v\/[a-z0-9-]+$/.test(url.pathname);
const isFile = (url: URL) => /^\/(_next\/static|icons)\//.test(url.pathname);

/** Answers requests, and keeps what is to be read later. */
export function offerPages(): void {
  const serwist = new Serwist({
    skipWaiting: false, // the person decides when a page is loaded anew
    clientsClaim: true,
    navigationPreload: true,
    runtimeCaching: [
      { matcher: ({ sameOrigin, url }) => sameOrigin && isFile(url), handler: files },
      {
        matcher: ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith("/pictures/"),
        handler: pictures,
      },
      { matcher: ({ request, url }) => request.mode === "navigate" && isMenu(url), handler: menus },
      {
        matcher: ({ request }) => request.mode === "navigate",
        handler: new NetworkOnly({ plugins: [offlinePage] }),
      },
      {
        method: "POST",
        matcher: ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith("/api/auth/sign-"),
        handler: async ({ request }) => {
          await forgetMenus();
          return fetch(request).finally(forgetMenus);
        },
      },
    ],
  });
  worker.addEventListener("install", (event) => event.waitUntil(keepShell(event)));
  worker.addEventListener("activate", (event) => event.waitUntil(dropOldShells()));
  worker.addEventListener("message", (event) => {
    const told = event.data as Told;
    if (told?.type === "PAGE_OPENED") event.waitUntil(freshShell(event, told.locale));
    if (told?.type === "MENU_SEEN") event.waitUntil(keepMenu(event, told));
  });
  serwist.addEventListeners();
}

async function forgetMenus(): Promise<void> {
  readers += 1;
  await caches.delete(MENUS);
}

/** The offline page in the reader's language, with all that it loads. */
async function keepShell(event: ExtendableEvent): Promise<void> {
  const page = await fetch(OFFLINE, { cache: "reload" });
  if (!page.ok) throw new Error(`the offline page answered ${page.status}`);
  const html = await page.clone().text();
  await keepFiles(event, html.match(/\/_next\/static\/[^"'\\\s<>]+/g) ?? []);
  await (await caches.open(SHELL)).put(OFFLINE, page);
}

async function freshShell(event: ExtendableEvent, locale: string): Promise<void> {
  const kept = await caches.match(OFFLINE, { cacheName: SHELL });
  if (!(await kept?.text())?.includes(`<html lang="${locale}"`)) await keepShell(event);
}

async function dropOldShells(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith("shell-") && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Keeps a menu whose page did not come as a document, or came before this worker, with what that page has loaded. */
async function keepMenu(event: ExtendableEvent, { path, loaded }: Extract<Told, { type: "MENU_SEEN" }>) {
  const url = new URL(path, worker.location.origin);
  if (!isMenu(url)) return;
  const kept = await caches.match(url.href, { cacheName: MENUS });
  const age = Date.now() - Date.parse(kept?.headers.get("date") ?? "");
  if (!kept || !(age < FRESH_MS)) {
    const [, done] = menus.handleAll({ event, request: new Request(url) });
    await done;
  }
  await keepFiles(event, loaded);
}

async function keepFiles(event: ExtendableEvent, paths: readonly string[]): Promise<void> {
  const urls = [...new Set(paths)].map((path) => new URL(path, worker.location.origin));
  await Promise.all(
    urls.map((url) => {
      const request = new Request(url);
      return isFile(url)
        ? files.handle({ event, request })
        : url.pathname.startsWith("/pictures/") && pictures.handle({ event, request });
    }),
  );
}
