// No such vendor, or one that is not shown any more.
import { Store } from "lucide-react";
import { useTranslations } from "next-intl";
import { Page } from "@/components/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function VendorNotFound() {
  const t = useTranslations("shop.vendor.notFound");
  return (
    <Page width="reading">
      <EmptyState
        level={1}
        icon={<Store />}
        title={t("title")}
        action={<ButtonLink href="/vendors">{t("action")}</ButtonLink>}
      >
        {t("body")}
      </EmptyState>
    </Page>
  );
}
