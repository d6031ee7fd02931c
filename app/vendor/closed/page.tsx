// What someone sees who was let go: their sign-in still works and opens nothing.
import { DoorClosed } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PanelShell } from "@/components/panel-shell";
import { EmptyState } from "@/components/ui/empty-state";
import { pageUser } from "@/lib/identity/page-access";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("vendor.staff"))("closed") };
}

export default async function ClosedPage() {
  const user = await pageUser("vendor_admin", "/vendor");
  if (user.vendor) redirect("/vendor");
  const t = await getTranslations("vendor.staff");
  return (
    <PanelShell area="vendor" user={user} rights={[]}>
      <EmptyState level={1} icon={<DoorClosed aria-hidden />} title={t("closed")}>
        {t("closedText")}
      </EmptyState>
    </PanelShell>
  );
}
