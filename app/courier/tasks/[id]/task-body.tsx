"use client";
// What a task says: while it is open where to go and what to take, and always what is in the bag.
import type { Order } from "@/lib/orders/schema";
import { CollectPanel } from "../../collect";
import type { Fix } from "../../position-schedule";
import { SharingCard } from "../../sharing-card";
import { DestinationCard } from "./destination-card";
import { TaskContents, TaskProblem } from "./task-contents";
import { TaskMap } from "./task-map";

/** `here` is the courier's own position; `open` while there is something left to do. */
export function TaskBody({ task, here, open }: { task: Order; here: Fix | null; open: boolean }) {
  return (
    <>
      {open && (
        <>
          <DestinationCard task={task} />
          <CollectPanel order={task} />
          <TaskMap task={task} here={here} />
          <SharingCard />
        </>
      )}
      <TaskContents task={task} />
      {open && <TaskProblem task={task} />}
    </>
  );
}
