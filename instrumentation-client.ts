// Runs in every page's first load, so it is kept to what cannot wait: remembering errors that come early, and that the page may be installed.
// What reports errors and what measures is fetched when the page has loaded (lib/browser/watch.ts), by the few who are measured and where
// errors are reported at all; so is what keeps pages for a time without a network (lib/browser/worker-client.ts).

const MEASURED = 0.1; // of page loads
const { sentry } = document.documentElement.dataset;
const measured = Math.random() < MEASURED;
const early: Event[] = [];
const keep = (event: Event) => early.push(event);

if (sentry) for (const name of ["error", "unhandledrejection"]) addEventListener(name, keep);
if (sentry || measured)
  addEventListener("load", () =>
    setTimeout(
      () => import("@/lib/browser/watch").then(({ watch }) => watch({ sentry, measured, early, keep })),
      1_000,
    ),
  );

// Chrome asks by itself otherwise, when nobody expects it (components/install-hint.tsx).
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  window.installPrompt = event;
});
if (process.env.NODE_ENV === "production" && navigator.serviceWorker)
  addEventListener("load", () =>
    setTimeout(
      // A browser that takes no worker loses nothing but what it keeps.
      () => import("@/lib/browser/worker-client").then(({ startWorker }) => startWorker()).catch(() => {}),
      2_000,
    ),
  );
