// What needs an operator now, as numbers that lead there. Nothing to do is said as well: silence is no answer.
import { CircleCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { MoneyOverview } from "@/lib/payments/schema";
import { sectionPath } from "./sections";

export function Concerns({ overview }: { overview: MoneyOverview }) {
  const t = useTranslations("admin.money.concerns");
  const { sagas, webhooks } = overview;
  const rows = [
    { name: "stuck", count: sagas.stuck, href: sectionPath("sagas", "stuck"), bad: sagas.stuck > 0 },
    { name: "running", count: sagas.running, href: sectionPath("sagas", "running"), bad: false },
    {
      name: "unmatched",
      count: webhooks.unmatched,
      href: sectionPath("webhooks", "unmatched"),
      bad: webhooks.unmatched > 0,
    },
    {
      name: "refused",
      count: webhooks.refused,
      href: sectionPath("webhooks", "refused"),
      bad: webhooks.refused > 0,
    },
    {
      name: "awaiting",
      count: overview.adjustments_awaiting,
      href: sectionPath("adjustments", "awaiting"),
      bad: overview.adjustments_awaiting > 0,
    },
  ] as const;
  return (
    <ul className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-5">
      {rows.map(({ name, count, href, bad }) => (
        <li key={name} className="min-w-0 max-md:last:col-span-2">
          <Link
            href={href}
            data-testid={`concern-${name}`}
            data-count={count}
            className={cx(
              "grid h-full content-start rounded-lg border bg-surface px-4 py-3 shadow-card hover:bg-surface-2",
              bad ? "border-warning" : "border-line",
            )}
          >
            <span className="flex items-center gap-1.5 text-sm text-ink-2">
              {bad ? (
                <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" />
              ) : (
                <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />
              )}
              {t(`${name}.label`)}
            </span>
            <span className="font-display text-2xl font-bold tabular-nums">{count}</span>
            <span className="text-sm text-ink-3">{t(`${name}.hint`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
