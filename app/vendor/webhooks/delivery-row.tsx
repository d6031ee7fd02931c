"use client";
// One delivery: opened, it shows what was sent, what came back, and lets it be sent again.
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Clock } from "@/components/ui/clock";
import { NoticeLater } from "@/components/ui/notice-later";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Delivery } from "@/lib/webhooks/schema";
import { DeliveryState } from "./delivery-state";

export function DeliveryRow({
  delivery,
  enabled,
  onChange,
}: {
  delivery: Delivery;
  enabled: boolean;
  onChange: (delivery: Delivery) => void;
}) {
  const t = useTranslations("webhooks");
  const errorText = useErrorText();
  const toast = useToast();
  const again = useAction(async () => {
    onChange(await api.post<Delivery>(`/api/vendor/webhooks/deliveries/${delivery.id}/replay`));
    toast({ title: t("log.sentAgain"), tone: "success" });
  });
  const problem = delivery.last_error as "TIMEOUT" | null;
  const sent = JSON.parse(delivery.payload) as { data: { order?: { number: string } } };
  return (
    <li data-testid="webhook-delivery" data-state={delivery.state}>
      <details>
        <summary className="flex min-h-14 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 hover:bg-surface-2 focus-visible:-outline-offset-2">
          <span className="min-w-0 flex-1 basis-40 font-semibold">
            {t(`event.${delivery.type}`)}
            {sent.data.order && <span className="font-normal text-ink-2"> · {sent.data.order.number}</span>}
            <span className="block font-mono text-sm font-normal text-ink-3">{delivery.type}</span>
          </span>
          <span className="flex items-center gap-3 text-sm text-ink-3">
            <Clock at={delivery.created_at} date />
            <DeliveryState state={delivery.state} />
          </span>
        </summary>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-line bg-surface-2 px-4 py-3">
          <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-ink-2">
            {delivery.attempts > 0 && <span>{t("log.attempts", { count: delivery.attempts })}</span>}
            {delivery.last_status !== null && (
              <span>{t("log.status", { status: String(delivery.last_status) })}</span>
            )}
            {delivery.duration_ms !== null && (
              <span>{t("log.took", { ms: String(delivery.duration_ms) })}</span>
            )}
            <span className="break-all">
              {t("log.id")} <span className="font-mono">{delivery.id}</span>
            </span>
          </p>
          {problem && (
            <p className="font-medium text-danger">
              {t.has(`log.error.${problem}`) ? t(`log.error.${problem}`) : problem}
            </p>
          )}
          <Text label={t("log.payload")}>{JSON.stringify(sent, null, 2)}</Text>
          {delivery.response_excerpt !== null && (
            <Text label={t("log.response")}>{delivery.response_excerpt || t("log.noResponse")}</Text>
          )}
          {again.error !== null && (
            <NoticeLater tone="danger" live>
              {errorText(again.error)}
            </NoticeLater>
          )}
          {delivery.state !== "pending" && (enabled || delivery.type === "ping") && (
            <Button
              size="sm"
              variant="secondary"
              className="justify-self-start"
              icon={<RotateCcw aria-hidden className="size-4" />}
              pending={again.pending}
              onClick={() => void again.run()}
            >
              {t("log.again")}
            </Button>
          )}
        </div>
      </details>
    </li>
  );
}

function Text({ label, children }: { label: string; children: string }) {
  return (
    <figure className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <figcaption className="text-sm font-medium">{label}</figcaption>
      <pre className="max-h-80 overflow-auto rounded-md border border-line bg-surface p-3 font-mono text-xs">
        {children}
      </pre>
    </figure>
  );
}
