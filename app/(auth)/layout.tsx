// The way in: one card, the wordmark, and the reader's language and theme.
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/logo";
import { Messages } from "@/components/messages";
import { Preferences } from "@/components/preferences";

export default function AuthLayout({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <Messages namespaces={["auth"]}>
      <div className="mx-auto grid min-h-dvh w-full max-w-md content-start gap-6 px-4 py-6 sm:content-center sm:py-10">
        <header className="justify-self-center">
          <Link href="/" className="flex rounded-md p-2" aria-label={t("appName")}>
            <Logo />
          </Link>
        </header>
        <main id="content" tabIndex={-1} className="outline-none">
          {children}
        </main>
        <footer className="justify-self-center">
          <Preferences className="text-sm sm:grid-flow-col" />
        </footer>
      </div>
    </Messages>
  );
}
