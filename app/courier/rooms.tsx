"use client";
// Going from task to task without a network: the address bar cannot follow, so the room is shown in its place until the network is back and
// the courier goes on.
import { type ReactNode, useRef } from "react";
import { lazily } from "@/components/lazily";
import { useAtHand } from "@/components/lazy-sheet";
import type { Order } from "@/lib/orders/schema";
import { useDesk } from "./desk";
import { loadTaskList, TaskList } from "./task-list";

const loadTask = () => import("./tasks/[id]/task-view").then((module) => module.TaskView);
const TaskView = lazily(loadTask);

/** `children` is the page of the address bar. */
export function Rooms({ children }: { children: ReactNode }) {
  const { room, tasks } = useDesk();
  useAtHand(loadTask);
  useAtHand(() =>
    Promise.all([loadTaskList(), import("./tasks/[id]/task-body"), import("./tasks/[id]/hand-over")]),
  );
  const task = tasks.find(({ id }) => id === room);
  const entered = useRef<Order | null>(null); // one that is handed over leaves the list, not the room
  if (task) entered.current = task;
  if (room !== null && entered.current?.id === room) return <TaskView key={room} initial={entered.current} />;
  return room === null ? children : <TaskList money={null} />;
}
