// What pages and the service worker say to each other, and the cache that both read.

/** The cache of menus as they were last seen, by their pages' addresses. */
export const MENUS = "menus";

/** From a page. `loaded`: the paths of its scripts, styles and pictures. SKIP_WAITING: a new worker may take over. */
export type Told =
  | { type: "PAGE_OPENED"; locale: string }
  | { type: "MENU_SEEN"; path: string; loaded: string[] }
  | { type: "SKIP_WAITING" };
