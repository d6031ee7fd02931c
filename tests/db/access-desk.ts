// The access matrix' lines about the operator's desk: read by access-matrix.test.ts, which says what their words mean.
import { randomUUID } from "node:crypto";
import type { Line } from "./access-money.ts";
import { NOBODY } from "./tenants.ts";

const OPERATORS = "x 403 403 403 403 403 403 Y";

export const DESK: Line[] = [
  [
    "answer_dispute",
    "x 403 403 Y 404 403 403 403",
    (t) => ({ dispute_id: t.disputeId, answer: "Deneme" }),
    (t) => t.disputeId,
  ],
  ["check_audit", OPERATORS, () => ({}), () => '"broken_at":null'],
  ["current_impersonation", "x 403 403 403 403 403 403 ok", () => ({})],
  [
    "decide_dispute",
    OPERATORS,
    (t) => ({
      dispute_id: t.disputeId,
      decision: { outcome: "refused", reason: "Deneme" },
      idempotency_key: randomUUID(),
    }),
    (t) => t.disputeId,
  ],
  ["end_impersonation", "x 403 403 403 403 403 403 ok", () => ({})],
  ["get_person", OPERATORS, (t) => ({ user_id: t.customerId }), (t) => t.customerId],
  ["get_town", OPERATORS, () => ({}), (t) => t.courier.id],
  ["list_audit", OPERATORS, (t) => ({ filter: { subject_id: t.payoutId } }), (t) => t.payoutId],
  ["list_disputes", "x Y ok Y ok 403 403 Y", () => ({ filter: { limit: 50 } }), (t) => t.disputeId],
  ["list_flags", OPERATORS, () => ({}), () => "ordering"],
  [
    "open_dispute",
    "x Y 404 403 403 403 403 403",
    (t) => ({ order_id: t.waits.id, dispute: { kind: "late", text: "Deneme" } }),
    (t) => t.waits.id,
  ],
  ["operator_overview", OPERATORS, () => ({}), () => '"disputes"'],
  ["read_flags", NOBODY, () => ({})],
  ["search_desk", OPERATORS, (t) => ({ q: t.rides.number }), (t) => t.rides.id],
  [
    "set_flag",
    OPERATORS,
    () => ({
      flag: "applications",
      change: { enabled: true, percentage: 100, allowed: [], reason: "Deneme" },
    }),
    () => "applications",
  ],
  [
    "set_person_suspended",
    OPERATORS,
    (t) => ({ user_id: t.customerId, suspended: true, reason: "Deneme" }),
    (t) => t.customerId,
  ],
  [
    "start_impersonation",
    OPERATORS,
    (t) => ({ user_id: t.customerId, reason: "Deneme" }),
    (t) => t.customerId,
  ],
];
