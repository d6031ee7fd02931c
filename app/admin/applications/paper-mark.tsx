"use client";
// What an operator thinks of a paper: fine, or not, with what is wrong with it.
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Paper } from "@/lib/identity/paper-schema";

export function PaperMark({ paper, onMarked }: { paper: Paper; onMarked: (paper: Paper) => void }) {
  const t = useTranslations("admin.papers");
  const errorText = useErrorText();
  const [asking, setAsking] = useState(false);
  const [remark, setRemark] = useState(paper.remark ?? "");
  const [missing, setMissing] = useState(false);
  const mark = useAction(async (fine: boolean) => {
    const body = { fine, remark: fine ? null : remark.trim() };
    onMarked(await api.put<Paper>(`/api/admin/papers/${paper.id}/mark`, body));
    setAsking(false);
  });

  return (
    <div className="grid gap-2">
      {asking ? (
        <form
          noValidate
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            setMissing(!remark.trim());
            if (remark.trim()) void mark.run(false);
          }}
        >
          <Field
            label={t("remark")}
            hint={t("remarkHint")}
            error={missing && !remark.trim() ? t("remarkMissing") : undefined}
            required
          >
            {(control) => (
              <Input
                {...control}
                name="remark"
                autoFocus
                maxLength={500}
                value={remark}
                onChange={(event) => setRemark(event.target.value)}
              />
            )}
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" size="sm" variant="danger-quiet" pending={mark.pending}>
              {t("saveRemark")}
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setAsking(false)}>
              {t("cancel")}
            </Button>
          </div>
        </form>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            variant="secondary"
            aria-pressed={paper.fine === true}
            pending={mark.pending}
            icon={<Check aria-hidden className="size-4" />}
            onClick={() => void mark.run(true)}
          >
            {t("fine")}
          </Button>
          <Button
            size="sm"
            variant="secondary"
            aria-pressed={paper.fine === false}
            icon={<X aria-hidden className="size-4" />}
            onClick={() => setAsking(true)}
          >
            {t("notFine")}
          </Button>
        </div>
      )}
      {mark.error !== null && (
        <Notice tone="danger" live>
          {errorText(mark.error)}
        </Notice>
      )}
    </div>
  );
}
