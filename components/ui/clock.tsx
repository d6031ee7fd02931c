"use client";
// Moments and durations that keep themselves right: Clock (a time of day), TimeAgo, Countdown.
// A browser takes a page over at the moment at which the server drew it, so that both see the same; then its own clock holds.
import { useNow as useDrawnAt, useLocale } from "next-intl";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { formatClock, formatDuration, formatMoment, formatTimeAgo } from "@/lib/format/time";
import { cx } from "./cx";

const never = () => () => undefined;

const listeners = new Map<number, Set<() => void>>();

/** Calls `listen` every `everyMs`: all who asked for the same at one moment, so that they are drawn again together. Returns how to stop. */
function onTick(everyMs: number, listen: () => void): () => void {
  const all = listeners.get(everyMs) ?? new Set();
  all.add(listen);
  if (!listeners.has(everyMs)) {
    listeners.set(everyMs, all);
    const timer = setInterval(() => {
      if (all.size === 0) {
        clearInterval(timer);
        listeners.delete(everyMs);
      }
      for (const tell of all) tell();
    }, everyMs);
  }
  return () => all.delete(listen);
}

/** Now, in ms, refreshed every `everyMs`. */
export function useNow(everyMs: number): number {
  const drawnAt = useDrawnAt().getTime();
  const takingOver = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => onTick(everyMs, () => setNow(Date.now())), [everyMs]);
  return takingOver ? drawnAt : now;
}

/** The time of day ("14:05"), or with `date` the day as well ("21 Kas 14:05"). `at` is ISO 8601. */
export function Clock({ at, date, className }: { at: string; date?: boolean; className?: string }) {
  const locale = useLocale();
  return (
    <time dateTime={at} className={cx("whitespace-nowrap tabular-nums", className)}>
      {date ? formatMoment(at, locale) : formatClock(at, locale)}
    </time>
  );
}

/** "3 minutes ago", refreshed twice a minute (every second within the first minute when `precise`). */
export function TimeAgo({ at, precise, className }: { at: string; precise?: boolean; className?: string }) {
  const locale = useLocale();
  const now = useNow(precise ? 1_000 : 30_000);
  return (
    <time dateTime={at} title={formatMoment(at, locale)} className={className} suppressHydrationWarning>
      {formatTimeAgo(at, locale, now)}
    </time>
  );
}

/**
 * Time left until `until` ("4:07"), never below zero; turns urgent in the last `urgentSeconds`.
 * `onEnd` runs once when it reaches zero (also when it was over at the start).
 */
export function Countdown({
  until,
  onEnd,
  urgentSeconds = 60,
  className,
}: {
  until: string;
  onEnd?: () => void;
  urgentSeconds?: number;
  className?: string;
}) {
  const now = useNow(1_000);
  const leftMs = Math.max(0, Date.parse(until) - now);
  const ended = leftMs === 0;
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (ended) end.current?.();
  }, [ended]);
  return (
    <span
      role="timer"
      suppressHydrationWarning
      className={cx("tabular-nums", leftMs < urgentSeconds * 1_000 && "font-semibold text-danger", className)}
    >
      {formatDuration(leftMs)}
    </span>
  );
}
