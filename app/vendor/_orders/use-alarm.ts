"use client";
// Rings once when an order comes in and once more when its time to confirm runs out. Whether it may ring is the person's
// choice, remembered on this device.
import { useEffect, useRef, useState } from "react";
import { useAtHand } from "@/components/lazy-sheet";
import type { Order } from "@/lib/orders/schema";

/** An order is urgent when less than this is left to confirm it. */
export const URGENT_SECONDS = 120;
const LOOK_MS = 2_000;
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

/** Watches the orders that wait for confirmation. */
export function useAlarm(waiting: Order[]): Alarm {
  const [state, setState] = useState<Alarm["state"]>("off");
  const rung = useRef(new Set(waiting.map(({ id }) => id)));
  const warned = useRef(new Set<string>());
  const latest = useRef(waiting);
  latest.current = waiting;

  useAtHand(sound);

  useEffect(() => {
    if (localStorage.getItem(PLACE) !== "on") return;
    setState("blocked");
    const events = ["pointerdown", "keydown"] as const;
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
    const fresh = waiting.filter(({ id }) => !rung.current.has(id));
    for (const { id } of fresh) rung.current.add(id);
    if (fresh.length > 0 && state === "on") ring("new");
  }, [waiting, state]);

  useEffect(() => {
    if (state !== "on") return;
    const timer = setInterval(() => {
      const urgent = latest.current.filter(
        ({ id, confirm_by }) =>
          confirm_by &&
          !warned.current.has(id) &&
          Date.parse(confirm_by) - Date.now() < URGENT_SECONDS * 1_000,
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
