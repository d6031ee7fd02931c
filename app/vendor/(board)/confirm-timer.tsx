"use client";
// How long is left to confirm a new order. At zero the order is read again: the job that rejects it may already have run.
import { Timer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Countdown, useNow } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import type { Order } from "@/lib/orders/schema";
import { useDeeds } from "../_orders/live-orders";
import { URGENT_SECONDS } from "../_orders/use-alarm";

export function ConfirmTimer({ order }: { order: Order }) {
  const t = useTranslations("vendor.card");
  const { readOne } = useDeeds();
  const now = useNow(1_000);
  if (!order.confirm_by) return null;
  const leftMs = Date.parse(order.confirm_by) - now;
  const urgent = leftMs < URGENT_SECONDS * 1_000;
  return (
    <p
      suppressHydrationWarning
      data-urgent={urgent}
      className={cx(
        "flex items-center gap-1.5 rounded-sm px-2 py-1 text-sm",
        urgent ? "bg-danger-soft font-semibold text-danger" : "bg-brand-soft text-brand-ink",
      )}
    >
      <Timer aria-hidden className="size-4 shrink-0" />
      <span className="flex-1">{leftMs <= 0 ? t("overdue") : t("confirmBy")}</span>
      <Countdown
        until={order.confirm_by}
        urgentSeconds={URGENT_SECONDS}
        onEnd={() => void readOne(order.id)}
        className="font-bold"
      />
    </p>
  );
}
