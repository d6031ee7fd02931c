"use client";
// What was sent to an endpoint, the newest first. Read again while something is on its way.
import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { NoticeLater } from "@/components/ui/notice-later";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import type { Delivery, DeliveryPage } from "@/lib/webhooks/schema";
import { DeliveryRow } from "./delivery-row";

const ASK_AGAIN_MS = 3000;

/** `path` is the API's, with its filter; `initial` its first page; `enabled` whether the endpoint takes messages. */
export function DeliveryLog({
  path,
  enabled,
  initial,
}: {
  path: string;
  enabled: boolean;
  initial: DeliveryPage;
}) {
  const t = useTranslations("webhooks.log");
  const errorText = useErrorText();
  const { items = [], cursor, error, loading, reload, more, set } = usePages<Delivery>(path, initial);
  const waiting = items.some(({ state }) => state === "pending");

  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void reload();
    }, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [waiting, reload]);

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {error !== null && (
        <NoticeLater tone="warning" live>
          {errorText(error)}
        </NoticeLater>
      )}
      {items.length === 0 ? (
        <EmptyState icon={<ScrollText aria-hidden />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <Card as="div" flush>
          <ul className="divide-y divide-line">
            {items.map((delivery) => (
              <DeliveryRow
                key={delivery.id}
                delivery={delivery}
                enabled={enabled}
                onChange={(next) => set((all) => all.map((each) => (each.id === next.id ? next : each)))}
              />
            ))}
          </ul>
        </Card>
      )}
      <LoadMore cursor={cursor} pending={loading} onMore={() => void more()} />
    </div>
  );
}
