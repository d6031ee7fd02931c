"use client";
// Whether the position is being shared, in words, with the way out when it is not.
import { LocateFixed, LocateOff, MapPin, Radar, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { TimeAgo } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { useDesk } from "./desk";
import type { SharingState } from "./position-sharing";

const CheckIn = lazySheet(() => import("./check-in").then((module) => module.CheckIn));

const LOOKS = {
  off: { Icon: LocateOff, look: "bg-surface-2 text-ink-2" },
  locating: { Icon: Radar, look: "bg-info-soft text-info" },
  on: { Icon: LocateFixed, look: "bg-success-soft text-success" },
  waiting: { Icon: WifiOff, look: "bg-warning-soft text-warning" },
  denied: { Icon: LocateOff, look: "bg-danger-soft text-danger" },
  unavailable: { Icon: LocateOff, look: "bg-warning-soft text-warning" },
} as const satisfies Record<SharingState, unknown>;

/** The state of sharing with its last success, and a check-in by hand. */
export function SharingCard() {
  const t = useTranslations("courier.sharing");
  const { sharing, shift } = useDesk();
  const [checkingIn, setCheckingIn] = useState(false);
  const { state, sentAt } = sharing;
  const { Icon, look } = LOOKS[state];
  const onShift = shift.shift_status === "online";
  const byHand = state === "denied" || state === "unavailable"; // the only way that is left
  const hint = state === "on" ? null : t(`hint.${state}`);

  return (
    <section
      data-testid="sharing-state"
      data-state={state}
      aria-label={t("label")}
      className="flex flex-wrap items-center gap-3 rounded-lg border border-line bg-surface px-4 py-3 shadow-card"
    >
      <span className={cx("grid size-11 shrink-0 place-items-center rounded-full", look)}>
        <Icon aria-hidden className="size-6" />
      </span>
      <div className="min-w-0 flex-1 basis-28">
        <p role="status" className="font-semibold">
          {t(`state.${state}`)}
        </p>
        {sentAt !== null && (
          <p className="text-sm text-ink-2">
            {t.rich("sent", { ago: () => <TimeAgo at={new Date(sentAt).toISOString()} precise /> })}
          </p>
        )}
      </div>
      {onShift && !byHand && (
        <IconButton
          label={t("checkIn")}
          icon={<MapPin aria-hidden className="size-5" />}
          onClick={() => setCheckingIn(true)}
        />
      )}
      {hint && <p className="basis-full text-sm text-ink-2">{hint}</p>}
      {onShift && byHand && (
        <Button full icon={<MapPin aria-hidden className="size-5" />} onClick={() => setCheckingIn(true)}>
          {t("checkIn")}
        </Button>
      )}
      <CheckIn open={checkingIn} onClose={() => setCheckingIn(false)} />
    </section>
  );
}
