// The operator's panel. Strangers and other roles pass through: each page sends them where they belong.
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { PanelShell } from "@/components/panel-shell";
import { currentUser } from "@/lib/identity/session";
import { DeskSearch } from "./search/desk-search";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("title") };
}

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (user?.role !== "admin") return children;
  return (
    <Messages namespaces={["admin", "desk", "disputes", "vendor.refund", "vendor.alarm"]}>
      <PanelShell area="admin" user={user} status={<DeskSearch />}>
        {children}
      </PanelShell>
    </Messages>
  );
}
