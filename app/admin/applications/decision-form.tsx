"use client";
// Approving or rejecting: asked once more, with what follows. Another operator may have been faster; then theirs holds.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { ConfirmLater } from "@/components/ui/sheet-later";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { ReviewedApplication } from "@/lib/identity/applications";

type Decision = "approved" | "rejected";

/** `overtaken`: another operator decided it while this one was about to. */
export type Decided = ReviewedApplication & { overtaken?: boolean };

export function DecisionForm({
  application,
  onDecided,
}: {
  application: ReviewedApplication;
  onDecided: (next: Decided) => void;
}) {
  const t = useTranslations("admin.applications");
  const p = useTranslations("admin.papers");
  const errorText = useErrorText();
  const toast = useToast();
  const unfit = application.papers.filter(({ fine }) => fine === false);
  const [decision, setDecision] = useState<Decision | null>(null);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);

  const decide = useAction(async (chosen: Decision) => {
    try {
      const next = await api.post<ReviewedApplication>(`/api/admin/applications/${application.id}/decision`, {
        decision: chosen,
        reason: reason.trim() || null,
      });
      toast({ title: t(`done.${chosen}`, { name: application.business_name }), tone: "success" });
      setDecision(null);
      onDecided(next);
    } catch (error) {
      const current = error instanceof ApiError ? error.details.current : undefined;
      if (current !== "approved" && current !== "rejected") throw error;
      const theirs = await decidedAs(current, application.id);
      setDecision(null);
      onDecided({ ...(theirs ?? { ...application, status: current }), overtaken: true });
    }
  });
  // Refused although nobody decided: the applicant works for a shop by now, so the account cannot become one.
  const stillPending = decide.error instanceof ApiError && decide.error.details.current === "pending";
  function ask(next: Decision) {
    decide.reset();
    setMissing(false);
    setDecision(next);
    // A rejection for its papers names them; it can be written anew.
    if (next === "rejected" && !reason)
      setReason(unfit.map((paper) => `${p(`kind.${paper.kind}`)}: ${paper.remark}`).join("\n"));
  }
  function confirm() {
    if (decision === "rejected" && !reason.trim()) setMissing(true);
    else if (decision) void decide.run(decision);
  }

  return (
    <div className="flex flex-wrap gap-3 border-t border-line pt-4">
      <Button onClick={() => ask("approved")}>{t("approve")}</Button>
      <Button variant="danger-quiet" onClick={() => ask("rejected")}>
        {t("reject")}
      </Button>
      <ConfirmLater
        open={decision !== null}
        onClose={() => setDecision(null)}
        onConfirm={confirm}
        pending={decide.pending}
        danger={decision === "rejected"}
        title={decision && t(`ask.${decision}`, { name: application.business_name })}
        confirmLabel={t(decision === "rejected" ? "reject" : "approve")}
      >
        <div className="grid gap-4">
          <p className="text-ink-2">{decision && t(`follows.${decision}`)}</p>
          {decision === "approved" && unfit.length > 0 && (
            <Notice tone="warning">{p("stillNotFine", { count: unfit.length })}</Notice>
          )}
          <Field
            label={t("reason")}
            hint={t("reasonHint")}
            required={decision === "rejected"}
            optional={decision === "approved" ? t("optional") : undefined}
            error={missing && !reason.trim() ? t("reasonMissing") : undefined}
          >
            {(control) => (
              <Textarea
                {...control}
                name="reason"
                maxLength={1000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          {decide.error !== null && (
            <Notice tone="danger" live>
              {stillPending ? t("notCustomer") : errorText(decide.error)}
            </Notice>
          )}
        </div>
      </ConfirmLater>
    </div>
  );
}

/** The application as another operator left it, with their reason; undefined when it is not among the newest. */
async function decidedAs(status: Decision, id: string): Promise<ReviewedApplication | undefined> {
  const page = await api.get<{ data: ReviewedApplication[] }>(
    `/api/admin/applications?status=${status}&limit=50`,
  );
  return page.data.find((application) => application.id === id);
}
