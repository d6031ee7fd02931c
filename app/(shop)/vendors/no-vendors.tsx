// Nothing found: says which filter to change, and changes it with one tap.
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { ChosenPlace } from "../place/place";
import { type ListFilter, listHref } from "./query";

/** Offers to drop each filter that is on, the narrowest first. */
export function NoVendors({ filter, place }: { filter: ListFilter; place: ChosenPlace | null }) {
  const t = useTranslations("shop.vendors.none");
  const ways = [
    filter.q && { href: listHref({ ...filter, q: "" }), label: t("withoutSearch", { q: filter.q }) },
    filter.open_now && { href: listHref({ ...filter, open_now: false }), label: t("withClosed") },
    filter.category && { href: listHref({ ...filter, category: "" }), label: t("allTypes") },
    place &&
      filter.mode === "delivery" && { href: listHref({ ...filter, mode: "pickup" }), label: t("pickup") },
    filter.mode !== "all" && { href: "/vendors?mode=all", label: t("everywhere") },
  ].filter((way) => typeof way === "object" && way !== null);
  return (
    <EmptyState
      icon={<SearchX />}
      title={filter.q ? t("titleSearch", { q: filter.q }) : t("title")}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {ways.map(({ href, label }) => (
            <ButtonLink
              key={href}
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
      {t("body")}
    </EmptyState>
  );
}
