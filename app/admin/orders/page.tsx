// Every order of the platform: what runs now, or what has ended.
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/card";
import { TabLinks } from "@/components/ui/tab-links";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { listOrders } from "@/lib/orders/queries";
import { LiveOrders } from "../live-orders";

const PAGE_SIZE = 50;

export default async function AdminOrdersPage({
  searchParams,
}: {
  searchParams: Promise<{ show?: string | string[] }>;
}) {
  await pageUser("admin", "/admin/orders");
  const past = (await searchParams).show === "past";
  const status = past ? "past" : "active";
  const initial = await listOrders(await pageDatabase(), { status, limit: PAGE_SIZE });
  return (
    <div className="grid grid-cols-1 gap-4">
      <Heading past={past} />
      <LiveOrders key={status} path={`/api/orders?status=${status}&limit=${PAGE_SIZE}`} initial={initial} />
    </div>
  );
}

function Heading({ past }: { past: boolean }) {
  const t = useTranslations("admin.orders");
  return (
    <>
      <SectionHeading level={1} title={t("title")} hint={t("hint")} />
      <TabLinks
        label={t("title")}
        tabs={[
          { href: "/admin/orders", label: t("active"), active: !past },
          { href: "/admin/orders?show=past", label: t("past"), active: past },
        ]}
      />
    </>
  );
}
