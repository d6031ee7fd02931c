// The hand-over's functions: of the ride, whose failed delivery waits for a decision.
import { randomUUID } from "node:crypto";
import type { Line } from "./access-money.ts";

const key = () => ({ idempotency_key: randomUUID() });

export const HANDOVER: Line[] = [
  ["courier_earnings", "x 403 403 403 403 ok ok 403", () => ({})],
  [
    "decide_failed_delivery",
    "x 403 403 ok 404 403 403 ok",
    (t) => ({ order_id: t.rides.id, verdict: { decision: "try_again" } }),
  ],
  [
    "hand_over_order",
    "x 403 403 403 403 ok 404 403",
    (t) => ({ order_id: t.rides.id, handover: {}, ...key() }),
  ],
  [
    "report_failed_delivery",
    "x 403 403 403 403 409 404 403", // one waits already
    (t) => ({ order_id: t.rides.id, report: { reason: "refused" }, ...key() }),
  ],
  [
    "waive_handover_code",
    "x 403 403 ok 404 403 403 ok",
    (t) => ({ order_id: t.rides.id, waiver: { reason: "Deneme" } }),
  ],
];
