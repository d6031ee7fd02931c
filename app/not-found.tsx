// Any URL that leads nowhere.
import { MapPinOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  const t = useTranslations("common.notFound");
  return (
    <main id="content" className="grid min-h-dvh place-items-center">
      <EmptyState
        level={1}
        icon={<MapPinOff />}
        title={t("title")}
        action={<ButtonLink href="/">{t("action")}</ButtonLink>}
      >
        {t("body")}
      </EmptyState>
    </main>
  );
}
