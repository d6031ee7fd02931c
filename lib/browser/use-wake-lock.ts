"use client";
// Keeps the screen on during a ride: a phone on a handlebar must not go dark at a junction. The browser drops the lock
// whenever the page is hidden, so it is asked for again on return.
import { useEffect } from "react";
import { usePageVisible } from "./use-page-visible";

/** Holds the screen awake while `wanted`, where the device allows it. */
export function useWakeLock(wanted: boolean): void {
  const visible = usePageVisible();
  useEffect(() => {
    if (!wanted || !visible || !("wakeLock" in navigator)) return;
    let released = false;
    let held: WakeLockSentinel | undefined;
    navigator.wakeLock.request("screen").then(
      (lock) => {
        held = lock;
        if (released) void lock.release();
      },
      () => undefined, // refused on a low battery: the ride goes on without it
    );
    return () => {
      released = true;
      void held?.release();
    };
  }, [wanted, visible]);
}
