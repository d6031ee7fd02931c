"use client";
// What was replayed on this screen, followed to its end: "sent" is a hope, the rest is what the queue says.
import { useCallback, useState } from "react";
import { api } from "@/lib/browser/api";
import type { DeadJob, JobOutcome, JobOutcomes } from "@/lib/operations/schema";

export type Replayed = { job: DeadJob; state: JobOutcome["state"] | "sent"; error: string | null };

const ENDED: ReadonlySet<Replayed["state"]> = new Set(["done", "dead", "gone"]);
const MOST = 50; // that the API answers for at once

const nameOf = ({ consumer, event }: DeadJob) => `${consumer}:${event.id}`;

/** `add` shows jobs as sent, `confirm` begins to follow them, `drop` takes back what could not be sent. */
export function useReplayed() {
  const [rows, setRows] = useState<Replayed[]>([]);

  const drop = useCallback((jobs: DeadJob[]) => {
    const names = new Set(jobs.map(nameOf));
    setRows((now) => now.filter(({ job }) => !names.has(nameOf(job))));
  }, []);
  const add = useCallback(
    (jobs: DeadJob[]) => {
      drop(jobs);
      const sent = jobs.map((job): Replayed => ({ job, state: "sent", error: null }));
      setRows((now) => [...sent, ...now].slice(0, MOST));
    },
    [drop],
  );
  const confirm = useCallback((jobs: DeadJob[]) => {
    const names = new Set(jobs.map(nameOf));
    setRows((now) =>
      now.map((row) =>
        row.state === "sent" && names.has(nameOf(row.job)) ? { ...row, state: "ready" } : row,
      ),
    );
  }, []);

  const open = rows
    .filter(({ state }) => state !== "sent" && !ENDED.has(state))
    .map(({ job }) => nameOf(job));
  const follow = async () => {
    if (open.length === 0) return;
    const path = `/api/admin/queue/outcomes?jobs=${encodeURIComponent(open.join(","))}`;
    const outcomes = await api.get<JobOutcomes>(path).catch(() => null); // the next turn asks again
    if (!outcomes) return;
    const told = new Map(
      outcomes.data.map((outcome) => [`${outcome.consumer}:${outcome.event_id}`, outcome]),
    );
    setRows((now) =>
      now.map((row) => {
        const outcome = row.state === "sent" ? undefined : told.get(nameOf(row.job));
        return outcome ? { ...row, state: outcome.state, error: outcome.error } : row;
      }),
    );
  };

  return { rows, add, confirm, drop, follow, clear: useCallback(() => setRows([]), []) };
}
