"use client";
// Why something ended or came back, in words for the customer: who canceled is "you" here.
import { useTranslations } from "next-intl";
import { useEndReason } from "@/components/use-end-reason";

/** A function from an order's, a refund's or a statement's reason to what people read. */
export function useReasonWords(): (reason: string) => string {
  const t = useTranslations("shop.track.status");
  const endReason = useEndReason();
  return (reason) => {
    const status = reason as "CANCELED_BY_USER";
    return /^[A-Z_]+$/.test(reason) && t.has(status) ? t(status) : endReason(reason);
  };
}
