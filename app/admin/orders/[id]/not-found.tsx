// No such order.
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function AdminOrderNotFound() {
  const t = useTranslations("admin.order");
  return (
    <EmptyState
      level={1}
      icon={<SearchX />}
      title={t("missing")}
      action={<ButtonLink href="/admin/orders">{t("back")}</ButtonLink>}
    >
      {t("missingHint")}
    </EmptyState>
  );
}
