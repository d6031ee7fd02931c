// A menu without products to show: none like what was asked for, or none at all.
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";

/** `query` is what was asked for, "" when nothing was. */
export function NothingFound({ query }: { query: string }) {
  const t = useTranslations("shop.menu");
  return (
    <EmptyState icon={<SearchX />} title={query ? t("nothing", { q: query }) : t("empty")}>
      {query ? t("nothingHint") : t("emptyHint")}
    </EmptyState>
  );
}
