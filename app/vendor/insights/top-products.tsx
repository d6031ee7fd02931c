// What sold most in the period, of delivered orders.
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import type { VendorStats } from "@/lib/orders/schema";

export function TopProducts({ products }: { products: VendorStats["top_products"] }) {
  const t = useTranslations("vendor.insights");
  if (products.length === 0) return <p className="py-6 text-center text-ink-3">{t("topEmpty")}</p>;
  return (
    <table className="w-full text-left">
      <thead className="text-sm text-ink-3">
        <tr>
          <th scope="col" className="pb-1 font-normal">
            {t("product")}
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            {t("quantity")}
          </th>
          <th scope="col" className="pb-1 text-right font-normal">
            {t("revenue")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {products.map((product) => (
          <tr key={product.product_id}>
            <th scope="row" className="py-2 pr-3 font-medium">
              {product.name}
            </th>
            <td className="py-2 text-right tabular-nums">{product.quantity}</td>
            <td className="py-2 pl-3 text-right">
              <Money minor={product.revenue_minor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
