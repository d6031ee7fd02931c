"use client";
// What the signed-in person was told, as it is now: read again when the server says that there is more, and whenever the page was away.
import { useCallback, useState } from "react";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useLive } from "@/lib/live/use-live";
import type { NotificationPage, Told } from "@/lib/notifications/schema";
import { withNewest, withOlder, withRead } from "./pages";

const NEWEST = "/api/notifications?limit=20";
// A session that has ended is the page's matter: a bell sends nobody to sign in.
const read = (path: string) => api.get<NotificationPage>(path, { on401: "throw" });

/** `onNews` hears of each notification as it comes, and may change between renders. `list` is null until first read. */
export function useNotifications(userId: string, onNews: (told: Told) => void) {
  const [list, setList] = useState<NotificationPage | null>(null);
  const reread = useCallback(
    () =>
      read(NEWEST).then(
        (newest) => setList((known) => withNewest(known, newest)),
        () => undefined, // the next re-read tries again
      ),
    [],
  );
  useLive({
    topics: [`user:${userId}`],
    reread,
    onMessage: ({ event, payload }) => {
      if (event !== "notification.created") return;
      void reread();
      onNews(payload as Told);
    },
  });

  const more = useAction(async () => {
    const older = await read(`${NEWEST}&cursor=${encodeURIComponent(list?.next_cursor ?? "")}`);
    setList((known) => withOlder(known, older));
  });
  /** Marks at once; should the server not hear of it, the next re-read shows so. */
  const markRead = (ids: string[] | "all") => {
    setList((known) => known && withRead(known, ids));
    api
      .post("/api/notifications/read", ids === "all" ? { all: true } : { ids }, { on401: "throw" })
      .catch(() => undefined);
  };
  return { list, more, markRead };
}
