// When orders come: a week of hours, the fuller the warmer. It is a table, so that it is read as well as seen.
import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { Scroller } from "@/components/ui/scroller";
import type { Insights } from "@/lib/insights/schema";
import { weekdayName } from "../branches/[id]/weekday-name";

const WEEK = [1, 2, 3, 4, 5, 6, 0]; // Monday first
// The text is legible on each, in both themes; so there is a step between the last two.
const WARMTH = [
  "bg-brand/12",
  "bg-brand/24",
  "bg-brand/36",
  "bg-brand/48",
  "bg-brand/90 text-on-brand font-semibold",
];

const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

export function HeatMap({ cells }: { cells: Insights["by_weekday_hour"] }) {
  const t = useTranslations("vendor.insights");
  const locale = useLocale();
  const hoursWithOrders = cells.map(({ hour }) => hour);
  const [first, last] = [Math.min(...hoursWithOrders), Math.max(...hoursWithOrders)];
  const hours = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  const ordersAt = new Map(cells.map(({ weekday, hour, orders }) => [`${weekday} ${hour}`, orders]));
  const most = Math.max(...cells.map(({ orders }) => orders));
  const busiest = cells.find(({ orders }) => orders === most);
  const warmth = (orders: number) => WARMTH[Math.ceil((orders / most) * WARMTH.length) - 1];

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {busiest && (
        <p className="text-sm text-ink-2">
          {t("busiest", {
            day: weekdayName(busiest.weekday, locale),
            hour: clock(busiest.hour),
            count: busiest.orders,
          })}
        </p>
      )}
      <Scroller label={t("heat")}>
        <table className="w-full border-separate border-spacing-0.5 text-sm tabular-nums">
          <caption className="sr-only">{t("heatTable")}</caption>
          <thead className="text-xs text-ink-3">
            <tr>
              <th scope="col" className="text-left font-normal">
                <span className="sr-only">{t("weekday")}</span>
              </th>
              {hours.map((hour) => (
                <th key={hour} scope="col" className="min-w-8 font-normal">
                  {clock(hour).slice(0, 2)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {WEEK.map((weekday) => {
              const day = weekdayName(weekday, locale);
              return (
                <tr key={weekday}>
                  <th scope="row" className="sticky left-0 bg-surface pr-2 text-left font-normal text-ink-2">
                    {day}
                  </th>
                  {hours.map((hour) => {
                    const count = ordersAt.get(`${weekday} ${hour}`) ?? 0;
                    return (
                      <td
                        key={hour}
                        title={t("heatCell", { day, hour: clock(hour), count })}
                        className={cx(
                          "h-8 rounded-sm text-center",
                          count > 0 ? warmth(count) : "bg-surface-2 text-ink-3",
                        )}
                      >
                        {count || <span aria-hidden>·</span>}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
    </div>
  );
}
