"use client";
// Why an order ended or money went back, in words: people's reasons as they wrote them, the system's by its code.
import { useTranslations } from "next-intl";

/** A function from an order's `end_reason` (or an event's or a refund's `reason`) to what people read. */
export function useEndReason(): (reason: string) => string {
  const t = useTranslations("orders.reason");
  return (reason) => {
    const code = reason as "CONFIRM_TIMEOUT";
    return /^[A-Z_]+$/.test(reason) && t.has(code) ? t(code) : reason;
  };
}
