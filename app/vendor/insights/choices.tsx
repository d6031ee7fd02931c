// Which period, and of which branch: both are in the URL.
import { useTranslations } from "next-intl";
import { TabLinks } from "@/components/ui/tab-links";
import { PERIODS } from "@/lib/insights/schema";
import type { Named } from "../menu/named";
import type { Chosen } from "./part";

function hrefOf({ period, branch }: Chosen): string {
  const query = new URLSearchParams({ ...(period !== "7d" && { period }), ...(branch && { branch }) });
  return query.size > 0 ? `/vendor/insights?${query}` : "/vendor/insights";
}

export function Choices({ chosen, branches }: { chosen: Chosen; branches: Named[] }) {
  const t = useTranslations("vendor.insights");
  const all = [{ id: null, name: t("allBranches") }, ...branches];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)]">
      <TabLinks
        label={t("periodsLabel")}
        tabs={PERIODS.map((period) => ({
          href: hrefOf({ ...chosen, period }),
          label: t(`periods.${period}`),
          active: period === chosen.period,
        }))}
      />
      {branches.length > 1 && (
        <TabLinks
          label={t("branches")}
          tabs={all.map(({ id, name }) => ({
            href: hrefOf({ ...chosen, branch: id }),
            label: name,
            active: id === chosen.branch,
          }))}
        />
      )}
    </div>
  );
}
