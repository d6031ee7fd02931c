"use client";
// The one thing to know: how the order stands and when it comes. The time is what the server last said, never a wish.
import { useLocale, useTranslations } from "next-intl";
import { ConnectionState } from "@/components/live/connection-state";
import { Card } from "@/components/ui/card";
import { Countdown, useNow } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { dayOf, formatOpening } from "@/lib/format/opening";
import { formatClock, formatMoment } from "@/lib/format/time";
import type { LiveState } from "@/lib/live/use-live";
import type { Order } from "@/lib/orders/schema";
import { useStatusWords } from "../status-words";
import { awaitsPayment, isPaymentExpired } from "../unpaid";
import { endedUnhappily, hasEnded, progressOf } from "./progress";

/** A minute late is not late. */
const PATIENCE_MS = 60_000;

/** `connection` is the live link's state; it is shown while anything can still happen. */
export function StatusHead({ order, connection }: { order: Order; connection: LiveState }) {
  const t = useTranslations("shop.track");
  const statusWords = useStatusWords();
  const unpaid = awaitsPayment(order);
  const progress = unpaid ? null : progressOf(order);
  const words = unpaid ? t("unpaid") : isPaymentExpired(order.end_reason) ? t("expired") : statusWords(order);
  return (
    <Card className={cx("grid gap-3", endedUnhappily(order.status) ? "bg-danger-soft!" : "bg-brand-soft!")}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-ink-2">
          {t("orderOf", { number: order.number, vendor: order.branch.vendor.name })}
        </p>
        {!hasEnded(order.status) && <ConnectionState state={connection} />}
      </div>
      <div role="status" data-testid="order-status" data-status={order.status} data-version={order.version}>
        <h1 className="text-3xl">{words}</h1>
      </div>
      {unpaid ? <p className="text-lg text-ink-2">{t("unpaidHint")}</p> : <Eta order={order} />}
      {progress && (
        <div
          role="progressbar"
          aria-label={t("progress", progress)}
          aria-valuemin={0}
          aria-valuemax={progress.of}
          aria-valuenow={progress.at}
          className="mt-1 flex gap-1.5"
        >
          {Array.from({ length: progress.of }, (_, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their place
              key={index}
              className={cx(
                "h-1.5 flex-1 rounded-full transition-colors duration-500",
                index < progress.at ? "bg-brand" : "bg-line",
                index === progress.at - 1 && !hasEnded(order.status) && "animate-pulse-dot [scale:1]",
              )}
            />
          ))}
        </div>
      )}
    </Card>
  );
}

function Eta({ order }: { order: Order }) {
  const t = useTranslations("shop.track");
  const locale = useLocale();
  const now = useNow(15_000);
  const { status, eta_at, confirm_by, scheduled_for, type } = order;
  if (endedUnhappily(status)) return null;
  if (status === "DELIVERED") {
    return (
      <p className="text-lg text-ink-2">
        {t("deliveredAt", { when: formatMoment(order.updated_at, locale) })}
      </p>
    );
  }
  const sameDay = dayOf(Date.parse(eta_at)) === dayOf(now);
  const when = sameDay ? formatClock(eta_at, locale) : formatOpening(eta_at, locale, now);
  const late = Date.parse(eta_at) + PATIENCE_MS < now;
  const text = late
    ? t("late", { when })
    : scheduled_for
      ? t("scheduled", { when })
      : status === "NEW"
        ? t("ifConfirmed", { when })
        : type === "pickup"
          ? status === "READY"
            ? t("waiting")
            : t("readyAt", { when })
          : t("arrivesAt", { when });
  return (
    <div className="grid gap-1" suppressHydrationWarning>
      <p className="text-lg text-ink-2">{text}</p>
      {status === "NEW" && confirm_by && (
        <p className="text-sm text-ink-2">
          {t("confirmBy")} <Countdown until={confirm_by} />
        </p>
      )}
    </div>
  );
}
