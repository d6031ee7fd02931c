// What sold most in the period, of delivered orders, and what nobody ordered.
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import type { Insights } from "@/lib/insights/schema";
import { FiguresTable } from "./figures-table";
import { NothingHere } from "./part";

export function TopProducts({ products }: { products: Insights["top_products"] }) {
  const t = useTranslations("vendor.insights");
  if (products.length === 0) return <NothingHere>{t("topEmpty")}</NothingHere>;
  return (
    <FiguresTable
      caption={t("top")}
      columns={[t("product"), t("quantity"), t("revenue")]}
      rows={products.map(({ product_id, name, quantity, revenue_minor }) => ({
        id: product_id,
        cells: [name, quantity, <Money key="money" minor={revenue_minor} />],
      }))}
    />
  );
}

export function DeadProducts({ products }: { products: Insights["dead_products"] }) {
  const t = useTranslations("vendor.insights");
  if (products.length === 0) return <NothingHere>{t("deadEmpty")}</NothingHere>;
  return (
    <FiguresTable
      caption={t("dead")}
      columns={[t("product"), t("price")]}
      rows={products.map(({ product_id, name, price_minor }) => ({
        id: product_id,
        cells: [name, <Money key="money" minor={price_minor} />],
      }))}
    />
  );
}
