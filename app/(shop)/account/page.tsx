// The person: name and telephone, their wallet, what they are told, language and theme, and where their orders go.
import { Bell, ChevronRight, Wallet } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/messages";
import { Page } from "@/components/page";
import { Preferences } from "@/components/preferences";
import { Card, SectionHeading } from "@/components/ui/card";
import { listAddresses } from "@/lib/identity/account";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { Addresses } from "./addresses";
import { ProfileForm } from "./profile-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common.nav"))("account") };
}

export default async function AccountPage() {
  const [user, t] = await Promise.all([currentUser(), getTranslations()]);
  if (!user) redirect("/sign-in?next=/account");
  return (
    <Page width="reading" className="grid grid-cols-1 gap-5">
      <h1 className="text-2xl">{t("common.nav.account")}</h1>
      <Card className="grid gap-4">
        <SectionHeading title={t("shop.account.profile")} hint={user.email} />
        <Messages namespaces={["auth"]}>
          <ProfileForm user={user} />
        </Messages>
      </Card>
      {user.role === "customer" && (
        <Card flush as="div">
          <Link
            href="/wallet"
            className="flex items-center gap-4 p-4 hover:bg-surface-2 focus-visible:-outline-offset-2 sm:p-5"
          >
            <Wallet aria-hidden className="size-6 shrink-0 text-brand-ink" />
            <span className="min-w-0 flex-1">
              <span className="block font-display text-xl font-bold">{t("shop.account.wallet")}</span>
              <span className="block text-ink-2">{t("shop.account.walletHint")}</span>
            </span>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
          </Link>
        </Card>
      )}
      {user.role !== "admin" && (
        <Card flush as="div">
          <Link
            href="/account/notifications"
            className="flex items-center gap-4 p-4 hover:bg-surface-2 focus-visible:-outline-offset-2 sm:p-5"
          >
            <Bell aria-hidden className="size-6 shrink-0 text-brand-ink" />
            <span className="min-w-0 flex-1">
              <span className="block font-display text-xl font-bold">{t("common.nav.notifications")}</span>
              <span className="block text-ink-2">{t("notifications.preferences.about")}</span>
            </span>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
          </Link>
        </Card>
      )}
      {user.role === "customer" && (
        <Card className="grid gap-4">
          <Addresses initial={await listAddresses(await pageDatabase())} />
        </Card>
      )}
      <Card>
        <SectionHeading title={t("shop.account.preferences")} className="mb-2" />
        <Preferences className="-mx-3" />
      </Card>
    </Page>
  );
}
