// A branch's week, its special days, its telephone, and the zone it delivers to.
import { Phone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { ShopBranch } from "@/lib/catalog/schema";
import { dayOf } from "@/lib/format/opening";
import { telephoneUrl } from "@/lib/format/telephone";
import { BranchMap } from "./branch-map";

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];

/** The content of "hours, address and zone". */
export function BranchDetails({ branch }: { branch: ShopBranch }) {
  const t = useTranslations("shop.vendor");
  const locale = useLocale();
  const today = new Date(`${dayOf(Date.now())}T00:00:00Z`).getUTCDay();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const date = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    day: "numeric",
    month: "long",
    weekday: "short",
    timeZone: "UTC",
  });
  return (
    <div className="grid gap-6 border-t border-line p-4 md:grid-cols-2">
      <div className="grid content-start gap-5">
        <table className="w-full text-sm">
          <caption className="mb-1.5 text-left font-display text-base font-bold">{t("hours")}</caption>
          <tbody>
            {MONDAY_FIRST.map((day) => (
              <tr key={day} className={cx(day === today ? "font-semibold text-ink" : "text-ink-2")}>
                <th scope="row" className="py-1 pr-4 text-left font-[inherit]">
                  {weekday.format(Date.UTC(2026, 10, 1 + day))}
                </th>
                <td className="py-1 text-right tabular-nums">
                  {branch.hours
                    .filter((window) => window.weekday === day)
                    .map(({ opens, closes }) =>
                      opens === "00:00" && closes === "24:00" ? t("allDay") : `${opens}–${closes}`,
                    )
                    .join(", ") || t("closedAllDay")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {branch.special_days.length > 0 && (
          <table className="w-full text-sm text-ink-2">
            <caption className="mb-1.5 text-left font-display text-base font-bold text-ink">
              {t("specialDays")}
            </caption>
            <tbody>
              {branch.special_days.map((day) => (
                <tr key={day.date}>
                  <th scope="row" className="py-1 pr-4 text-left font-medium">
                    {date.format(new Date(`${day.date}T00:00:00Z`))}
                    {day.note && <span className="block font-normal text-ink-3">{day.note}</span>}
                  </th>
                  <td className="py-1 text-right align-top tabular-nums">
                    {day.closed ? t("closedAllDay") : `${day.opens}–${day.closes}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {branch.phone && (
          <a
            href={telephoneUrl(branch.phone)}
            className="inline-flex min-h-control items-center gap-2 justify-self-start font-medium text-brand-ink hover:underline"
          >
            <Phone aria-hidden className="size-4" />
            {branch.phone}
          </a>
        )}
      </div>
      <BranchMap branch={{ name: branch.name, lat: branch.lat, lng: branch.lng }} zone={branch.zone} />
    </div>
  );
}
