"use client";
// The live orders of all the vendor's branches, shared by every page of the panel: read by the board and the kitchen, counted in the tab's
// title, rung by the alarm. What may be done to them stands in a context of its own that never changes: a card is drawn again when its
// order changed, not when another's did.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { lazily } from "@/components/lazily";
import type { Pace } from "@/lib/catalog/pace";
import type { StaffRight } from "@/lib/identity/schema";
import type { LiveState } from "@/lib/live/use-live";
import type { AlarmPage, AlarmStep } from "@/lib/orders/alarms";
import type { Order } from "@/lib/orders/schema";
import { printsOnConfirm } from "../_print/auto-print";
import { activeOrders } from "./order-book";
import { showInTitle } from "./tab-title";
import { type Alarm, useAlarm } from "./use-alarm";
import { useAlarms } from "./use-alarms";
import { type Pending, useOrderActions } from "./use-order-actions";
import { type OrderList, useOrderBook } from "./use-order-book";
import { type BranchPaces, usePaces } from "./use-paces";

const TicketPrinter = lazily(() => import("../_print/ticket-printer").then((module) => module.TicketPrinter));

export type BoardBranch = { id: string; name: string; lat: number; lng: number; pace: Pace };

type Deeds = Pick<ReturnType<typeof useOrderActions>, "move" | "assign"> &
  Pick<ReturnType<typeof usePaces>, "setPace"> & {
    /** Prints an order's kitchen ticket. */
    print: (order: Order) => void;
    /** Ends the alarm of some orders. */
    see: (ids: string[]) => void;
    readOne: (id: string) => Promise<void>;
    readAll: () => Promise<void>;
  };

type Live = Deeds & {
  branches: BoardBranch[];
  /** What the person may do at the vendor. */
  rights: readonly StaffRight[];
  /** Orders under way, the longest waiting first; a step under way is already shown. */
  orders: Order[];
  /** New orders that nobody has seen yet. */
  unseen: Order[];
  seenBy: (id: string) => AlarmStep | undefined;
  paces: BranchPaces;
  pending: Pending;
  state: LiveState;
  /** A known order by id, also one that has just ended. */
  find: (id: string) => Order | undefined;
  /** The last reading failed: what is shown may be old. */
  stale: boolean;
  newCount: number;
  alarm: Alarm;
};

const LiveContext = createContext<Live | null>(null);
const DeedsContext = createContext<Deeds | null>(null);

/** The live orders. Throws outside `LiveOrders` (the vendor's layout has one). */
export function useLiveOrders(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLiveOrders needs LiveOrders above it");
  return live;
}

/** What may be done to the live orders; never a reason to be drawn again. Throws outside `LiveOrders`. */
export function useDeeds(): Deeds {
  const deeds = useContext(DeedsContext);
  if (!deeds) throw new Error("useDeeds needs LiveOrders above it");
  return deeds;
}

/** Holds the live orders; `initial` is what the server read. */
export function LiveOrders({
  branches,
  rights,
  initial,
  initialAlarms,
  children,
}: {
  branches: BoardBranch[];
  rights: readonly StaffRight[];
  initial: OrderList;
  initialAlarms: AlarmPage;
  children: ReactNode;
}) {
  const alarms = useAlarms(initialAlarms);
  const { paces, setPace, reread: rereadPaces } = usePaces(branches.map(({ id, pace }) => [id, pace]));
  const { book, state, stale, keep, readOne, readAll, busy } = useOrderBook(
    branches.map(({ id }) => id),
    initial,
    {
      reread: () => void Promise.all([alarms.reread(), rereadPaces()]),
      onMessage: (event) => {
        if (event === "order.alarm") void alarms.reread();
        if (event === "branch.pace_changed") void rereadPaces();
      },
    },
  );
  const { pending, move, assign } = useOrderActions({ keep, readOne, busy });
  const [toPrint, setToPrint] = useState<Order[]>([]);
  const print = (order: Order) => setToPrint((queue) => [...queue, order]);
  const known = activeOrders(book);
  const asShown = (order: Order): Order => {
    const status = pending.get(order.id);
    return status ? { ...order, status, allowed_transitions: [] } : order;
  };
  const orders = known.map(asShown);
  const waiting = known.filter(({ status }) => status === "NEW");
  const unseen = waiting.filter(({ id }) => !alarms.isSeen(id) && !pending.has(id));
  const alarm = useAlarm(waiting, unseen);

  useEffect(() => showInTitle(waiting.length), [waiting.length]);

  const now: Deeds = {
    ...{ assign, setPace, readOne, readAll, print },
    move: async (order, step) => {
      const done = await move(order, step);
      if (done && step.to === "CONFIRMED" && printsOnConfirm()) print(order);
      return done;
    },
    see: (ids) => void alarms.see(ids),
  };
  const latest = useRef(now);
  latest.current = now;
  const deeds = useMemo<Deeds>(
    () => ({
      move: (...args) => latest.current.move(...args),
      assign: (...args) => latest.current.assign(...args),
      setPace: (...args) => latest.current.setPace(...args),
      see: (ids) => latest.current.see(ids),
      print: (order) => latest.current.print(order),
      readOne: (id) => latest.current.readOne(id),
      readAll: () => latest.current.readAll(),
    }),
    [],
  );

  return (
    <DeedsContext value={deeds}>
      <LiveContext
        value={{
          ...deeds,
          branches,
          rights,
          orders,
          unseen,
          seenBy: alarms.seenBy,
          paces,
          find: (id) => {
            const order = book.get(id)?.order;
            return order && asShown(order);
          },
          pending,
          state,
          stale,
          newCount: waiting.length,
          alarm,
        }}
      >
        {children}
        {toPrint[0] && (
          <TicketPrinter
            key={toPrint[0].id}
            order={toPrint[0]}
            onDone={() => setToPrint((queue) => queue.slice(1))}
          />
        )}
      </LiveContext>
    </DeedsContext>
  );
}
