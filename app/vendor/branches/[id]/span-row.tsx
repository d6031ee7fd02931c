"use client";
// One span of opening hours: two times, or simply "open all day".
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { closesForInput, closesFromInput, runsPastMidnight, type Span } from "./hours";

export function SpanRow({
  day,
  span,
  onChange,
  onRemove,
}: {
  day: string;
  span: Span;
  onChange: (to: Partial<Span>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("vendor.branch.hours");
  const { opens, closes } = span;
  const allDay = opens === "00:00" && closes === "24:00";
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {allDay ? (
        <span className="flex min-h-control items-center font-medium text-success">{t("openAllDay")}</span>
      ) : (
        <>
          <span className="w-34">
            <Input
              type="time"
              aria-label={t("opens", { day })}
              value={opens}
              onChange={(event) => event.target.value && onChange({ opens: event.target.value })}
            />
          </span>
          <span aria-hidden>–</span>
          <span className="w-34">
            <Input
              type="time"
              aria-label={t("closes", { day })}
              value={closesForInput(closes)}
              onChange={(event) =>
                event.target.value && onChange({ closes: closesFromInput(event.target.value) })
              }
            />
          </span>
        </>
      )}
      <IconButton
        label={t("remove", { day, opens, closes })}
        icon={<X aria-hidden className="size-4" />}
        onClick={onRemove}
      />
      {runsPastMidnight(span) && <span className="text-sm text-info">{t("nextDay", { time: closes })}</span>}
    </div>
  );
}
