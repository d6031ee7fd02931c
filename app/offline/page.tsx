// What the service worker shows in place of a page that needs a network. It holds nothing about its reader, since it is kept in their
// browser, and finds by itself what else is kept there.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Logo } from "@/components/logo";
import { OfflineShelf } from "./offline-shelf";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common.offline"))("title"), robots: { index: false } };
}

export default async function OfflinePage() {
  const t = await getTranslations("common.offline");
  return (
    <main id="content" className="mx-auto grid min-h-dvh w-full max-w-xl content-start gap-6 px-4 py-8">
      <Logo />
      <div className="grid gap-2" role="status">
        <h1 className="text-3xl">{t("title")}</h1>
        <p className="text-lg text-ink-2">{t("body")}</p>
      </div>
      <OfflineShelf />
    </main>
  );
}
