"use client";
// The record page by page, by action.
import { ScrollText, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { AuditEntry, AuditPage } from "@/lib/desk/schema";
import { usePages } from "../use-pages";
import { ACTIONS, type Action, knownAction } from "./actions";
import { AuditList } from "./audit-list";

/** `initial` is the first page about `subject` (an id; null: about everything). */
export function AuditRoom({
  subject,
  pageSize,
  initial,
}: {
  subject: string | null;
  pageSize: number;
  initial: z.infer<typeof AuditPage>;
}) {
  const t = useTranslations("desk.audit");
  const tAction = useTranslations("desk.action");
  const errorText = useErrorText();
  const [action, setAction] = useState<Action | null>(null);
  const query = new URLSearchParams({
    limit: String(pageSize),
    ...(subject && { subject_id: subject }),
    ...(action && { action }),
  });
  const { rows, cursor, error, loadMore } = usePages<AuditEntry>(`/api/admin/audit?${query}`, initial);
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <Field label={t("filter")} hideLabel className="w-full sm:w-80">
          {(control) => (
            <Select
              {...control}
              value={action ?? ""}
              onChange={(event) => setAction(knownAction(event.target.value))}
            >
              <option value="">{t("all")}</option>
              {ACTIONS.map((name) => (
                <option key={name} value={name}>
                  {tAction(name)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {subject && (
          <ButtonLink
            href="/admin/audit"
            variant="ghost"
            icon={<X aria-hidden className="size-4" />}
            className="max-w-full"
          >
            {t("clear")}
          </ButtonLink>
        )}
      </div>
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={<ScrollText />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <Card as="div">
          <AuditList entries={rows} />
        </Card>
      )}
      <LoadMore cursor={cursor} pending={loadMore.pending} onMore={() => void loadMore.run()} />
    </div>
  );
}
