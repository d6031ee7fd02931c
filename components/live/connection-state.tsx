"use client";
// Says calmly how fresh the screen is. Live is a quiet dot; the rest is in words. Announced only when it changes.
import { useTranslations } from "next-intl";
import type { LiveState } from "@/lib/live/use-live";
import { Badge, type Tone } from "../ui/badge";
import { cx } from "../ui/cx";

const BELOW =
  "leading-tight max-sm:fixed max-sm:inset-x-0 max-sm:top-header max-sm:border-b max-sm:border-line max-sm:bg-surface max-sm:px-4 max-sm:py-px";

const tones: Record<LiveState, Tone> = {
  connecting: "neutral",
  live: "success",
  polling: "warning",
  offline: "danger",
};

/**
 * A badge for the `state` of `useLive`. `tight`: in a bar that has no room for words on a phone;
 * there the dot says that all is well, and a lost connection is told below the bar.
 */
export function ConnectionState({
  state,
  tight,
  className,
}: {
  state: LiveState;
  tight?: boolean;
  className?: string;
}) {
  const isWell = state === "live" || state === "connecting";
  const t = useTranslations("common.connection");
  return (
    <span
      role="status"
      data-testid="connection-state"
      data-state={state}
      className={cx(className, tight && !isWell && BELOW)}
    >
      <Badge tone={tones[state]} dot pulse={state !== "offline"}>
        <span className={tight && isWell ? "max-sm:sr-only" : undefined}>{t(state)}</span>
      </Badge>
    </span>
  );
}
