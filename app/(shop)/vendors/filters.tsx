// Filters as links: each is a URL, so that back, reload and sharing work, and no script is needed.
import { Heart, Star } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { formatMoney } from "@/lib/format/money";
import { formatMinutes } from "@/lib/format/time";
import { asBusinessType, BUSINESS_TYPES } from "../business-types";
import type { Hearts } from "../favourites";
import type { ChosenPlace } from "../place/place";
import { ChipLink, ChipRow } from "./chip-link";
import { type ListFilter, listHref } from "./query";

/** Delivery or pickup, the kinds of business, and what narrows the list. */
export function Filters({
  filter,
  place,
  hearts,
}: {
  filter: ListFilter;
  place: ChosenPlace | null;
  hearts: Hearts | null;
}) {
  const t = useTranslations("shop");
  const to = (change: Partial<ListFilter>) => listHref({ ...filter, ...change });
  const other = filter.category && !asBusinessType(filter.category) ? filter.category : null;
  return (
    <div className="grid grid-cols-1 gap-2">
      <nav aria-label={t("vendors.how")} className="flex">
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
      </nav>
      <ChipRow label={t("vendors.types")}>
        <ChipLink href={to({ category: "" })} active={!filter.category}>
          {t("vendors.allTypes")}
        </ChipLink>
        {other && (
          <ChipLink href={to({ category: "" })} active toggle>
            {other}
          </ChipLink>
        )}
        {BUSINESS_TYPES.map(({ type }) => (
          <ChipLink
            key={type}
            href={to({ category: filter.category === type ? "" : type })}
            active={filter.category === type}
          >
            {t(`businessType.${type}`)}
          </ChipLink>
        ))}
      </ChipRow>
      <Narrowing filter={filter} hearts={hearts} />
    </div>
  );
}

const FEES = [0, 4_000]; // kuruş: free, and less than most
const MINUTES = [30];
const RATINGS = [4.5];

function Narrowing({ filter, hearts }: { filter: ListFilter; hearts: Hearts | null }) {
  const t = useTranslations("shop.vendors");
  const locale = useLocale();
  const to = (change: Partial<ListFilter>) => listHref({ ...filter, ...change });
  const liked = to({ favourites: !filter.favourites });
  // A link may name a limit that no chip has: it is shown as one.
  const limits = (name: "max_fee" | "max_minutes" | "min_rating", usual: number[]) =>
    [...new Set([...usual, ...(filter[name] === null ? [] : [filter[name]])])].map((value) => ({
      value,
      active: filter[name] === value,
      href: to({ [name]: filter[name] === value ? null : value }),
    }));
  return (
    <ChipRow label={t("narrow")}>
      {hearts && (
        <ChipLink
          href={hearts.signIn ? `/sign-in?next=${encodeURIComponent(liked)}` : liked}
          active={filter.favourites}
          toggle
        >
          <Heart aria-hidden className={cx("size-4", filter.favourites && "fill-current")} />
          {t("favourites")}
        </ChipLink>
      )}
      <ChipLink href={to({ open_now: !filter.open_now })} active={filter.open_now} toggle>
        {t("openNow")}
      </ChipLink>
      {filter.mode !== "pickup" &&
        limits("max_fee", FEES).map(({ value, active, href }) => (
          <ChipLink key={`fee-${value}`} href={href} active={active} toggle>
            {value === 0 ? t("free") : t("feeUpTo", { fee: formatMoney(value, { locale }) })}
          </ChipLink>
        ))}
      {limits("max_minutes", MINUTES).map(({ value, active, href }) => (
        <ChipLink key={`minutes-${value}`} href={href} active={active} toggle>
          {t("within", { time: formatMinutes(value, locale) })}
        </ChipLink>
      ))}
      {limits("min_rating", RATINGS).map(({ value, active, href }) => (
        <ChipLink key={`rating-${value}`} href={href} active={active} toggle>
          <Star aria-hidden className="size-4" />
          {t("ratingFrom", { rating: value })}
        </ChipLink>
      ))}
    </ChipRow>
  );
}
