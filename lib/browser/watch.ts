// What a loaded page tells us about itself: its errors, where Sentry is set up, and how fast it was, for a sample of page loads. Each is
// fetched only where it is used.
import type { SentrySettings } from "../platform/seeing/settings";

type Wanted = {
  /** SentrySettings as JSON, written into the page by app/layout.tsx; undefined: errors are not reported. */
  sentry: string | undefined;
  measured: boolean;
  /** What `keep` has noted so far. */
  early: Event[];
  keep: (event: Event) => void;
};

/** Starts what is wanted; errors noted so far are reported too. */
export async function watch({ sentry, measured, early, keep }: Wanted): Promise<void> {
  if (measured) (await import("./vitals")).measureVitals();
  if (!sentry) return;
  const [sdk, { startSentry }] = await Promise.all([
    import("../platform/seeing/sdk"),
    import("../platform/seeing/sentry"),
  ]);
  const settings = JSON.parse(sentry) as SentrySettings;
  const tell = startSentry(sdk, settings, { traces: false });
  for (const name of ["error", "unhandledrejection"]) removeEventListener(name, keep);
  for (const event of early) tell(causeOf(event), {});
}

function causeOf(event: Event): unknown {
  return event instanceof PromiseRejectionEvent ? event.reason : (event as ErrorEvent).error;
}
