"use client";
// Errors in words: every code of the API has a sentence in the reader's language that says what to do next.
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { ApiError } from "./api";

/** A function from anything thrown to a sentence for people. An unknown code falls back to the server's sentence. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("errors");
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return t("INTERNAL");
      if (error.code === "RATE_LIMITED") return t("RATE_LIMITED", { seconds: error.retryAfter ?? 0 });
      const code = error.code as "INTERNAL";
      return t.has(code) ? t(code) : error.message || t("INTERNAL");
    },
    [t],
  );
}
