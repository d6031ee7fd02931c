// What holds a page up, as the browser itself counts it: tasks of 50 ms and more, and the time from a tap or a key to the picture after it.
import type { BrowserContext, Page } from "@playwright/test";

export type Interaction = { ms: number; what: string };
type Seen = { tasks: number[]; interactions: Record<number, Interaction> };
declare global {
  interface Window {
    seen?: Seen;
  }
}

const REST_MS = 600; // for what an act set off, and for the observers, which report late

/** Has every page of the context watch itself from its first moment. */
export async function watchPages(context: BrowserContext): Promise<void> {
  await context.addInitScript(watch);
}

/** In the page. */
function watch() {
  const seen: Seen = { tasks: [], interactions: {} };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.tasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
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

/** The long tasks (ms) while something is done; `act` must end only when it shows. */
export async function longTasks(page: Page, act: () => Promise<unknown>): Promise<number[]> {
  await page.waitForTimeout(REST_MS);
  await page.evaluate(() => window.seen?.tasks.splice(0));
  await act();
  return tasksSoFar(page);
}

/** The long tasks (ms) since the page began, or since they were last asked for by `longTasks`. */
export async function tasksSoFar(page: Page): Promise<number[]> {
  await page.waitForTimeout(REST_MS);
  return page.evaluate(() => window.seen?.tasks ?? []);
}

/** The page's interactions since it was loaded, the slowest first. Those under 16 ms are not told by the browser. */
export async function interactions(page: Page): Promise<Interaction[]> {
  await page.waitForTimeout(REST_MS);
  const all = await page.evaluate(() => Object.values(window.seen?.interactions ?? {}));
  return all.sort((a, b) => b.ms - a.ms);
}
