"use client";
// Above the results: how many, in which order, and as a list or on a map.
import { List, MapPinned } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { cx } from "@/components/ui/cx";
import { Select } from "@/components/ui/input";
import { VENDOR_SORTS } from "@/lib/catalog/sorts";
import { type ListFilter, listHref } from "./query";

/** `total` counts all pages. */
export function ListHead({ filter, total }: { filter: ListFilter; total: number }) {
  const t = useTranslations("shop.vendors");
  const router = useRouter();
  const [pending, start] = useTransition();
  const views = [
    { view: "list", Icon: List },
    { view: "map", Icon: MapPinned },
  ] as const;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className={cx("w-full text-ink-2 sm:mr-auto sm:w-auto", pending && "opacity-60")}>
        {t("count", { count: total })}
      </p>
      <Select
        aria-label={t("sort")}
        value={filter.sort}
        className="min-w-36 flex-1 sm:w-48 sm:flex-none"
        onChange={(event) => {
          const sort = VENDOR_SORTS.find((value) => value === event.target.value) ?? "recommended";
          start(() => router.replace(listHref({ ...filter, sort }), { scroll: false }));
        }}
      >
        {VENDOR_SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {t(`by.${sort}`)}
          </option>
        ))}
      </Select>
      <nav aria-label={t("view")} className="flex rounded-full bg-surface-2 p-1">
        {views.map(({ view, Icon }) => (
          <Link
            key={view}
            href={listHref({ ...filter, view })}
            scroll={false}
            replace
            aria-current={filter.view === view ? "true" : undefined}
            className={cx(
              "relative inline-flex min-h-9 items-center gap-1.5 rounded-full px-3.5 text-sm font-semibold after:absolute after:inset-x-0 after:-inset-y-1",
              filter.view === view ? "bg-surface text-ink shadow-card" : "text-ink-2 hover:text-ink",
            )}
          >
            <Icon aria-hidden className="size-4" />
            {t(`as.${view}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
