"use client";
// A price rule in words: what it gives and what for, when, where, and what it does now.
import { useLocale, useTranslations } from "next-intl";
import type { PriceRule } from "@/lib/catalog/price-rules";
import { formatOpening } from "@/lib/format/opening";
import { formatPercent } from "@/lib/format/percent";
import { formatDay } from "@/lib/format/time";
import { runsPastMidnight, WEEK } from "../../branches/[id]/hours";
import { shortWeekday } from "../../branches/[id]/weekday-name";

/** `branches` are the vendor's, by their short names. */
export function useRuleWords(branches: { id: string; name: string }[]) {
  const t = useTranslations("prices");
  const locale = useLocale();
  return (rule: PriceRule) => {
    const { scope, percent, starts, ends, from_date, until_date, branch_ids, state, changes_at } = rule;
    const count = scope === "categories" ? rule.category_ids.length : rule.products.length;
    const gives = t(percent === null ? "gives.price" : `gives.${scope}`, {
      count,
      percent: formatPercent((percent ?? 0) * 100, locale),
    });
    const days =
      rule.weekdays.length === 7
        ? t("everyDay")
        : WEEK.filter((day) => rule.weekdays.includes(day))
            .map((day) => shortWeekday(day, locale))
            .join(", ");
    const hours =
      starts === "00:00" && ends === "24:00"
        ? t("allDay")
        : runsPastMidnight({ opens: starts, closes: ends })
          ? t("overnight", { starts, ends })
          : `${starts}–${ends}`;
    const first = from_date && formatDay(from_date, locale);
    const last = until_date && formatDay(until_date, locale);
    const dates =
      first && last ? `${first} – ${last}` : first ? t("from", { first }) : last && t("until", { last });
    const where = branch_ids && branches.filter(({ id }) => branch_ids.includes(id)).map(({ name }) => name);
    const at = changes_at && formatOpening(changes_at, locale);
    return {
      gives,
      when: [`${days} ${hours}`, dates, where?.join(", ")].filter(
        (part) => typeof part === "string" && part !== "",
      ),
      now:
        state === "running" && at
          ? t("now.till", { at })
          : state === "waiting" && at
            ? t("now.starts", { at })
            : t(`state.${state}`),
    };
  };
}
