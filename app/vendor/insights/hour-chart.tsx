// Orders by hour as bars: an SVG for the eye, a table for everyone else. No script.
import { useTranslations } from "next-intl";
import type { VendorStats } from "@/lib/orders/schema";

type Hours = VendorStats["by_hour"];

const WIDTH = 720;
const HEIGHT = 240;
const LEFT = 28;
const BOTTOM = 24;
const TOP = 18;
const EVERY_HOURS = 3; // labels closer than this would touch on a phone

const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** A round number at or above the most, that halves evenly. */
function ceilingOf(most: number): number {
  const steps = [2, 4, 6, 10, 20, 40, 60, 100, 200, 400, 600, 1_000];
  return steps.find((step) => step >= most) ?? Math.ceil(most / 1_000) * 1_000;
}

export function HourChart({ hours }: { hours: Hours }) {
  const t = useTranslations("vendor.insights");
  const most = Math.max(...hours.map(({ orders }) => orders), 1);
  const ceiling = ceilingOf(most);
  const slot = (WIDTH - LEFT) / Math.max(hours.length, 1);
  const y = (orders: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - orders / ceiling);
  const busiest = hours.find(({ orders }) => orders === most);
  return (
    <div className="grid gap-2">
      {busiest && (
        <p className="text-sm text-ink-2">
          {t("busiest", { hour: clock(busiest.hour), count: busiest.orders })}
        </p>
      )}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        aria-hidden="true"
        className="hidden w-full overflow-visible sm:block"
      >
        {[0, ceiling / 2, ceiling].map((line) => (
          <g key={line}>
            <line x1={LEFT} x2={WIDTH} y1={y(line)} y2={y(line)} className="stroke-line" strokeWidth={1} />
            <text x={LEFT - 6} y={y(line) + 4} textAnchor="end" className="fill-ink-3 text-xs tabular-nums">
              {line}
            </text>
          </g>
        ))}
        {hours.map(({ hour, orders }) => {
          const x = LEFT + hour * slot;
          return (
            <g key={hour}>
              {orders > 0 && (
                <rect
                  x={x + 3}
                  y={y(orders)}
                  width={slot - 6}
                  height={y(0) - y(orders)}
                  rx={4}
                  className={orders === most ? "fill-brand" : "fill-brand/55"}
                >
                  <title>{t("hourRow", { hour: clock(hour), count: orders })}</title>
                </rect>
              )}
              {orders > 0 && (
                <text
                  x={x + slot / 2}
                  y={y(orders) - 5}
                  textAnchor="middle"
                  className="fill-ink-2 text-xs tabular-nums"
                >
                  {orders}
                </text>
              )}
              {hour % EVERY_HOURS === 0 && (
                <text
                  x={x + slot / 2}
                  y={HEIGHT - 6}
                  textAnchor="middle"
                  className="fill-ink-3 text-xs tabular-nums"
                >
                  {clock(hour)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <PhoneBars hours={hours} most={most} />
      <table className="sr-only">
        <caption>{t("byHour")}</caption>
        <tbody>
          {hours.map(({ hour, orders }) => (
            <tr key={hour}>
              <th scope="row">{clock(hour)}</th>
              <td>{orders}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** On a phone the bars lie down: every hour that had orders keeps a readable label. */
function PhoneBars({ hours, most }: { hours: Hours; most: number }) {
  return (
    <ul aria-hidden="true" className="grid gap-1 sm:hidden">
      {hours
        .filter(({ orders }) => orders > 0)
        .map(({ hour, orders }) => (
          <li key={hour} className="grid grid-cols-[3rem_1fr_2rem] items-center gap-2 text-sm tabular-nums">
            <span className="text-ink-3">{clock(hour)}</span>
            <span
              className={orders === most ? "h-4 rounded-sm bg-brand" : "h-4 rounded-sm bg-brand/55"}
              style={{ width: `${(orders / most) * 100}%` }}
            />
            <span className="text-right font-medium">{orders}</span>
          </li>
        ))}
    </ul>
  );
}
