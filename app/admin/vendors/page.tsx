// All vendors, and whether customers can see each of them.
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/card";
import { listAdminVendors } from "@/lib/catalog/verification";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { VendorList } from "./vendor-list";

const PAGE_SIZE = 20;

export default async function VendorsPage() {
  await pageUser("admin", "/admin/vendors");
  const initial = await listAdminVendors(await pageDatabase(), { limit: PAGE_SIZE });
  return (
    <div className="grid grid-cols-1 gap-4">
      <Heading />
      <VendorList pageSize={PAGE_SIZE} initial={initial} />
    </div>
  );
}

function Heading() {
  const t = useTranslations("admin.vendors");
  return <SectionHeading level={1} title={t("title")} hint={t("hint")} />;
}
