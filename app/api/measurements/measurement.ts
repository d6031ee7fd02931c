// What browsers tell of pages and of realtime, and where it is counted. Anybody can send anything: values have bounds, labels are ours, and
// nobody is told apart.
import { z } from "zod";
import { Time } from "@/lib/platform/http/fields";
import { time } from "@/lib/platform/metrics";
import { pageOf } from "./pages";

const Milliseconds = z.number().min(0).max(600_000).optional();
const Vitals = z.object({
  kind: z.literal("vitals"),
  /** The page's path; no more of it than which page it is of is kept. */
  page: z.string().max(300),
  values: z.object({
    LCP: Milliseconds,
    INP: Milliseconds,
    FCP: Milliseconds,
    TTFB: Milliseconds,
    CLS: z.number().min(0).max(100).optional(),
  }),
});
const Delivery = z.object({
  kind: z.literal("delivery"),
  channel: z.enum(["order", "branch", "courier", "user"]),
  at: Time,
});

export const Measurement = z.discriminatedUnion("kind", [Vitals, Delivery]);

const LATEST_S = 60; // what arrives later was read by a page that had slept
const EARLIEST_S = -1; // the database's clock and ours

/** Counts it; a delivery that cannot be one is left out. */
export function counted(measurement: z.output<typeof Measurement>): void {
  if (measurement.kind === "vitals") {
    const page = pageOf(measurement.page);
    const { CLS, ...durations } = measurement.values;
    for (const [name, ms] of Object.entries(durations))
      time("kapgel_web_vital_seconds", { name, page }, ms / 1000);
    if (CLS !== undefined) time("kapgel_web_vital_cls", { page }, CLS);
    return;
  }
  const seconds = (Date.now() - Date.parse(measurement.at)) / 1000;
  if (seconds < EARLIEST_S || seconds > LATEST_S) return;
  time("kapgel_realtime_delivery_seconds", { channel: measurement.channel }, Math.max(0, seconds));
}
