"use client";
// What failed most in the last hour, and why: a thousand failures of one cause are one line.
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Clock } from "@/components/ui/clock";
import { Scroller } from "@/components/ui/scroller";
import type { QueueState } from "@/lib/operations/schema";

export function FailureList({ failures }: { failures: QueueState["failures"] }) {
  const t = useTranslations("queue.failures");
  if (failures.length === 0) {
    return (
      <p className="flex items-center gap-2 text-sm text-ink-2">
        <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
        {t("none")}
      </p>
    );
  }
  return (
    <Scroller label={t("title")} className="max-h-56">
      <ul className="grid content-start divide-y divide-line">
        {failures.map(({ consumer, error, count, last_at }) => (
          <li key={`${consumer} ${error}`} className="grid gap-0.5 py-2 text-sm first:pt-0">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-semibold">{consumer}</span>
              <span className="tabular-nums">{t("times", { count })}</span>
              <Clock at={last_at} className="ml-auto text-ink-3" />
            </p>
            <p className="font-mono text-xs break-words text-danger">{error}</p>
          </li>
        ))}
      </ul>
    </Scroller>
  );
}
