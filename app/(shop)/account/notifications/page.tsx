// What to be told and how, for every role: the kinds that concern it, quiet hours, and pushes on this device.
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/messages";
import { Page } from "@/components/page";
import { Card, SectionHeading } from "@/components/ui/card";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { getPreferences } from "@/lib/notifications/queries";
import { KINDS } from "@/lib/notifications/schema";
import { env } from "@/lib/platform/env";
import { PreferencesForm } from "./preferences-form";
import { PushCard } from "./push-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications.preferences"))("title") };
}

export default async function NotificationsPage() {
  const [user, t] = await Promise.all([currentUser(), getTranslations("notifications")]);
  if (!user) redirect("/sign-in?next=/account/notifications");
  const { kinds, quiet } = await getPreferences(await pageDatabase());
  const inOrder = kinds.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  return (
    <Page width="reading" className="grid grid-cols-1 gap-5">
      <h1 className="text-2xl">{t("preferences.title")}</h1>
      {kinds.length === 0 ? (
        <p className="text-ink-2">{t("preferences.nothing")}</p>
      ) : (
        <Messages namespaces={["notifications"]}>
          <Card className="grid gap-3">
            <SectionHeading title={t("push.title")} hint={t("push.hint")} />
            <PushCard publicKey={env().VAPID_PUBLIC_KEY ?? null} />
          </Card>
          <PreferencesForm
            initial={{ kinds: inOrder, quiet }}
            kindsHeading={
              <SectionHeading title={t("preferences.kindsTitle")} hint={t("preferences.intro")} />
            }
            quietHeading={
              <SectionHeading title={t("preferences.quietTitle")} hint={t("preferences.quietHint")} />
            }
          />
        </Messages>
      )}
    </Page>
  );
}
