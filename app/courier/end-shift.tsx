"use client";
// Ending a shift; asked once more while there are tasks left.
import { Power } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { ConfirmLater } from "@/components/ui/sheet-later";
import { ApiError } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useDesk } from "./desk";

/** The shift is on: since when, and the way out. An order on the road must be delivered first. */
export function EndShift() {
  const t = useTranslations("courier");
  const { shift, tasks, changeShift } = useDesk();
  const errorText = useErrorText();
  const [asking, setAsking] = useState(false);
  const end = useAction(() => changeShift("end"));
  const busy = end.error instanceof ApiError && end.error.code === "COURIER_BUSY";

  async function confirmed() {
    setAsking(false);
    await end.run();
  }

  return (
    <Card className="mt-2 grid gap-3">
      <p className="text-ink-2">
        {t.rich("shift.since", {
          time: () => <Clock at={shift.shift_started_at ?? ""} className="font-semibold text-ink" />,
          vehicle: t(`vehicle.${shift.vehicle}`),
        })}
      </p>
      {end.error !== null && (
        <Notice tone="danger" live>
          {busy ? t("shift.busy") : errorText(end.error)}
        </Notice>
      )}
      <Button
        variant="secondary"
        size="lg"
        full
        icon={<Power aria-hidden className="size-5" />}
        pending={end.pending}
        onClick={() => (tasks.length > 0 ? setAsking(true) : void end.run())}
      >
        {t("shift.end")}
      </Button>
      <ConfirmLater
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => void confirmed()}
        title={t("shift.endTitle")}
        confirmLabel={t("shift.endAnyway")}
      >
        {t("shift.endHint", { count: tasks.length })}
      </ConfirmLater>
    </Card>
  );
}
