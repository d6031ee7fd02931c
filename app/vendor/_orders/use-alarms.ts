"use client";
// Which waiting orders somebody has seen, and whom the others have called. Seeing shows at once and is taken back when refused.
import { useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { AlarmPage, AlarmStep, OrderAlarms } from "@/lib/orders/alarms";

const MOST_PAGES = 20; // as many as there are orders under way (use-order-book.ts)

type Steps = ReadonlyMap<string, AlarmStep[]>;

async function readWaiting(): Promise<Steps> {
  const steps = new Map<string, AlarmStep[]>();
  let cursor: string | null = "";
  for (let page = 0; cursor !== null && page < MOST_PAGES; page++) {
    const after: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
    const list: AlarmPage = await api.get(`/api/vendor/alarms?limit=50${after}`);
    for (const { order_id, steps: taken } of list.data) steps.set(order_id, taken);
    cursor = list.next_cursor;
  }
  return steps;
}

/** `seenBy` is the step that ended an order's alarm; `see` ends those of some orders; `reread` asks the server. */
export function useAlarms(initial: AlarmPage) {
  const errorText = useErrorText();
  const toast = useToast();
  const [steps, setSteps] = useState<Steps>(
    () => new Map(initial.data.map(({ order_id, steps }) => [order_id, steps])),
  );
  const [seeing, setSeeing] = useState<ReadonlySet<string>>(new Set());
  const asked = useRef(0);

  async function reread() {
    asked.current += 1;
    const question = asked.current;
    const read = await readWaiting().catch(() => null); // the next hint, join or wake asks again
    if (read && question === asked.current) setSteps(read);
  }

  async function see(ids: string[]) {
    setSeeing((now) => new Set([...now, ...ids]));
    const answers = await Promise.allSettled(
      ids.map((id) => api.put<OrderAlarms>(`/api/orders/${id}/seen`, {})),
    );
    asked.current += 1; // a list asked for before knows less
    setSteps((now) => {
      const next = new Map(now);
      for (const answer of answers) {
        if (answer.status === "fulfilled") next.set(answer.value.order_id, answer.value.steps);
      }
      return next;
    });
    setSeeing((now) => new Set([...now].filter((id) => !ids.includes(id))));
    const failed = answers.find((answer) => answer.status === "rejected");
    if (failed) toast({ title: errorText(failed.reason), tone: "danger" });
  }

  const seenBy = (id: string) => steps.get(id)?.find(({ step }) => step === "seen");
  return { isSeen: (id: string) => seeing.has(id) || seenBy(id) !== undefined, seenBy, see, reread };
}
