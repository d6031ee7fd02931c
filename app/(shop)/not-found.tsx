// Something a customer looked for and that is not there; the header stays.
import { MapPinOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { Page } from "@/components/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function ShopNotFound() {
  const t = useTranslations("common.notFound");
  return (
    <Page width="reading">
      <EmptyState
        level={1}
        icon={<MapPinOff />}
        title={t("title")}
        action={<ButtonLink href="/">{t("action")}</ButtonLink>}
      >
        {t("body")}
      </EmptyState>
    </Page>
  );
}
