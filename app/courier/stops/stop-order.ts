// The order of a batch's stops: from where the ride begins always to the nearest door left. Once chosen it stays while stops are done, and what
// the courier arranged by hand stays until they ask for the short way again.
import { metresBetween } from "@/lib/format/distance";
import type { Order } from "@/lib/orders/schema";
import { isOnTheRoad } from "../task-order";

type Point = { lat: number; lng: number };
/** `byHand`: the courier arranged it. */
export type Kept = { ids: string[]; byHand: boolean };
export const NONE: Kept = { ids: [], byHand: false };

/** What storage holds; anything unreadable is nothing. */
export function readKept(text: string | null): Kept {
  try {
    const { ids, byHand } = JSON.parse(text ?? "{}") as Partial<Kept>;
    return Array.isArray(ids) && typeof byHand === "boolean" ? { ids, byHand } : NONE;
  } catch {
    return NONE;
  }
}

/** Whether a task is a stop of this ride: taken, or waiting at the counter to be. */
export function isStop(task: Order): boolean {
  return task.address !== null && (task.status === "READY" || isOnTheRoad(task));
}

/** Tasks one after the other, each the nearest door to the one before. */
export function nearestNext(tasks: readonly Order[], from: Point): Order[] {
  const left = [...tasks];
  const way: Order[] = [];
  let here = from;
  while (left.length > 0) {
    const far = left.map(({ address }) =>
      address ? metresBetween(here, address) : Number.POSITIVE_INFINITY,
    );
    const [next] = left.splice(far.indexOf(Math.min(...far)), 1);
    if (!next) break;
    way.push(next);
    here = next.address ?? here;
  }
  return way;
}

/**
 * The stops' ids in order. What is kept keeps its place; new stops make the way anew, or come after what was arranged by hand.
 * `here` is the courier's own position: it counts once something is on the road, until then the ride begins at the branch.
 */
export function stopOrder(tasks: readonly Order[], kept: Kept, here: Point | null): Kept {
  const stops = tasks.filter(isStop);
  const placed = kept.ids.filter((id) => stops.some((stop) => stop.id === id));
  const added = stops.filter(({ id }) => !placed.includes(id));
  const [first] = stops;
  if (!first) return NONE;
  if (added.length === 0) return { ...kept, ids: placed };
  const begin = (stops.some(isOnTheRoad) && here) || first.branch;
  if (!kept.byHand) return { byHand: false, ids: nearestNext(stops, begin).map(({ id }) => id) };
  const last = stops.find(({ id }) => id === placed.at(-1))?.address ?? begin;
  return { byHand: true, ids: [...placed, ...nearestNext(added, last).map(({ id }) => id)] };
}

/** The tasks as they are shown: the stops in their order, then what is still in the kitchen. */
export function inStopOrder(tasks: readonly Order[], { ids }: Kept): Order[] {
  const place = (task: Order) => (ids.includes(task.id) ? ids.indexOf(task.id) : ids.length);
  return [...tasks].sort((a, b) => place(a) - place(b));
}

/** The order with one stop a place earlier (-1) or later (1). */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const [from, next] = [ids.indexOf(id), [...ids]];
  const other = next[from + by];
  if (from < 0 || other === undefined) return next;
  next[from + by] = id;
  next[from] = other;
  return next;
}
