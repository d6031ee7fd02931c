"use client";
// One thing a person does: runs it, knows whether it is under way, keeps its error. A second click while it runs does nothing.
import { useCallback, useRef, useState } from "react";

/**
 * `run(...args)` calls `action` once at a time; answers true when it succeeded, false when it failed or was already running.
 * `error` is what the last run threw, until the next one or `reset()`.
 */
export function useAction<Args extends unknown[]>(action: (...args: Args) => Promise<unknown>) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef(false);
  const latest = useRef(action);
  latest.current = action;

  const run = useCallback(async (...args: Args): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setPending(true);
    setError(null);
    try {
      await latest.current(...args);
      return true;
    } catch (thrown) {
      setError(thrown);
      return false;
    } finally {
      running.current = false;
      setPending(false);
    }
  }, []);

  return { run, pending, error, reset: useCallback(() => setError(null), []) };
}
