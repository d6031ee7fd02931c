// Becoming a vendor: what a business gets, its application, and how earlier ones stand.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/page";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { homeOf } from "@/lib/browser/next-path";
import { myApplications } from "@/lib/identity/applications";
import { myPapers } from "@/lib/identity/papers";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { flagOn } from "@/lib/platform/flags";
import { ApplicationForm } from "./application-form";
import { ApplicationList } from "./application-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shop.apply"))("title") };
}

export default async function ApplyPage() {
  const [user, t] = await Promise.all([currentUser(), getTranslations("shop.apply")]);
  return (
    <Page width="reading" className="grid grid-cols-1 gap-5">
      <div>
        <h1 className="text-2xl">{t("title")}</h1>
        <p className="mt-1 text-ink-2">{t("intro")}</p>
      </div>
      {!user && (
        <Card className="grid justify-items-start gap-4">
          <p>{t("signInFirst")}</p>
          <div className="flex flex-wrap gap-2">
            <ButtonLink href="/sign-up?next=/apply">{t("signUp")}</ButtonLink>
            <ButtonLink href="/sign-in?next=/apply" variant="secondary">
              {t("signIn")}
            </ButtonLink>
          </div>
        </Card>
      )}
      {user?.role === "customer" && (
        <CustomerApplications id={user.id} name={user.full_name} phone={user.phone ?? ""} />
      )}
      {user && user.role !== "customer" && (
        <Notice
          action={
            <ButtonLink href={homeOf(user.role)} variant="secondary" size="sm">
              {t("toPanel")}
            </ButtonLink>
          }
        >
          {user.role === "vendor_admin" ? t("alreadyVendor") : t("customersOnly")}
        </Notice>
      )}
    </Page>
  );
}

async function CustomerApplications({ id, name, phone }: { id: string; name: string; phone: string }) {
  const db = await pageDatabase();
  const [{ data }, papers, open, tError] = await Promise.all([
    myApplications(db),
    myPapers(db),
    flagOn("applications", id),
    getTranslations("errors"),
  ]);
  const waiting = data.some(({ status }) => status === "pending");
  return (
    <>
      {data.length > 0 && <ApplicationList applications={data} />}
      {!waiting && !open && <Notice tone="warning">{tError("APPLICATIONS_PAUSED")}</Notice>}
      {!waiting && open && <ApplicationForm name={name} phone={phone} papers={papers.data} />}
    </>
  );
}
