// What a tracking link says that opens nothing, any more or ever: which of the two is nobody's business.
import { Link2Off } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export function LinkGone() {
  const t = useTranslations("shop.follow");
  return (
    <EmptyState
      level={1}
      icon={<Link2Off />}
      title={t("goneTitle")}
      action={<ButtonLink href="/">{t("goneAction")}</ButtonLink>}
    >
      {t("goneBody")}
    </EmptyState>
  );
}
