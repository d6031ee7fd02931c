"use client";
// The stops' order as a screen sees it, kept in this browser over a reload.
import { useEffect, useMemo, useState } from "react";
import type { Order } from "@/lib/orders/schema";
import { inStopOrder, type Kept, moved, NONE, readKept, stopOrder } from "./stop-order";

export type Stops = {
  /** All tasks: stops first, in their order. */
  tasks: Order[];
  /** Ids of the stops. */
  ids: string[];
  byHand: boolean;
  move: (id: string, by: -1 | 1) => void;
  /** The short way again. */
  reset: () => void;
};

export function useStops(
  courierId: string,
  tasks: Order[],
  here: { lat: number; lng: number } | null,
): Stops {
  const place = `courier-stops:${courierId}`;
  const [kept, setKept] = useState<Kept | null>(null); // null until storage has been read
  useEffect(() => {
    try {
      setKept(readKept(localStorage.getItem(place)));
    } catch {
      setKept(NONE); // storage is blocked: the order lives as long as this page
    }
  }, [place]);
  const now = useMemo(() => stopOrder(tasks, kept ?? NONE, here), [tasks, kept, here]);

  function keep(next: Kept) {
    setKept(next);
    try {
      localStorage.setItem(place, JSON.stringify(next));
    } catch {
      // As above.
    }
  }
  // What came of new stops is the order from now on: a courier who rides does not shuffle it.
  const settled = kept === null || now.ids.join() === kept.ids.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids are what is settled
  useEffect(() => {
    if (!settled) keep(now);
  }, [settled, now.ids.join()]);

  return {
    tasks: useMemo(() => inStopOrder(tasks, now), [tasks, now]),
    ids: now.ids,
    byHand: now.byHand,
    move: (id, by) => keep({ ids: moved(now.ids, id, by), byHand: true }),
    reset: () => keep(NONE),
  };
}
