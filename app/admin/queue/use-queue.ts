"use client";
// The queue's state, asked for every three seconds while somebody looks at it.
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "@/lib/browser/api";
import type { QueueState } from "@/lib/operations/schema";

const POLL_MS = 3_000;
const PATIENCE_MS = 6_000; // then the figures on screen are old, and are said to be

/**
 * The state as last heard, when that was, and whether the connection is lost. `follow` is asked for at every turn as well.
 * `ask` asks at once.
 */
export function useQueue(initial: QueueState, follow: () => Promise<void>) {
  const [heard, setHeard] = useState({ queue: initial, at: initial.at, lost: false });
  const question = useRef(0);
  const latest = useRef(follow);
  latest.current = follow;

  const ask = useCallback(async () => {
    question.current += 1;
    const mine = question.current;
    const following = latest.current();
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const queue = await api.get<QueueState>("/api/admin/queue", { signal });
      if (mine === question.current) setHeard({ queue, at: new Date().toISOString(), lost: false });
    } catch {
      if (mine === question.current) setHeard((before) => ({ ...before, lost: true }));
    }
    await following;
  }, []);

  useEffect(() => {
    let asking = false;
    async function turn() {
      if (asking || document.visibilityState === "hidden") return;
      asking = true;
      await ask();
      asking = false;
    }
    const timer = setInterval(turn, POLL_MS);
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("online", turn);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("online", turn);
    };
  }, [ask]);

  return { ...heard, ask };
}
