"use client";
// The live orders of all the vendor's branches, shared by every page of the panel: read by the board, counted in the tab's
// title, rung by the alarm.
import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { StaffRight } from "@/lib/identity/schema";
import type { LiveState } from "@/lib/live/use-live";
import type { Order } from "@/lib/orders/schema";
import { activeOrders } from "./order-book";
import { showInTitle } from "./tab-title";
import { type Alarm, useAlarm } from "./use-alarm";
import { type Pending, useOrderActions } from "./use-order-actions";
import { type OrderList, useOrderBook } from "./use-order-book";

export type BoardBranch = { id: string; name: string; lat: number; lng: number };

type Live = Pick<ReturnType<typeof useOrderActions>, "move" | "assign"> & {
  branches: BoardBranch[];
  /** What the person may do at the vendor. */
  rights: readonly StaffRight[];
  /** Orders under way, the longest waiting first; a step under way is already shown. */
  orders: Order[];
  pending: Pending;
  state: LiveState;
  /** A known order by id, also one that has just ended. */
  find: (id: string) => Order | undefined;
  /** The last reading failed: what is shown may be old. */
  stale: boolean;
  newCount: number;
  alarm: Alarm;
  readOne: (id: string) => Promise<void>;
  readAll: () => Promise<void>;
};

const LiveContext = createContext<Live | null>(null);

/** The live orders. Throws outside `LiveOrders` (the vendor's layout has one). */
export function useLiveOrders(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLiveOrders needs LiveOrders above it");
  return live;
}

/** Holds the live orders; `initial` is what the server read. */
export function LiveOrders({
  branches,
  rights,
  initial,
  children,
}: {
  branches: BoardBranch[];
  rights: readonly StaffRight[];
  initial: OrderList;
  children: ReactNode;
}) {
  const { book, state, stale, keep, readOne, readAll, busy } = useOrderBook(
    branches.map(({ id }) => id),
    initial,
  );
  const { pending, move, assign } = useOrderActions({ keep, readOne, busy });
  const known = activeOrders(book);
  const asShown = (order: Order): Order => {
    const status = pending.get(order.id);
    return status ? { ...order, status, allowed_transitions: [] } : order;
  };
  const waiting = known.filter(({ status }) => status === "NEW");
  const alarm = useAlarm(waiting);

  useEffect(() => showInTitle(waiting.length), [waiting.length]);

  return (
    <LiveContext
      value={{
        branches,
        rights,
        orders: known.map(asShown),
        find: (id) => {
          const order = book.get(id)?.order;
          return order && asShown(order);
        },
        pending,
        state,
        stale,
        newCount: waiting.length,
        alarm,
        move,
        assign,
        readOne,
        readAll,
      }}
    >
      {children}
    </LiveContext>
  );
}
