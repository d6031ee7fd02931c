// Counted less expected, in words and colour: exact, short or over.
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";

export function DifferenceBadge({ minor }: { minor: number }) {
  const t = useTranslations("vendor.money.cash");
  if (minor === 0) return <Badge tone="success">{t("exact")}</Badge>;
  return (
    <Badge tone={minor < 0 ? "danger" : "warning"}>
      {t(minor < 0 ? "short" : "over")} <Money minor={Math.abs(minor)} />
    </Badge>
  );
}
