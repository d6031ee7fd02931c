// Filters as links: each is a URL, so that back, reload and sharing work, and no script is needed.
import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { asBusinessType, BUSINESS_TYPES } from "../business-types";
import type { ChosenPlace } from "../place/place";
import { type ListFilter, listHref } from "./query";

/** Open now, delivery or pickup, and the kinds of business. */
export function Filters({ filter, place }: { filter: ListFilter; place: ChosenPlace | null }) {
  const t = useTranslations("shop");
  const to = (change: Partial<ListFilter>) => listHref({ ...filter, ...change });
  const other = filter.category && !asBusinessType(filter.category) ? filter.category : null;
  return (
    <div className="grid grid-cols-1 gap-2">
      <nav aria-label={t("vendors.how")} className="flex flex-wrap gap-2">
        <div className="flex rounded-full bg-surface-2 p-1">
          {(["delivery", "pickup"] as const).map((mode) => (
            <Link
              key={mode}
              href={to({ mode })}
              scroll={false}
              replace
              aria-current={filter.mode === mode ? "true" : undefined}
              className={cx(
                "relative inline-flex min-h-9 items-center rounded-full px-4 text-sm font-semibold after:absolute after:inset-x-0 after:-inset-y-1",
                filter.mode === mode ? "bg-surface text-ink shadow-card" : "text-ink-2 hover:text-ink",
              )}
            >
              {mode === "delivery" && place ? t("vendors.deliveryHere") : t(`vendors.${mode}`)}
            </Link>
          ))}
        </div>
        <Chip href={to({ open_now: !filter.open_now })} active={filter.open_now} toggle>
          {t("vendors.openNow")}
        </Chip>
      </nav>
      <nav
        aria-label={t("vendors.types")}
        className="-mx-4 flex gap-2 overflow-x-auto px-4 py-0.5 sm:mx-0 sm:flex-wrap sm:px-0"
      >
        <Chip href={to({ category: "" })} active={!filter.category}>
          {t("vendors.allTypes")}
        </Chip>
        {other && (
          <Chip href={to({ category: "" })} active toggle>
            {other}
          </Chip>
        )}
        {BUSINESS_TYPES.map(({ type }) => (
          <Chip
            key={type}
            href={to({ category: filter.category === type ? "" : type })}
            active={filter.category === type}
          >
            {t(`businessType.${type}`)}
          </Chip>
        ))}
      </nav>
    </div>
  );
}

function Chip({
  href,
  active,
  toggle,
  children,
}: {
  href: string;
  active: boolean;
  toggle?: boolean;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      scroll={false}
      replace
      aria-current={active ? "true" : undefined}
      className={cx(
        "inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-full border px-4 text-sm font-medium whitespace-nowrap transition-colors",
        active
          ? "border-brand-ink bg-brand-soft text-brand-ink"
          : "border-line-control/60 bg-surface text-ink-2 hover:bg-surface-2 hover:text-ink",
      )}
    >
      {children}
      {toggle && active && <X aria-hidden className="size-4" />}
    </Link>
  );
}
