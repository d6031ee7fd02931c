// The courier's panel. Strangers and other roles pass through: each page sends them where they belong.
import { DoorClosed } from "lucide-react";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Messages } from "@/components/messages";
import { PanelShell } from "@/components/panel-shell";
import { EmptyState } from "@/components/ui/empty-state";
import { listTasks } from "@/lib/couriers/queries";
import type { Tasks } from "@/lib/couriers/schema";
import { currentUser, pageDatabase } from "@/lib/identity/session";
import { ApiError } from "@/lib/platform/errors";
import { CourierDesk, DeskConnection } from "./desk";
import { Rooms } from "./rooms";
import { SunSwitch } from "./sun-switch";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("courier"))("title") };
}

export default async function CourierLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  if (user?.role !== "courier") return children;
  const [tasks, t, jar] = await Promise.all([readTasks(), getTranslations("courier.closed"), cookies()]);
  const sun = jar.get("contrast")?.value === "sun";
  if (!tasks) {
    return (
      <PanelShell area="courier" user={user}>
        <EmptyState icon={<DoorClosed />} title={t("title")}>
          {t("body")}
        </EmptyState>
      </PanelShell>
    );
  }
  return (
    <Messages namespaces={["courier"]}>
      <CourierDesk initial={tasks}>
        <PanelShell
          area="courier"
          user={user}
          title={tasks.shift.vendor.name}
          status={
            <SunSwitch initial={sun}>
              <DeskConnection />
            </SunSwitch>
          }
        >
          <Rooms>{children}</Rooms>
        </PanelShell>
      </CourierDesk>
    </Messages>
  );
}

/** Null for a courier whose vendor has let them go. */
async function readTasks(): Promise<Tasks | null> {
  try {
    return await listTasks(await pageDatabase());
  } catch (error) {
    if (error instanceof ApiError && error.code === "FORBIDDEN") return null;
    throw error;
  }
}
