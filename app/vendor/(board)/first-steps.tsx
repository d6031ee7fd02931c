// What a new vendor does next: a branch, then a menu, then go public. One step at a time.
import { Eye, Store, UtensilsCrossed } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

const icons = { branch: Store, menu: UtensilsCrossed, hidden: Eye };

export function FirstSteps({ step, href }: { step: keyof typeof icons; href: string }) {
  const t = useTranslations("vendor.start");
  const Icon = icons[step];
  return (
    <EmptyState
      level={1}
      icon={<Icon aria-hidden />}
      title={t(`${step}Title`)}
      action={<ButtonLink href={href}>{t(`${step}Action`)}</ButtonLink>}
    >
      {t(`${step}Text`)}
    </EmptyState>
  );
}
