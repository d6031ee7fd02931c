// Nothing found: says which filter to change, and changes it with one tap.
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ChosenPlace } from "../place/place";
import { cleared, type ListFilter, listHref } from "./query";

/** Offers to drop each filter that is on, the narrowest first. */
export function NoVendors({ filter, place }: { filter: ListFilter; place: ChosenPlace | null }) {
  const t = useTranslations("shop.vendors.none");
  const limited = [filter.max_fee, filter.max_minutes, filter.min_rating].some((limit) => limit !== null);
  const everything = cleared(filter);
  const onlyLiked = listHref({ ...everything, favourites: true }) === listHref(filter);
  const ways = [
    filter.q && { href: listHref({ ...filter, q: "" }), label: t("withoutSearch", { q: filter.q }) },
    filter.favourites && {
      href: listHref({ ...filter, favourites: false }),
      label: t("withoutFavourites"),
    },
    limited && {
      href: listHref({ ...filter, max_fee: null, max_minutes: null, min_rating: null }),
      label: t("withoutLimits"),
    },
    filter.open_now && { href: listHref({ ...filter, open_now: false }), label: t("withClosed") },
    filter.category && { href: listHref({ ...filter, category: "" }), label: t("allTypes") },
    listHref(filter) !== listHref(everything) && { href: listHref(everything), label: t("clear") },
    place &&
      filter.mode === "delivery" && { href: listHref({ ...filter, mode: "pickup" }), label: t("pickup") },
    filter.mode !== "all" && { href: "/vendors?mode=all", label: t("everywhere") },
  ].filter((way) => typeof way === "object" && way !== null);
  return (
    <EmptyState
      icon={<SearchX />}
      title={onlyLiked ? t("titleFavourites") : filter.q ? t("titleSearch", { q: filter.q }) : t("title")}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {ways.map(({ href, label }) => (
            <ButtonLink
              key={label}
              href={href}
              variant="secondary"
              size="sm"
              className="wrap-anywhere whitespace-normal!"
            >
              {label}
            </ButtonLink>
          ))}
        </div>
      }
    >
      {onlyLiked ? t("bodyFavourites") : t("body")}
    </EmptyState>
  );
}
