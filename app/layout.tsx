// The frame of every page: language, theme, skip link, toasts. Sections add their own header, messages and <main>.
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { isTheme } from "@/components/theme";
import { ToastProvider } from "@/components/ui/toast";
import { UpdateNews } from "@/components/update-news";
import { env } from "@/lib/platform/env";
import { sentrySettings } from "@/lib/platform/seeing/settings";
import { Viewing } from "./viewing";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("common"), getLocale()]);
  return {
    metadataBase: new URL(env().APP_URL),
    // Each page's own address without its query. The language is a reader's choice and no part of it: there is no other address to name.
    alternates: { canonical: "./" },
    openGraph: { type: "website", siteName: t("appName"), locale: locale === "tr" ? "tr_TR" : "en_GB" },
    icons: { icon: "/icon.svg", apple: "/icons/apple-touch-icon-180.png" },
    twitter: { card: "summary_large_image" },
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
          <ToastProvider>
            {children}
            <UpdateNews />
          </ToastProvider>
          <Viewing />
        </Messages>
      </body>
    </html>
  );
}
