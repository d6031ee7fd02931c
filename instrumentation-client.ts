// Runs in every page's first load, so it is kept to what cannot wait: remembering errors that come early. What reports them and what measures
// is fetched when the page has loaded (lib/browser/watch.ts), by the few who are measured and where errors are reported at all.

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
