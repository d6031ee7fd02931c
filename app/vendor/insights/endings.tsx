"use client";
// Orders that ended unhappily, by how and why.
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { useEndReason } from "@/components/use-end-reason";
import type { Insights } from "@/lib/insights/schema";
import { FiguresTable } from "./figures-table";

export function Endings({ endings }: { endings: Insights["endings"] }) {
  const t = useTranslations("vendor.insights");
  const words = useEndReason();
  return (
    <FiguresTable
      caption={t("endings")}
      columns={[t("reason"), t("status"), t("count"), t("lost")]}
      words={[1]}
      rows={endings.map(({ status, reason, orders, lost_minor }) => ({
        id: `${status} ${reason}`,
        cells: [
          reason ? words(reason) : t("noReason"),
          t(`statuses.${status}`),
          orders,
          <Money key="money" minor={lost_minor} />,
        ],
      }))}
    />
  );
}
