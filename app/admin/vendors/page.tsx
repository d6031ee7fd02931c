// All vendors, and whether customers can see each of them.
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/card";
import { listAdminVendors } from "@/lib/catalog/verification";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { VendorList } from "./vendor-list";

const PAGE_SIZE = 20;

export default async function VendorsPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string | string[] }>;
}) {
  await pageUser("admin", "/admin/vendors");
  const asked = (await searchParams).q;
  const q = typeof asked === "string" ? asked.slice(0, 80) : "";
  const initial = await listAdminVendors(await pageDatabase(), { limit: PAGE_SIZE, ...(q && { q }) });
  return (
    <div className="grid grid-cols-1 gap-4">
      <Heading />
      <VendorList key={q} search={q} pageSize={PAGE_SIZE} initial={initial} />
    </div>
  );
}

function Heading() {
  const t = useTranslations("admin.vendors");
  return <SectionHeading level={1} title={t("title")} hint={t("hint")} />;
}
