// Notices that the page was away: hidden, frozen, offline, or its device asleep. A clock that jumps is the only sign
// some phones give. What was on screen before may be old, and an open socket may be dead without knowing it.

const TICK_MS = 2_000;
/** A pause longer than this means the device slept: a busy page never stalls so long, a nap is never so short. */
const SLEEP_MS = 10_000;

/**
 * Calls `onWake` whenever the page is back. `deadSocket` is true where an open connection cannot be trusted.
 * Returns the function that stops watching.
 */
export function watchWake(onWake: (deadSocket: boolean) => void): () => void {
  let lastTick = Date.now();
  let hiddenAt = 0;

  const timer = setInterval(() => {
    const gap = Date.now() - lastTick;
    lastTick = Date.now();
    // A hidden page's timers are slowed down by the browser: only a visible page's pause means sleep.
    if (gap > SLEEP_MS && document.visibilityState === "visible") onWake(true);
  }, TICK_MS);

  function onVisibility() {
    if (document.visibilityState === "hidden") {
      hiddenAt = Date.now();
      return;
    }
    lastTick = Date.now();
    onWake(Date.now() - hiddenAt > SLEEP_MS);
  }
  const onOnline = () => onWake(true);
  // The first page show is the load itself; `persisted` is a page taken back out of the browser's memory.
  const onPageShow = (event: PageTransitionEvent) => event.persisted && onWake(true);

  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("online", onOnline);
  window.addEventListener("pageshow", onPageShow);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("online", onOnline);
    window.removeEventListener("pageshow", onPageShow);
  };
}
