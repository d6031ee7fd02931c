// What each role may do, as the database has it.
import { Check, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card, SectionHeading } from "@/components/ui/card";
import { Scroller } from "@/components/ui/scroller";
import type { StaffPage } from "@/lib/staff/schema";

const ROLES = ["owner", "manager", "kitchen", "cashier"] as const;
const RIGHTS = ["orders", "menu", "branches", "money", "staff"] as const;

export function RightsTable({ roles }: { roles: StaffPage["roles"] }) {
  const t = useTranslations("vendor.staff");
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <SectionHeading title={t("rightsTitle")} />
      <Scroller label={t("rightsTitle")}>
        <table className="w-full text-left text-sm">
          <thead className="text-ink-3">
            <tr>
              <td />
              {ROLES.map((role) => (
                <th key={role} scope="col" className="px-2 pb-1 text-center font-normal">
                  {t(`roles.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {RIGHTS.map((right) => (
              <tr key={right}>
                <th scope="row" className="py-2 pr-2 font-medium">
                  {t(`rights.${right}`)}
                </th>
                {ROLES.map((role) => {
                  const may = roles[role]?.includes(right);
                  const Icon = may ? Check : Minus;
                  return (
                    <td
                      key={role}
                      className={may ? "px-2 text-center text-success" : "px-2 text-center text-ink-3"}
                    >
                      <Icon aria-hidden className="inline size-4.5" />
                      <span className="sr-only">{may ? t("may") : t("mayNot")}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Card>
  );
}
