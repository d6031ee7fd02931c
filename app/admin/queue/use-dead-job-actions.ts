"use client";
// Replaying and discarding: the rows leave the list at once, and come back when it did not work.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Affected, DeadJob, DeadJobSelection } from "@/lib/operations/schema";
import type { useReplayed } from "./use-replayed";

const MOST_IDS = 200; // that the API takes at once

/**
 * `replay` and `discard` act on a selection and throw what went wrong; `hidden` are the rows that are on their way. `changed` reads the
 * list again.
 */
export function useDeadJobActions(replayed: ReturnType<typeof useReplayed>, changed: () => Promise<void>) {
  const t = useTranslations("queue.dead.did");
  const toast = useToast();
  const errorText = useErrorText();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());

  /** `jobs` are the rows on screen that the selection holds. */
  async function replay(selection: DeadJobSelection, jobs: DeadJob[]): Promise<void> {
    const ids = jobs.map(({ id }) => id);
    setHidden((now) => new Set([...now, ...ids]));
    replayed.add(jobs);
    try {
      const count = await send("replay", selection);
      replayed.confirm(jobs);
      toast({ title: t("replay", { count }), tone: count > 0 ? "success" : "neutral" });
    } catch (error) {
      replayed.drop(jobs);
      toast({ title: errorText(error), tone: "danger" });
      throw error;
    } finally {
      await changed();
      setHidden((now) => new Set([...now].filter((id) => !ids.includes(id))));
    }
  }

  async function discard(selection: DeadJobSelection): Promise<void> {
    try {
      const count = await send("discard", selection);
      toast({ title: t("discard", { count }), tone: "neutral" });
    } finally {
      await changed();
    }
  }

  return { hidden, replay, discard };
}

/** Returns how many dead letters it was. */
async function send(action: "replay" | "discard", selection: DeadJobSelection): Promise<number> {
  const parts: DeadJobSelection[] = [];
  if ("ids" in selection) {
    for (let at = 0; at < selection.ids.length; at += MOST_IDS)
      parts.push({ ids: selection.ids.slice(at, at + MOST_IDS) });
  } else {
    parts.push(selection);
  }
  let count = 0;
  for (const part of parts)
    count += (await api.post<Affected>(`/api/admin/queue/dead-jobs/${action}`, part)).count;
  return count;
}
