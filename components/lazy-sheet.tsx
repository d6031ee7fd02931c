"use client";
// What a click will need, fetched before the click: once the page has come to rest.
import { type ComponentType, useEffect, useRef } from "react";
import { lazily } from "./lazily";

const REST_MS = 1_500;

/** Fetches what `load` answers once the page has come to rest: it will be there when it is needed, also without a network. */
export function useAtHand(load: () => Promise<unknown>): void {
  const latest = useRef(load);
  useEffect(() => {
    const timer = setTimeout(() => latest.current().catch(() => undefined), REST_MS);
    return () => clearTimeout(timer);
  }, []);
}

/**
 * The sheet that `load` answers: fetched when the page has come to rest or at its first opening, whichever is sooner.
 * It stays mounted from then on, so that closing gives the focus back as ever.
 */
export function lazySheet<Props extends { open: boolean }>(load: () => Promise<ComponentType<Props>>) {
  const Sheet = lazily(load);
  return function LazySheet(props: Props) {
    const wanted = useRef(false);
    if (props.open) wanted.current = true;
    useAtHand(load);
    return wanted.current && <Sheet {...props} />;
  };
}
