// The frame of every page: language, theme, skip link, toasts. Sections add their own header, messages and <main>.
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { isTheme } from "@/components/theme";
import { ToastProvider } from "@/components/ui/toast";
import { sentrySettings } from "@/lib/platform/seeing/settings";
import { Viewing } from "./viewing";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: `${t("appName")} · ${t("tagline")}`, template: `%s · ${t("appName")}` },
    description: t("description"),
    applicationName: t("appName"),
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f5" },
    { media: "(prefers-color-scheme: dark)", color: "#161210" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, t, jar] = await Promise.all([getLocale(), getTranslations("common"), cookies()]);
  const theme = jar.get("theme")?.value;
  // Destructured: read at run time, never inlined by the build.
  const { NEXT_PUBLIC_MAP_STYLE_URL: mapStyle, NEXT_PUBLIC_SENTRY_DSN: dsn } = process.env;
  const sentry = sentrySettings(dsn, process.env);
  return (
    <html
      lang={locale}
      data-theme={isTheme(theme) ? theme : undefined}
      data-map-style={mapStyle || undefined}
      data-sentry={sentry ? JSON.stringify(sentry) : undefined}
      suppressHydrationWarning
    >
      <body className="antialiased">
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-brand px-4 py-3 font-semibold text-on-brand focus:translate-y-0"
        >
          {t("skipToContent")}
        </a>
        <Messages>
          <ToastProvider>{children}</ToastProvider>
          <Viewing />
        </Messages>
      </body>
    </html>
  );
}
