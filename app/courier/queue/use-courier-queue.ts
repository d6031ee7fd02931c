"use client";
// The queue of taps as a screen sees it.
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { newKey } from "@/lib/browser/use-intent-key";
import type { Order } from "@/lib/orders/schema";
import { CourierQueue } from "./courier-queue";
import { EMPTY, type Op, type Place, type Queue, type Tap } from "./op";
import { keepPhoto } from "./photo-store";

/** A tap without what the queue adds itself: key and time. */
type Draft<One> = One extends Op ? Omit<One, "key" | "at" | "orderId" | "number"> : never;
type TapDraft = Draft<Tap>;

export type Taps = Queue & {
  /** Does it now, or when there is a network: then the answer is null. Throws the ApiError that refused it. */
  act: (order: Pick<Order, "id" | "number">, tap: TapDraft) => Promise<Order | null>;
  /** Sends a photograph of the order once no tap waits; nothing waits for it, and nothing is said when it fails. */
  addPhoto: (order: Pick<Order, "id" | "number">, of: "proof" | "failed", photo: Blob) => Promise<void>;
  dismiss: () => void;
};

/** `onOrder` gets each order as the server left it. */
export function useCourierQueue(courierId: string, onOrder: (order: Order) => void): Taps {
  const latest = useRef(onOrder);
  latest.current = onOrder;
  const queue = useMemo(() => new CourierQueue(courierId, (order) => latest.current(order)), [courierId]);
  useEffect(() => queue.start(), [queue]);
  const state = useSyncExternalStore(queue.subscribe, queue.read, () => EMPTY);
  return {
    ...state,
    act: ({ id, number }, tap) =>
      queue.act({ ...tap, key: newKey(), at: Date.now(), orderId: id, number } as Op),
    addPhoto: async ({ id, number }, of, photo) => {
      const key = newKey();
      await keepPhoto(key, photo);
      queue.act({ kind: "photo", of, key, at: Date.now(), orderId: id, number }).catch(() => undefined);
    },
    dismiss: () => queue.dismiss(),
  };
}

/** Where the courier is, as a proof keeps it. */
export function placeOf(here: Place | null): Place | null {
  return here && { lat: here.lat, lng: here.lng, accuracy: here.accuracy };
}
