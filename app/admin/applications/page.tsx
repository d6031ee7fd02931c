// Businesses that want in: the queue of those waiting, and what was decided before.
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/card";
import { TabLinks } from "@/components/ui/tab-links";
import { listApplications, type ReviewedApplication } from "@/lib/identity/applications";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { ApplicationQueue } from "./application-queue";

const PAGE_SIZE = 20;
const STATUSES = ["pending", "approved", "rejected"] as const satisfies ReviewedApplication["status"][];
type Status = (typeof STATUSES)[number];

export default async function ApplicationsPage({
  searchParams,
}: {
  searchParams: Promise<{ status?: string | string[] }>;
}) {
  await pageUser("admin", "/admin/applications");
  const asked = (await searchParams).status;
  const status = STATUSES.find((name) => name === asked) ?? "pending";
  const initial = await listApplications(await pageDatabase(), { status, limit: PAGE_SIZE });
  return (
    <div className="grid grid-cols-1 gap-4">
      <Heading status={status} />
      <ApplicationQueue
        key={status}
        status={status}
        path={`/api/admin/applications?status=${status}&limit=${PAGE_SIZE}`}
        initial={initial}
      />
    </div>
  );
}

function Heading({ status }: { status: Status }) {
  const t = useTranslations("admin.applications");
  return (
    <>
      <SectionHeading level={1} title={t("title")} hint={t("hint")} />
      <TabLinks
        label={t("title")}
        tabs={STATUSES.map((name) => ({
          href: name === "pending" ? "/admin/applications" : `/admin/applications?status=${name}`,
          label: t(`status.${name}`),
          active: name === status,
        }))}
      />
    </>
  );
}
