// A page that stands in for one that needs the network gives way to it by itself.
import { api } from "./api";

const PAUSE_MS = 5_000;

/**
 * Loads the page anew once the shop answers. A device may say that it is online too early, or not at all where it was the shop that could
 * not be reached: so the shop is asked, then and every few seconds while the page is looked at. Returns what ends the waiting.
 */
export function reloadWhenBack(): () => void {
  const end = new AbortController();
  const { signal } = end;
  let leaving = false; // a reload would take the place of where the reader goes
  const ask = async () => {
    if (document.hidden || leaving) return;
    const answered = await api.get("/api/health/live", { signal }).then(
      () => true,
      () => false,
    );
    if (answered && !leaving) location.reload();
  };
  const timer = setInterval(ask, PAUSE_MS);
  addEventListener("online", ask, { signal });
  addEventListener("beforeunload", () => (leaving = true), { signal });
  addEventListener("pageshow", () => (leaving = false), { signal });
  return () => {
    clearInterval(timer);
    end.abort();
  };
}
