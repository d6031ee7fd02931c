// Tabs that are pages: each has its URL, so back, reload and sharing work. No script needed.
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx";

export const tabClass = (active: boolean) =>
  cx(
    "inline-flex min-h-control items-center gap-2 border-b-[3px] px-3 text-sm font-semibold whitespace-nowrap transition-colors",
    active
      ? "border-brand-ink text-ink"
      : "border-transparent text-ink-2 hover:border-line-control hover:text-ink",
  );

/** A row of links of which one is the current page or filter. `label` names the row for screen readers. */
export function TabLinks({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: { href: string; label: ReactNode; active: boolean; count?: number }[];
  className?: string;
}) {
  return (
    <nav aria-label={label} className={cx("-mb-px flex overflow-x-auto border-b border-line", className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          aria-current={tab.active ? "page" : undefined}
          className={cx(tabClass(tab.active), tab.active && "[scroll-initial-target:nearest]")}
        >
          {tab.label}
          {tab.count !== undefined && <span className="tabular-nums text-ink-3">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
