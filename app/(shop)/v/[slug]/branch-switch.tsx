// The vendor's branches as links; those that deliver to the chosen place come first and say so.
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { ShopBranch } from "@/lib/catalog/schema";
import { formatDistance } from "@/lib/format/distance";

/** `current` is the branch shown. */
export function BranchSwitch({
  slug,
  branches,
  current,
}: {
  slug: string;
  branches: ShopBranch[];
  current: string;
}) {
  const t = useTranslations("shop.vendor");
  const locale = useLocale();
  return (
    <nav
      aria-label={t("branches")}
      className="-mx-4 mt-4 flex gap-2 overflow-x-auto px-4 py-0.5 sm:mx-0 sm:px-0"
    >
      {branches.map((branch) => {
        const facts = [
          branch.is_open ? t("open") : t("closed"),
          branch.serves_point === false ? t("notHere") : null,
          branch.distance_m !== null ? formatDistance(branch.distance_m, locale) : branch.district,
        ].filter(Boolean);
        return (
          <Link
            key={branch.id}
            href={`/v/${slug}?branch=${branch.id}`}
            scroll={false}
            replace
            aria-current={branch.id === current ? "true" : undefined}
            className={cx(
              "grid shrink-0 rounded-md border px-4 py-2 text-sm",
              branch.id === current
                ? "border-brand-ink bg-brand-soft text-ink"
                : "border-line bg-surface text-ink-2 hover:bg-surface-2",
            )}
          >
            <span className="font-semibold">{branch.name}</span>
            <span>{facts.join(" · ")}</span>
          </Link>
        );
      })}
    </nav>
  );
}
