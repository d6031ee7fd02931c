// What holds a page up, as the browser itself counts it: tasks of 50 ms and more, and the time from a tap or a key to the picture after it.
import type { BrowserContext, Page } from "@playwright/test";

/** By the wall's clock, and how much of that the processor was the page's: where the browser draws without a graphics card, its main thread waits. */
export type Task = { ms: number; processorMs: number };
export type Interaction = { ms: number; what: string };
type Seen = { interactions: Record<number, Interaction> };
/** `dur` and `tdur` in microseconds; `args.name` where it names a thread. */
type TraceEvent = {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
};
declare global {
  interface Window {
    seen?: Seen;
  }
}

const LONG_MS = 50;
const REST_MS = 600; // for what an act set off, and for the observers, which report late

/** Has every page of the context watch itself from its first moment. */
export async function watchPages(context: BrowserContext): Promise<void> {
  await context.addInitScript(watch);
}

/** In the page. */
function watch() {
  const seen: Seen = { interactions: {} };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[]) {
      const known = seen.interactions[entry.interactionId];
      if (entry.interactionId === 0 || (known && known.ms >= entry.duration)) continue;
      const target = entry.target instanceof Element ? entry.target.closest("button, a, input, li") : null;
      const name = target?.getAttribute("aria-label") ?? target?.textContent ?? "";
      seen.interactions[entry.interactionId] = {
        ms: entry.duration,
        what: `${entry.name} ${name.slice(0, 30)}`.trim(),
      };
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

/**
 * The tasks of 50 ms and more on the page's main thread while something is done; `act` must end only when it shows. It asks the page by
 * script: to look things up for Playwright is work, too, and would be measured with the page's own.
 */
export async function longTasks(page: Page, act: () => Promise<unknown>): Promise<Task[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error("a page of a browser that is not ours");
  await page.waitForTimeout(REST_MS);
  await browser.startTracing(page, { categories: ["toplevel"] });
  await act();
  await page.waitForTimeout(REST_MS);
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(threadOf),
  );
  return traceEvents
    .filter((event) => event.name.endsWith("RunTask") && main.has(threadOf(event)))
    .map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1000, processorMs: tdur / 1000 }))
    .filter(({ ms }) => ms >= LONG_MS);
}

/** The page's interactions since it was loaded, the slowest first. Those under 16 ms are not told by the browser. */
export async function interactions(page: Page): Promise<Interaction[]> {
  await page.waitForTimeout(REST_MS);
  const all = await page.evaluate(() => Object.values(window.seen?.interactions ?? {}));
  return all.sort((a, b) => b.ms - a.ms);
}
