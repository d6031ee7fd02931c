"use client";
// Why an order ended, in words: people's reasons as they wrote them, the system's by its code.
import { useTranslations } from "next-intl";

/** A function from an order's `end_reason` (or an event's `reason`) to what people read. */
export function useEndReason(): (reason: string) => string {
  const t = useTranslations("orders");
  return (reason) => (reason === "CONFIRM_TIMEOUT" ? t("confirmTimeout") : reason);
}
