// What the sweeper found standing where it should not, and what it did about it.
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import type { Finding } from "@/lib/payments/schema";

const TONES = { refunding: "info", completed: "success", stuck: "danger" } as const;

export function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useTranslations("admin.money.findings");
  return (
    <Card flush aria-labelledby="findings">
      <h2 id="findings" className="px-4 pt-4 text-lg">
        {t("title")}
      </h2>
      <p className="px-4 pb-3 text-sm text-ink-2">{t("hint")}</p>
      {findings.length === 0 ? (
        <p className="border-t border-line px-4 py-8 text-center text-ink-3">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {findings.map((finding) => (
            <li
              key={finding.id}
              data-testid="finding"
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5 px-4 py-2.5 text-sm"
            >
              <span className="font-medium">{t(`kind.${finding.kind}`)}</span>
              <Money minor={finding.amount_minor} className="text-right font-semibold" />
              <span className="text-ink-3">
                <Clock at={finding.at} date />
                {finding.order && (
                  <>
                    {" · "}
                    <Link
                      href={`/admin/orders/${finding.order.id}`}
                      className="font-medium text-brand-ink hover:underline"
                    >
                      #{finding.order.number}
                    </Link>
                  </>
                )}
              </span>
              <Badge tone={TONES[finding.outcome]} className="justify-self-end">
                {t(`outcome.${finding.outcome}`)}
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
