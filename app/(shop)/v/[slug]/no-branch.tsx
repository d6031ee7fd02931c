// A vendor without an open door: verified, but no branch is active.
import { Store } from "lucide-react";
import { useTranslations } from "next-intl";
import { Page } from "@/components/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** `name` is the vendor's. */
export function NoBranch({ name }: { name: string }) {
  const t = useTranslations("shop.vendor.noBranch");
  return (
    <Page width="reading">
      <h1 className="text-2xl">{name}</h1>
      <EmptyState
        icon={<Store />}
        title={t("title")}
        action={<ButtonLink href="/vendors">{t("action")}</ButtonLink>}
      >
        {t("body")}
      </EmptyState>
    </Page>
  );
}
