// The person: name and telephone, their wallet, what they are told, language and theme, and where their orders go.
import { Bell, ChevronRight, Wallet } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { InstallHint } from "@/components/install-hint";
import { Messages } from "@/components/messages";
import { Page } from "@/components/page";
import { Preferences } from "@/components/preferences";
import { Card, SectionHeading } from "@/components/ui/card";
import { listAddresses } from "@/lib/identity/account";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { listPushDevices } from "@/lib/notifications/queries";
import { Addresses } from "./addresses";
import { Devices } from "./devices";
import { ProfileForm } from "./profile-form";
import { PushDevices } from "./push-devices-later";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("common.nav"))("account") };
}

export default async function AccountPage() {
  const [user, t] = await Promise.all([currentUser(), getTranslations()]);
  if (!user) redirect("/sign-in?next=/account");
  const db = await pageDatabase();
  const [addresses, devices] = await Promise.all([
    user.role === "customer" ? listAddresses(db) : null,
    listPushDevices(db),
  ]);
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
        <BigLink
          href="/wallet"
          icon={<Wallet aria-hidden />}
          title={t("shop.account.wallet")}
          hint={t("shop.account.walletHint")}
        />
      )}
      {user.role !== "admin" && (
        <BigLink
          href="/account/notifications"
          icon={<Bell aria-hidden />}
          title={t("common.nav.notifications")}
          hint={t("notifications.preferences.about")}
        />
      )}
      {addresses && (
        <Card className="grid gap-4">
          <Addresses initial={addresses} />
        </Card>
      )}
      <Card>
        <SectionHeading title={t("shop.account.preferences")} className="mb-2" />
        <Preferences className="-mx-3" />
      </Card>
      <InstallHint always />
      <Card className="grid gap-4">
        <SectionHeading title={t("shop.account.devices.title")} hint={t("shop.account.devices.pushHint")} />
        <PushDevices initial={devices} />
        <Devices />
      </Card>
    </Page>
  );
}

function BigLink({
  href,
  icon,
  title,
  hint,
}: {
  href: string;
  icon: ReactNode;
  title: string;
  hint: string;
}) {
  return (
    <Card flush as="div">
      <Link
        href={href}
        className="flex items-center gap-4 p-4 hover:bg-surface-2 focus-visible:-outline-offset-2 sm:p-5"
      >
        <span className="shrink-0 text-brand-ink [&>svg]:size-6">{icon}</span>
        <span className="min-w-0 flex-1">
          <span className="block font-display text-xl font-bold">{title}</span>
          <span className="block text-ink-2">{hint}</span>
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-3" />
      </Link>
    </Card>
  );
}
