// Problems customers reported: those that wait, and what was decided.
import { useTranslations } from "next-intl";
import { SectionHeading } from "@/components/ui/card";
import { TabLinks } from "@/components/ui/tab-links";
import { listDisputes } from "@/lib/disputes/queries";
import { pageUser } from "@/lib/identity/page-access";
import { pageDatabase } from "@/lib/identity/session";
import { DisputeDesk } from "./dispute-desk";

const PAGE_SIZE = 20;
const STATES = ["undecided", "resolved"] as const;
type State = (typeof STATES)[number];

export default async function DisputesPage({
  searchParams,
}: {
  searchParams: Promise<{ state?: string | string[] }>;
}) {
  await pageUser("admin", "/admin/disputes");
  const asked = (await searchParams).state;
  const state = STATES.find((name) => name === asked) ?? "undecided";
  const initial = await listDisputes(await pageDatabase(), { state, limit: PAGE_SIZE });
  return (
    <div className="grid grid-cols-1 gap-4">
      <Heading state={state} />
      <DisputeDesk key={state} path={`/api/disputes?state=${state}&limit=${PAGE_SIZE}`} initial={initial} />
    </div>
  );
}

function Heading({ state }: { state: State }) {
  const t = useTranslations("desk.disputes");
  return (
    <>
      <SectionHeading level={1} title={t("title")} hint={t("hint")} />
      <TabLinks
        label={t("title")}
        tabs={STATES.map((name) => ({
          href: name === "undecided" ? "/admin/disputes" : `/admin/disputes?state=${name}`,
          label: t(name),
          active: name === state,
        }))}
      />
    </>
  );
}
