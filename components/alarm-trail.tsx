"use client";
// What an order did while nobody answered it: whom it called, and who saw it. Nothing for an order that did not have to.
import { Eye, Mail, Pause, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useResource } from "@/lib/browser/use-resource";
import type { OrderAlarms } from "@/lib/orders/alarms";
import { Clock } from "./ui/clock";

const ICONS = { push: Smartphone, email: Mail, pause: Pause, seen: Eye };

/** `mark` is what changes when it may have changed. */
export function AlarmTrail({ orderId, mark }: { orderId: string; mark: unknown }) {
  const t = useTranslations("vendor.alarm");
  const { data, reload } = useResource<OrderAlarms>(`/api/orders/${orderId}/alarms`);
  const shown = useRef(mark);
  useEffect(() => {
    if (shown.current === mark) return;
    shown.current = mark;
    void reload();
  }, [mark, reload]);
  if (!data || data.steps.length === 0) return null;
  return (
    <section className="grid gap-2" data-testid="alarm-trail">
      <h3 className="text-base">{t("trail")}</h3>
      <ul className="grid gap-1.5">
        {data.steps.map(({ step, at, by }) => {
          const Icon = ICONS[step];
          return (
            <li key={step} className="flex items-center gap-2 text-sm">
              <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
              <span className="min-w-0 flex-1">{t(`steps.${step}`, { name: by ?? "" })}</span>
              <span className="text-ink-3">
                <Clock at={at} />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
