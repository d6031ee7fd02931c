// Orders by hour.
import { useTranslations } from "next-intl";
import type { VendorStats } from "@/lib/orders/schema";
import { BarChart } from "./bar-chart";

const EVERY_HOURS = 3; // labels closer than this would touch

const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

export function HourChart({ hours }: { hours: VendorStats["by_hour"] }) {
  const t = useTranslations("vendor.insights");
  const most = Math.max(...hours.map(({ orders }) => orders));
  const busiest = most > 0 ? hours.find(({ orders }) => orders === most) : null;
  const bars = hours.map(({ hour, orders }) => ({
    name: clock(hour),
    tick: hour % EVERY_HOURS === 0 ? clock(hour) : null,
    value: orders,
    text: String(orders),
    says: t("hourRow", { hour: clock(hour), count: orders }),
  }));
  return (
    <div className="grid gap-2">
      {busiest && (
        <p className="text-sm text-ink-2">
          {t("busiest", { hour: clock(busiest.hour), count: busiest.orders })}
        </p>
      )}
      <BarChart bars={bars} caption={t("byHour")} line={String} />
    </div>
  );
}
