// How KapGel is, for everybody. Outside the shop's frame, which asks the database who visits: this page must come up when that is away.
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Logo } from "@/components/logo";
import { Messages } from "@/components/messages";
import { Page } from "@/components/page";
import { health } from "@/lib/flows/health";
import { StatusBoard } from "./status-board";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("status"))("title") };
}

export default async function StatusPage() {
  const [now, t] = await Promise.all([health(), getTranslations("common")]);
  return (
    <Messages namespaces={["status"]}>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex h-header max-w-3xl items-center px-4">
          <Link href="/" aria-label={t("appName")} className="flex min-h-11 items-center rounded-md">
            <Logo />
          </Link>
        </div>
      </header>
      <Page width="reading" className="grid grid-cols-1 gap-5">
        <StatusBoard initial={now} />
      </Page>
    </Messages>
  );
}
