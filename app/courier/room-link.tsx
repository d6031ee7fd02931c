"use client";
import Link from "next/link";
import type { ComponentProps } from "react";
import { useDesk } from "./desk";

/** A link between the courier's pages that leads on without a network too. `room` is where to: a task's id or "list". */
export function RoomLink({ room, ...link }: ComponentProps<typeof Link> & { room: string }) {
  const { enter } = useDesk();
  return (
    <Link
      {...link}
      onClick={(event) => {
        if (navigator.onLine) return enter(null);
        event.preventDefault();
        enter(room);
        window.scrollTo(0, 0);
      }}
    />
  );
}
