// A courier's taps as things to be done, in order: what is sent for each, what an answer means for it, and how a task looks while it waits. A
// move is repeated safely by itself, since an order only goes forward; the others carry a key. No React, no storage here.
import { ApiError } from "@/lib/browser/api";
import type { Order } from "@/lib/orders/schema";

export type Place = { lat: number; lng: number; accuracy: number | null };
type Failure = NonNullable<Order["handover"]>["reports"][number];

/** `at` is when the thumb came down, in ms since the epoch; `key` its Idempotency-Key. */
export type Op = { key: string; orderId: string; number: string; at: number } & (
  | { kind: "move"; to: "PICKED_UP" | "ON_ROUTE" }
  | { kind: "handover"; code: string | null; place: Place | null }
  | { kind: "failed"; reason: Failure["reason"]; note: string | null; place: Place | null }
  /** Its picture is in photo-store.ts. */
  | { kind: "photo"; of: "proof" | "failed" }
);
/** What the thumb did; a photograph only goes with it. */
export type Tap = Exclude<Op, { kind: "photo" }>;
/** What could not be done any more: `code` is the API's, `status` how the order stood. */
export type Dropped = { op: Op; code: string; status: Order["status"] | null };
export type Queue = { ops: Op[]; dropped: Dropped[] };

export const EMPTY: Queue = { ops: [], dropped: [] };
const WAY = ["CONFIRMED", "PREPARING", "READY", "PICKED_UP", "ON_ROUTE", "DELIVERED"] as const;

/** What storage holds; anything unreadable is nothing. */
export function readQueue(text: string | null): Queue {
  try {
    const { ops, dropped } = JSON.parse(text ?? "{}") as Partial<Queue>;
    return Array.isArray(ops) && Array.isArray(dropped) ? { ops, dropped } : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** Which is sent next: photographs last, so that no delivery ever waits for one. */
export function nextOf(ops: readonly Op[]): Op | undefined {
  return ops.find(({ kind }) => kind !== "photo") ?? ops[0];
}

/** Where a photograph is sent to. */
export function photoPathOf(op: Extract<Op, { kind: "photo" }>): string {
  const told = new URLSearchParams({ kind: op.of, at: new Date(op.at).toISOString() });
  return `/api/orders/${op.orderId}/photos?${told}`;
}

/** The request of a tap. */
export function requestOf(op: Tap): { path: string; body: Record<string, unknown> } {
  const path = `/api/orders/${op.orderId}`;
  if (op.kind === "move") return { path: `${path}/transitions`, body: { to: op.to } };
  const happened = { ...op.place, at: new Date(op.at).toISOString() };
  return op.kind === "handover"
    ? { path: `${path}/handover`, body: { code: op.code, ...happened } }
    : { path: `${path}/delivery-reports`, body: { reason: op.reason, note: op.note, ...happened } };
}

const targetOf = (op: Op) =>
  op.kind === "move" ? op.to : op.kind === "handover" ? ("DELIVERED" as const) : null;
const stage = (status: Order["status"]) => WAY.indexOf(status as (typeof WAY)[number]);

/** The order that a refusal came with. */
export function currentOf(error: unknown): Order | null {
  return error instanceof ApiError ? ((error.details.current as Order | undefined) ?? null) : null;
}

/** What a failed try means: `later`, nobody knows yet; `done`, an earlier try got there and its answer was lost; `dropped`, never again. */
export function verdictOf(op: Op, error: unknown): "later" | "done" | "dropped" {
  if (!(error instanceof ApiError)) return "dropped";
  const { status, code } = error;
  if (status === 0 || status === 401 || status === 429 || status >= 500) return "later";
  const [target, current] = [targetOf(op), currentOf(error)];
  const there = target && current && stage(current.status) >= stage(target);
  return code === "INVALID_TRANSITION" && there ? "done" : "dropped";
}

/** The task as it will be once what waits has been sent. */
export function withWaiting(task: Order, ops: readonly Op[]): Order {
  const stages = ops.filter(({ orderId }) => orderId === task.id).map((op) => stage(targetOf(op) ?? "NEW"));
  const [now, then] = [stage(task.status), Math.max(-1, ...stages)];
  const status = WAY[then];
  if (!status || now < 0 || then <= now) return task;
  const next = WAY[then + 1];
  return { ...task, status, allowed_transitions: next ? [next] : [] };
}

/**
 * The queue without a tap that was refused for good, nor the later ones of its order, which stood on it. They are kept to be explained; of a
 * photograph nobody needs to hear: the delivery stands without it.
 */
export function withoutRefused({ ops, dropped }: Queue, op: Op, error: unknown, told: boolean): Queue {
  if (op.kind === "photo") return { ops: ops.filter(({ key }) => key !== op.key), dropped };
  const fallen = ops.filter(
    ({ orderId, at, kind }) => orderId === op.orderId && at >= op.at && kind !== "photo",
  );
  const code = error instanceof ApiError ? error.code : "INTERNAL";
  const status = currentOf(error)?.status ?? null;
  const silent = told ? fallen.filter(({ key }) => key !== op.key) : fallen;
  return {
    ops: ops.filter((one) => !fallen.includes(one)),
    dropped: [...dropped, ...silent.map((one) => ({ op: one, code, status }))],
  };
}
