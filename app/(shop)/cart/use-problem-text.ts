"use client";
// A quote's problems in the reader's words.
import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import { formatMoney } from "@/lib/format/money";
import { formatOpening } from "@/lib/format/opening";
import type { Problem } from "./problems";

/** A function from a problem to a sentence that says what to do; an unknown code falls back to the server's sentence. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations("shop.problem");
  const errors = useTranslations("errors");
  const locale = useLocale();
  return useCallback(
    (problem) => {
      const { code, details, message } = problem;
      const { opens_at, missing_minor } = details;
      if (code === "BRANCH_CLOSED" && !("opens_at" in details)) return t("typeRefused");
      if (code === "BRANCH_CLOSED" && typeof opens_at === "string") {
        return t("closedUntil", { when: formatOpening(opens_at, locale) });
      }
      if (code === "MINIMUM_ORDER_VALUE" && typeof missing_minor === "number") {
        return t("minimum", { missing: formatMoney(missing_minor, { locale }) });
      }
      if (code === "SLOT_UNAVAILABLE" && details.reason === "KITCHEN_FULL") return t("kitchenFull");
      if (code === "COUPON_UNUSABLE") {
        const reason = `coupon.${details.reason}` as "coupon.UNKNOWN";
        const at = typeof details.starts_at === "string" ? formatOpening(details.starts_at, locale) : "";
        const missing = typeof missing_minor === "number" ? formatMoney(missing_minor, { locale }) : "";
        return t.has(reason) ? t(reason, { at, missing }) : errors(code);
      }
      if (code === "VALIDATION_ERROR") {
        return Object.keys(details).some((field) => field.startsWith("items.")) ? t("options") : message;
      }
      const line = code as "OUT_OF_STOCK";
      if (t.has(line)) return t(line);
      const general = code as "INTERNAL";
      return errors.has(general) ? errors(general) : message;
    },
    [t, errors, locale],
  );
}
