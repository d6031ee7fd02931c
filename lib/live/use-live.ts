"use client";
// Keeps a screen right. Messages make it fast; re-reading makes it right: on every join, on every wake, and every
// five seconds while no live link stands. A screen that only calls `reread` is never wrong for longer than that.
import { useEffect, useRef, useState } from "react";
import type { LiveConnection, LiveMessage } from "./connection";
import { watchWake } from "./wake";

export type LiveState = "connecting" | "live" | "polling" | "offline";

const POLL_MS = 5_000;
/** How long a first join may take before the screen says that it is polling. */
const PATIENCE_MS = 4_000;
/** Reasons to re-read often come together (join and wake): they share one read. */
const TOGETHER_MS = 30;

/**
 * Listens to private channels ("order:ID", "branch:ID" …). `reread` must fetch the screen's truth through the API;
 * `onMessage` may apply a hint or call `reread` (see `version.ts`). Both may change between renders.
 */
export function useLive({
  topics,
  onMessage,
  reread,
}: {
  topics: string[];
  onMessage?: (message: LiveMessage) => void;
  reread: () => unknown;
}): { state: LiveState } {
  const [state, setState] = useState<LiveState>("connecting");
  const latest = useRef({ onMessage, reread });
  useEffect(() => {
    latest.current = { onMessage, reread };
  });
  const wanted = [...new Set(topics)].sort().join(" ");

  useEffect(() => {
    const names = wanted ? wanted.split(" ") : [];
    let connection: LiveConnection | undefined;
    let leave: (() => void)[] = [];
    let isOver = false;
    const startedAt = Date.now();
    let now: LiveState = "connecting";
    let soon: ReturnType<typeof setTimeout> | undefined;

    function rereadSoon() {
      soon ??= setTimeout(() => {
        soon = undefined;
        void latest.current.reread();
      }, TOGETHER_MS);
    }
    function update() {
      if (!navigator.onLine) now = "offline";
      else if (names.length > 0 && names.every((name) => connection?.isJoined(name))) now = "live";
      else if (now === "connecting" && Date.now() - startedAt < PATIENCE_MS) now = "connecting";
      else now = "polling";
      setState(now);
    }

    const listener = {
      onMessage: (message: LiveMessage) => latest.current.onMessage?.(message),
      onChange: update,
      onJoin: () => {
        update();
        rereadSoon();
      },
    };
    // The connection's code is not part of a page's first load. Should it not arrive, the screen polls.
    if (names.length > 0) {
      import("./tab").then(({ tabConnection }) => {
        if (isOver) return;
        const joined = tabConnection();
        connection = joined;
        leave = names.map((name) => joined.subscribe(name, listener));
      }, update);
    }
    const stopWatching = watchWake((deadSocket) => {
      rereadSoon();
      if (deadSocket && connection) restartTogether(connection);
      update();
    });
    const poll = setInterval(() => {
      update();
      if (now === "polling" || now === "connecting") rereadSoon();
    }, POLL_MS);
    const patience = setTimeout(update, PATIENCE_MS);
    window.addEventListener("offline", update);
    update();

    return () => {
      isOver = true;
      for (const stop of leave) stop();
      stopWatching();
      clearInterval(poll);
      clearTimeout(patience);
      clearTimeout(soon);
      window.removeEventListener("offline", update);
    };
  }, [wanted]);

  return { state };
}

let restarting = false;

/** Several hooks notice the same wake; one new socket is enough. */
function restartTogether(connection: LiveConnection) {
  if (restarting) return;
  restarting = true;
  queueMicrotask(() => connection.restart());
  setTimeout(() => {
    restarting = false;
  }, 1_000);
}
