"use client";
// A courier's shift and tasks for every page of the panel: read once, kept live, and the position shared from here, so
// that opening a task interrupts nothing.
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { ConnectionState } from "@/components/live/connection-state";
import { api } from "@/lib/browser/api";
import { useResource } from "@/lib/browser/use-resource";
import type { Shift, Tasks } from "@/lib/couriers/schema";
import { type LiveState, useLive } from "@/lib/live/use-live";
import { isOldNews } from "@/lib/live/version";
import type { Order } from "@/lib/orders/schema";
import { inWorkOrder, isOnTheRoad } from "./task-order";
import { type PositionSharing, usePositionSharing } from "./use-position-sharing";
import { useTaskAlerts } from "./use-task-alerts";
import { useWakeLock } from "./use-wake-lock";

type Desk = {
  shift: Shift;
  tasks: Order[];
  live: LiveState;
  /** What the last read threw, while the old tasks stay on screen. */
  error: unknown;
  sharing: PositionSharing;
  /** Starts or ends the shift. Throws ApiError. */
  changeShift: (action: "start" | "end", vehicle?: Shift["vehicle"]) => Promise<void>;
  /** Puts an order as a write answered it in its place. */
  put: (order: Order) => void;
  reload: () => Promise<void>;
};

const DeskContext = createContext<Desk | null>(null);

const CARRIED = new Set<Order["status"]>(["CONFIRMED", "PREPARING", "READY", "PICKED_UP", "ON_ROUTE"]);

/** The desk of the signed-in courier. Throws outside `CourierDesk` (the courier layout has one). */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk needs a CourierDesk above it");
  return desk;
}

/** Holds the desk; `initial` is what the server read. */
export function CourierDesk({ initial, children }: { initial: Tasks; children: ReactNode }) {
  const { data = initial, error, reload, mutate } = useResource<Tasks>("/api/courier/tasks", initial);
  const { shift } = data;
  const tasks = useMemo(() => inWorkOrder(data.data), [data.data]);

  const { state: live } = useLive({
    topics: [`courier:${shift.id}`],
    reread: reload,
    onMessage: ({ payload }) => {
      const { order_id, version } = payload as { order_id?: string; version?: number };
      const known = tasks.find(({ id }) => id === order_id);
      if (version === undefined || !isOldNews(known?.version, version)) void reload();
    },
  });
  const onShift = shift.shift_status === "online";
  const sharing = usePositionSharing(onShift, reload);
  useWakeLock(onShift && tasks.some(isOnTheRoad));
  useTaskAlerts(tasks);

  async function changeShift(action: "start" | "end", vehicle?: Shift["vehicle"]) {
    const next = await api.post<Shift>("/api/courier/shift", { action, vehicle });
    mutate((now) => ({ ...(now ?? initial), shift: next }));
  }
  function put(order: Order) {
    mutate((now = initial) => {
      const others = now.data.filter(({ id }) => id !== order.id);
      return { ...now, data: CARRIED.has(order.status) ? [...others, order] : others };
    });
  }

  return (
    <DeskContext value={{ shift, tasks, live, error, sharing, changeShift, put, reload }}>
      {children}
    </DeskContext>
  );
}

/** How fresh the panel is, for its top bar. */
export function DeskConnection() {
  return <ConnectionState state={useDesk().live} tight />;
}
