"use client";
// A courier's shift and tasks for every page of the panel: read once, kept live, and the position shared from here, so
// that opening a task interrupts nothing.
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import { ConnectionState } from "@/components/live/connection-state";
import { api } from "@/lib/browser/api";
import { useResource } from "@/lib/browser/use-resource";
import { useWakeLock } from "@/lib/browser/use-wake-lock";
import type { Shift, Tasks } from "@/lib/couriers/schema";
import { type LiveState, useLive } from "@/lib/live/use-live";
import { isOldNews } from "@/lib/live/version";
import type { Order } from "@/lib/orders/schema";
import { withWaiting } from "./queue/op";
import { type Taps, useCourierQueue } from "./queue/use-courier-queue";
import { type Stops, useStops } from "./stops/use-stops";
import { inWorkOrder, isOnTheRoad } from "./task-order";
import { type PositionSharing, usePositionSharing } from "./use-position-sharing";
import { useTaskAlerts } from "./use-task-alerts";

type Desk = {
  shift: Shift;
  /** In the order to do them, as they will be once every tap has arrived. */
  tasks: Order[];
  /** An order as the server last told it here, also one that has just ended. */
  find: (id: string) => Order | undefined;
  stops: Stops;
  taps: Taps;
  /** Where the courier went without a network: a task's id, "list", or null where the address bar is right. */
  room: string | null;
  enter: (room: string | null) => void;
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
  const [room, setRoom] = useState<string | null>(null);
  const [answers, setAnswers] = useState<ReadonlyMap<string, Order>>(new Map());
  const taps = useCourierQueue(shift.id, put);
  const known = useMemo(() => inWorkOrder(data.data), [data.data]);
  const waiting = useMemo(
    () => known.map((task) => withWaiting(task, taps.ops)).filter(({ status }) => CARRIED.has(status)),
    [known, taps.ops],
  );

  const canceled = useRef(new Set<string>());
  const { state: live } = useLive({
    topics: [`courier:${shift.id}`],
    reread: reload,
    onMessage: ({ payload }) => {
      const { order_id, version, status } = payload as Partial<Record<"order_id" | "status", string>> & {
        version?: number;
      };
      if (order_id && status?.startsWith("CANCELED")) canceled.current.add(order_id); // the bell tells that
      const task = known.find(({ id }) => id === order_id);
      if (version === undefined || !isOldNews(task?.version, version)) void reload();
    },
  });
  const onShift = shift.shift_status === "online";
  const sharing = usePositionSharing(shift.id, onShift, waiting.find(isOnTheRoad)?.id ?? null, reload);
  const stops = useStops(shift.id, waiting, sharing.here);
  const { tasks } = stops;
  useWakeLock(onShift && tasks.some(isOnTheRoad));
  const isKnownToGo = (id: string) =>
    answers.get(id)?.status === "DELIVERED" ||
    canceled.current.has(id) ||
    taps.ops.some(({ orderId }) => orderId === id);
  useTaskAlerts(known, isKnownToGo);

  async function changeShift(action: "start" | "end", vehicle?: Shift["vehicle"]) {
    const next = await api.post<Shift>("/api/courier/shift", { action, vehicle });
    mutate((now) => ({ ...(now ?? initial), shift: next }));
  }
  function find(id: string): Order | undefined {
    const [answer, listed] = [answers.get(id), known.find((task) => task.id === id)];
    return answer && (!listed || answer.version > listed.version) ? answer : listed;
  }
  function put(order: Order) {
    setAnswers((all) => new Map(all).set(order.id, order));
    mutate((now = initial) => {
      const others = now.data.filter(({ id }) => id !== order.id);
      return { ...now, data: CARRIED.has(order.status) ? [...others, order] : others };
    });
  }

  return (
    <DeskContext
      value={{
        ...{ shift, tasks, stops, taps, live, error, sharing },
        find,
        ...{ room, enter: setRoom, changeShift, put, reload },
      }}
    >
      {children}
    </DeskContext>
  );
}

/** How fresh the panel is, for its top bar. */
export function DeskConnection() {
  return <ConnectionState state={useDesk().live} tight />;
}
