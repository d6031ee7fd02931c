// The page's side of the service worker: registers it, tells of a new version, keeps menus. Fetched when the page has come to rest.
import { reloadWhenBack } from "./come-back";
import type { Told } from "./worker/messages";

const WORKER = "/worker.js";
const HOUR_MS = 3_600_000;

/** What `window` is told as "kapgel:update" when a new version waits: `apply` lets it take over and loads the page anew. */
export type Update = CustomEvent<{ apply: () => void }>;

/** Registers the worker of this site. Rejects where a browser does not want it. */
export function registerWorker(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(WORKER, { updateViaCache: "none" });
}

/** Registers the worker and watches for a new one, now and each hour that the page is looked at. */
export async function startWorker(): Promise<void> {
  if ("lastSeen" in document.documentElement.dataset) reloadWhenBack(); // it came from the cache
  const registration = await registerWorker();
  if (registration.waiting) tell(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed") tell(coming);
    });
  });
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < HOUR_MS) return;
    asked = Date.now();
    void registration.update().catch(() => undefined); // no network: the next look asks again
  });
  await say({ type: "PAGE_OPENED", locale: document.documentElement.lang });
}

/** Lets the worker keep the menu that is shown, with what its page has loaded. Without a worker nothing happens. */
export async function keepMenu(): Promise<void> {
  const loaded = performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === location.origin)
    .map(({ pathname }) => pathname);
  await say({ type: "MENU_SEEN", path: location.pathname + location.search, loaded });
}

async function say(told: Told): Promise<void> {
  (await navigator.serviceWorker.ready).active?.postMessage(told);
}

// The first worker of a browser replaces nothing: there is no news.
function tell(waiting: ServiceWorker): void {
  const { serviceWorker } = navigator;
  if (!serviceWorker.controller) return;
  const apply = () => {
    serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage({ type: "SKIP_WAITING" } satisfies Told);
  };
  dispatchEvent(new CustomEvent("kapgel:update", { detail: { apply } }));
}
