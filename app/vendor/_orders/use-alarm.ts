"use client";
// Rings while an order waits that nobody has seen, and once more when any order's time to confirm runs out. Whether it may ring is the
// person's choice, remembered on this device: it rings unless they said no.
import { useEffect, useRef, useState } from "react";
import { useAtHand } from "@/components/lazy-sheet";
import type { Order } from "@/lib/orders/schema";

/** An order is urgent when less than this is left to confirm it. */
export const URGENT_SECONDS = 120;
const LOOK_MS = 2_000;
const AGAIN_MS = 5_000; // a kitchen's fan is loud and its people's hands are full: once is not enough
const PLACE = "vendor-sound";

export type Alarm = {
  /** on: rings. blocked: wanted, but the browser waits for a touch. off: not wanted. */
  state: "on" | "blocked" | "off";
  toggle: () => void;
};

const sound = () => import("./chime");
const wake = () =>
  sound()
    .then(({ wake }) => wake())
    .catch(() => false);
const ring = (kind: "new" | "urgent") => void sound().then(({ chime }) => chime(kind));
const isUrgent = ({ confirm_by }: Order) =>
  confirm_by !== null && Date.parse(confirm_by) - Date.now() < URGENT_SECONDS * 1_000;

/** `waiting` are the orders without an answer; `unseen` those of them that nobody has seen. */
export function useAlarm(waiting: Order[], unseen: Order[]): Alarm {
  const [state, setState] = useState<Alarm["state"]>("off");
  const warned = useRef(new Set<string>());
  const latest = useRef({ waiting, unseen });
  latest.current = { waiting, unseen };
  const calls = unseen.length > 0;

  useAtHand(sound);

  useEffect(() => {
    if (localStorage.getItem(PLACE) === "off") return;
    setState("blocked");
    // A click, not a pointer that goes down: what appears or goes because of it must not slip in under the finger.
    const events = ["click", "keydown"] as const;
    const stop = () => {
      for (const name of events) window.removeEventListener(name, tryNow);
    };
    async function tryNow() {
      if (!(await wake())) return;
      stop();
      setState((now) => (now === "blocked" ? "on" : now));
    }
    void tryNow();
    for (const name of events) window.addEventListener(name, tryNow);
    return stop;
  }, []);

  useEffect(() => {
    if (state !== "on" || !calls) return;
    const call = () => ring(latest.current.unseen.some(isUrgent) ? "urgent" : "new");
    call();
    const timer = setInterval(call, AGAIN_MS);
    return () => clearInterval(timer);
  }, [state, calls]);

  useEffect(() => {
    if (state !== "on") return;
    const timer = setInterval(() => {
      const urgent = latest.current.waiting.filter(
        (order) => isUrgent(order) && !warned.current.has(order.id),
      );
      for (const { id } of urgent) warned.current.add(id);
      if (urgent.length > 0) ring("urgent");
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [state]);

  async function toggle() {
    if (state === "on") {
      localStorage.setItem(PLACE, "off");
      setState("off");
      return;
    }
    localStorage.setItem(PLACE, "on");
    const awake = await wake();
    setState(awake ? "on" : "blocked");
    if (awake) ring("new"); // what it will sound like
  }

  return { state, toggle: () => void toggle() };
}
