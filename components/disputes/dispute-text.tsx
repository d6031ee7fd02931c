// What a dispute says so far: the customer's words, the vendor's answer, the decision. The same for all three who read it.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Clock } from "@/components/ui/clock";
import { Money } from "@/components/ui/money";
import type { Dispute } from "@/lib/disputes/schema";

const TONES: Record<Dispute["state"], Tone> = { open: "warning", answered: "info", resolved: "neutral" };

export function DisputeText({ dispute }: { dispute: Dispute }) {
  const t = useTranslations("disputes");
  return (
    <div className="grid gap-3" data-testid="dispute" data-state={dispute.state}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{t(`kind.${dispute.kind}`)}</span>
        <Badge tone={TONES[dispute.state]}>{t(`state.${dispute.state}`)}</Badge>
        <Clock at={dispute.created_at} date className="text-sm text-ink-3" />
      </p>
      <p className="break-words whitespace-pre-line">{dispute.text}</p>
      {dispute.answer && <Said label={t("vendorAnswer")}>{dispute.answer}</Said>}
      {dispute.outcome && (
        <Said label={`${t("decision")}: ${t(`outcome.${dispute.outcome}`)}`}>
          {dispute.decision_reason}
          {dispute.refund_minor !== null && (
            <span className="block font-medium">
              {t.rich("refunded", { amount: () => <Money minor={dispute.refund_minor ?? 0} /> })}
            </span>
          )}
        </Said>
      )}
    </div>
  );
}

function Said({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="border-l-[3px] border-line-control pl-3">
      <p className="text-sm font-semibold text-ink-2">{label}</p>
      <p className="break-words whitespace-pre-line">{children}</p>
    </div>
  );
}
