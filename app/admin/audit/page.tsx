// What operators did: newest first, by action or subject, and whether the record is as it was written.
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/card";
import { listAudit } from "@/lib/desk/queries";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { AuditRoom } from "./audit-room";
import { ChainCheck } from "./chain-check";

const PAGE_SIZE = 20;

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<{ subject_id?: string | string[] }>;
}) {
  await pageUser("admin", "/admin/audit");
  const asked = (await searchParams).subject_id;
  const subject = typeof asked === "string" && asked.length > 0 ? asked.slice(0, 100) : null;
  const initial = await listAudit(await pageDatabase(), {
    limit: PAGE_SIZE,
    ...(subject && { subject_id: subject }),
  });
  return (
    <div className="grid grid-cols-1 gap-4">
      <Heading />
      <AuditRoom key={subject} subject={subject} pageSize={PAGE_SIZE} initial={initial} />
    </div>
  );
}

function Heading() {
  const t = useTranslations("desk.audit");
  return <SectionHeading level={1} title={t("title")} hint={t("hint")} actions={<ChainCheck />} />;
}
