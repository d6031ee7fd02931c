// What stands where orders will.
import { ReceiptText } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export function NoOrders() {
  const t = useTranslations("shop.orders");
  return (
    <EmptyState
      icon={<ReceiptText />}
      title={t("emptyTitle")}
      action={<ButtonLink href="/vendors">{t("emptyAction")}</ButtonLink>}
    >
      {t("emptyBody")}
    </EmptyState>
  );
}
