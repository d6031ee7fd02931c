"use client";
// Language and theme: both are cookies, so that the server's first byte is already right and nothing flashes.
import { Languages, SunMoon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { keepCookie } from "@/lib/browser/cookie";
import { LOCALES } from "@/lib/platform/locales";
import { isTheme, THEMES } from "./theme";
import { cx } from "./ui/cx";

function onThemeChange(notify: () => void) {
  const observer = new MutationObserver(notify);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
const currentTheme = () => document.documentElement.dataset.theme ?? "system";

/** Language and appearance as two rows of choices, for menus and settings pages. */
export function Preferences({ className }: { className?: string }) {
  const t = useTranslations("common.preferences");
  const locale = useLocale();
  const router = useRouter();
  const theme = useSyncExternalStore(onThemeChange, currentTheme, () => "system");
  const names = { system: t("themeSystem"), light: t("themeLight"), dark: t("themeDark") };

  return (
    <div className={cx("grid gap-1", className)}>
      <Row label={t("language")} icon={<Languages aria-hidden className="size-4" />}>
        {LOCALES.map((code) => (
          <Choice
            key={code}
            lang={code}
            active={code === locale}
            onClick={() => {
              keepCookie("locale", code);
              router.refresh();
            }}
          >
            {code === "tr" ? "Türkçe" : "English"}
          </Choice>
        ))}
      </Row>
      <Row label={t("theme")} icon={<SunMoon aria-hidden className="size-4" />}>
        {(["system", ...THEMES] as const).map((name) => (
          <Choice
            key={name}
            active={name === theme}
            onClick={() => {
              keepCookie("theme", isTheme(name) ? name : null);
              if (isTheme(name)) document.documentElement.dataset.theme = name;
              else delete document.documentElement.dataset.theme;
            }}
          >
            {names[name]}
          </Choice>
        ))}
      </Row>
    </div>
  );
}

function Row({ label, icon, children }: { label: string; icon: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="grid gap-1 px-3 py-1">
      <legend className="flex items-center gap-2 py-1 text-sm text-ink-3">
        {icon}
        {label}
      </legend>
      <div className="flex rounded-md bg-surface-2 p-0.5">{children}</div>
    </fieldset>
  );
}

function Choice({
  active,
  lang,
  onClick,
  children,
}: {
  active: boolean;
  lang?: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      lang={lang}
      aria-pressed={active}
      onClick={onClick}
      className={cx(
        "min-h-[max(var(--control-sm),2.25rem)] flex-1 rounded-sm px-2.5 text-sm whitespace-nowrap transition-colors",
        active
          ? "bg-surface font-semibold text-ink shadow-card ring-1 ring-line-control/50"
          : "text-ink-2 hover:text-ink",
      )}
    >
      {children}
    </button>
  );
}
