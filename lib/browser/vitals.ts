// How fast a page was to the person who opened it. The library reads what the browser has noted since the page began, so it may come late.
import { type Metric, onCLS, onFCP, onINP, onLCP, onTTFB } from "web-vitals";
import { sendMeasurement } from "./measurements";

/** Measures the page this document began with and tells the server once, when it is first hidden or left. */
export function measureVitals(): void {
  const values: Partial<Record<Metric["name"], number>> = {};
  const note = ({ name, value }: Metric) => {
    values[name] = value;
  };
  for (const measure of [onCLS, onFCP, onINP, onLCP, onTTFB]) measure(note);

  const [navigation] = performance.getEntriesByType("navigation");
  const page = new URL(navigation?.name ?? location.href).pathname;
  // On the window: after the library, which listens on the document for the same and then has its last values.
  addEventListener("visibilitychange", function send() {
    if (document.visibilityState !== "hidden") return;
    removeEventListener("visibilitychange", send);
    sendMeasurement({ kind: "vitals", page, values });
  });
}
