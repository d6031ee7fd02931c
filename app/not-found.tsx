// Any URL that leads nowhere.
import { MapPinOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Logo } from "@/components/logo";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  const t = useTranslations("common.notFound");
  const common = useTranslations("common");
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr]">
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex h-header max-w-6xl items-center px-4">
          <Link href="/" aria-label={common("appName")} className="flex min-h-11 items-center rounded-md">
            <Logo />
          </Link>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="grid place-items-center outline-none">
        <EmptyState
          level={1}
          icon={<MapPinOff />}
          title={t("title")}
          action={<ButtonLink href="/">{t("action")}</ButtonLink>}
        >
          {t("body")}
        </EmptyState>
      </main>
    </div>
  );
}
