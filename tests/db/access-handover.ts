// The hand-over's functions: of the ride, whose failed delivery waits for a decision.
import { randomUUID } from "node:crypto";
import type { Line } from "./access-money.ts";
import { NOBODY } from "./tenants.ts";

const key = () => ({ idempotency_key: randomUUID() });
const sha256 = "0".repeat(64);

export const HANDOVER: Line[] = [
  [
    "begin_delivery_photo",
    "x 403 403 403 403 ok 404 403",
    (t) => ({ order_id: t.rides.id, photo: { kind: "proof", sha256 }, ...key() }),
  ],
  ["finish_delivery_photo", "x 403 403 403 403 ok 404 403", (t) => ({ photo_id: t.photoId })],
  ["forget_photos", NOBODY, () => ({ ids: [] })],
  [
    "get_delivery_photo",
    "x Y 404 Y 404 Y 404 Y",
    (t) => ({ order_id: t.rides.id, photo_id: t.photoId }),
    (t) => t.photoId,
  ],
  ["list_expired_photos", NOBODY, () => ({})],
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
