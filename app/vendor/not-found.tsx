// What is not there, or not this vendor's: the panel stays around it.
import { MapPinOff } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default async function VendorNotFound() {
  const [t, board] = await Promise.all([getTranslations("common.notFound"), getTranslations("vendor.board")]);
  return (
    <EmptyState
      level={1}
      icon={<MapPinOff aria-hidden />}
      title={t("title")}
      action={<ButtonLink href="/vendor">{board("title")}</ButtonLink>}
    />
  );
}
