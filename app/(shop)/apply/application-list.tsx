// The person's own applications and what was decided.
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, SectionHeading } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import type { Application } from "@/lib/identity/applications";
import { Papers } from "./papers";

const tones = { pending: "warning", approved: "success", rejected: "danger" } as const;

/** Newest first. */
export function ApplicationList({ applications }: { applications: Application[] }) {
  const t = useTranslations("shop.apply");
  return (
    <section className="grid gap-3">
      <SectionHeading title={t("mine")} />
      {applications.map((application) => (
        <Card key={application.id} as="article" className="grid gap-1.5">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="text-base">{application.business_name}</h3>
            <Badge tone={tones[application.status]} dot>
              {t(`status.${application.status}`)}
            </Badge>
          </div>
          <p className="text-sm text-ink-2">
            {application.district}, {application.city} · <Clock at={application.created_at} date />
          </p>
          <p className="text-sm">{t(`statusHint.${application.status}`)}</p>
          {application.decision_reason && (
            <p className="text-sm text-ink-2">{t("reason", { reason: application.decision_reason })}</p>
          )}
          {(application.status === "pending" || application.papers.length > 0) && (
            <Papers initial={application.papers} open={application.status === "pending"} />
          )}
        </Card>
      ))}
    </section>
  );
}
