"use client";
// Tells of refunds that came or moved on since the page was opened, whichever way the page learned of them.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useToast } from "@/components/ui/toast";
import { formatMoney } from "@/lib/format/money";
import type { Order } from "@/lib/orders/schema";
import { targetsOf } from "./order-money";

const stateOf = ({ id, status }: Order["refunds"][number]) => `${id} ${status}`;

/** `order` as it is now; the refunds of the first render are no news. */
export function useRefundNews(order: Order): void {
  const t = useTranslations("shop.track.refundNews");
  const locale = useLocale();
  const toast = useToast();
  const told = useRef(new Set(order.refunds.map(stateOf)));
  useEffect(() => {
    const targets = targetsOf(order);
    for (const [index, refund] of order.refunds.entries()) {
      if (told.current.has(stateOf(refund))) continue;
      told.current.add(stateOf(refund));
      const { status, amount_minor } = refund;
      const words = status === "succeeded" ? (targets[index] ?? "wallet") : status;
      toast({
        title: t(words, { amount: formatMoney(amount_minor, { locale }) }),
        tone: status === "failed" ? "danger" : "success",
      });
    }
  }, [order, t, locale, toast]);
}
