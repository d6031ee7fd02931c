import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NoPerson() {
  const t = useTranslations("desk.person");
  const tOverview = useTranslations("desk.overview");
  return (
    <EmptyState
      icon={<SearchX />}
      title={t("missing")}
      level={1}
      action={<ButtonLink href="/admin">{tOverview("title")}</ButtonLink>}
    >
      {t("missingHint")}
    </EmptyState>
  );
}
