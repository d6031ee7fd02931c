"use client";
// The board's one control of how fast orders come: what holds now at a glance, its choices in a sheet, and one tap back to normal.
import { Gauge } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { Countdown } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Pace } from "@/lib/catalog/pace";
import { formatMoment } from "@/lib/format/time";
import { type BoardBranch, useDeeds, useLiveOrders } from "../_orders/live-orders";

const PaceSheet = lazySheet(() => import("./pace-sheet").then((module) => module.PaceSheet));
const FAR_MS = 12 * 3_600_000; // a countdown of more hours says less than the time itself

/** Opens the choices; says in a word when a branch is busy or paused. */
export function PaceButton({ shown }: { shown: BoardBranch[] }) {
  const t = useTranslations("vendor.pace");
  const { paces } = useLiveOrders();
  const [open, setOpen] = useState(false);
  const modes = new Set(shown.map(({ id }) => paces.get(id)?.mode));
  const mode = modes.has("paused") ? "paused" : modes.has("busy") ? "busy" : "normal";
  return (
    <>
      <Button
        size="sm"
        variant={mode === "normal" ? "ghost" : "soft"}
        data-testid="pace"
        icon={<Gauge aria-hidden className="size-4" />}
        aria-label={t("buttonLabel", { mode: t(mode) })}
        onClick={() => setOpen(true)}
      >
        <span className="max-sm:sr-only">{t(mode)}</span>
      </Button>
      <PaceSheet open={open} branches={shown} onClose={() => setOpen(false)} />
    </>
  );
}

/** A strip for each branch that is not as usual, with what is left and the way back. */
export function PaceStrips({ shown }: { shown: BoardBranch[] }) {
  const { paces } = useLiveOrders();
  return shown.map((branch) => {
    const pace = paces.get(branch.id);
    return pace?.until && <PaceStrip key={branch.id} branch={branch} pace={pace} until={pace.until} />;
  });
}

function PaceStrip({ branch, pace, until }: { branch: BoardBranch; pace: Pace; until: string }) {
  const t = useTranslations("vendor.pace");
  const locale = useLocale();
  const errorText = useErrorText();
  const toast = useToast();
  const { setPace } = useDeeds();
  const back = useAction(async () => {
    await setPace(branch.id, { mode: "normal" }).catch((error: unknown) =>
      toast({ title: errorText(error), tone: "danger" }),
    );
  });
  const words =
    pace.mode === "busy"
      ? t("busyNow", { branch: branch.name, minutes: pace.extra_minutes })
      : t(pace.by === "alarm" ? "pausedByAlarm" : "pausedNow", { branch: branch.name });
  const far = Date.parse(until) - Date.now() > FAR_MS;
  return (
    <Notice
      tone={pace.mode === "paused" ? "danger" : "warning"}
      live
      action={
        <Button size="sm" variant="secondary" pending={back.pending} onClick={() => void back.run()}>
          {t(pace.mode === "paused" ? "resume" : "calm")}
        </Button>
      }
    >
      {words}{" "}
      <span suppressHydrationWarning>
        {far ? (
          t("until", { time: formatMoment(until, locale) })
        ) : (
          <Countdown until={until} urgentSeconds={0} />
        )}
      </span>
    </Notice>
  );
}
