"use client";
// Says calmly how fresh the screen is. Live is a quiet dot; the rest is in words. Announced only when it changes.
import { useTranslations } from "next-intl";
import type { LiveState } from "@/lib/live/use-live";
import { Badge, type Tone } from "../ui/badge";

const tones: Record<LiveState, Tone> = {
  connecting: "neutral",
  live: "success",
  polling: "warning",
  offline: "danger",
};

/** A badge for the `state` of `useLive`. */
export function ConnectionState({ state, className }: { state: LiveState; className?: string }) {
  const t = useTranslations("common.connection");
  return (
    <span role="status" data-testid="connection-state" data-state={state} className={className}>
      <Badge tone={tones[state]} dot pulse={state !== "offline"}>
        {t(state)}
      </Badge>
    </span>
  );
}
