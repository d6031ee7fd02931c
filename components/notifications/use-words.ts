"use client";
// The bell's texts, fetched with it: pages do not carry them.
import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import type { Words } from "@/lib/notifications/words";
import type { Locale } from "@/lib/platform/locales";

const load = async (locale: Locale): Promise<Words> =>
  locale === "en"
    ? (await import("../../messages/en/notifications.json")).default
    : (await import("../../messages/tr/notifications.json")).default;

/** The texts in the reader's language, null until they are there. */
export function useWords(): { locale: Locale; words: Words } | null {
  const locale = useLocale();
  const [known, setKnown] = useState<{ locale: Locale; words: Words } | null>(null);
  useEffect(() => {
    let isOver = false;
    load(locale).then(
      (words) => !isOver && setKnown({ locale, words }),
      () => undefined, // the next page tries again
    );
    return () => {
      isOver = true;
    };
  }, [locale]);
  return known;
}
