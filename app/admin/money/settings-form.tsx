"use client";
// The operators' rules for store credit: whether customers may send it, and from which amount a correction needs two operators.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AmountInput } from "@/components/ui/amount-input";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Switch } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { MoneySettings } from "@/lib/payments/schema";

/** `initial` is what the server read. */
export function SettingsForm({ initial }: { initial: MoneySettings }) {
  const t = useTranslations("admin.money.settings");
  const common = useTranslations("common");
  const errorText = useErrorText();
  const toast = useToast();
  const [saved, setSaved] = useState(initial);
  const [transfers, setTransfers] = useState(initial.transfers_enabled);
  const [limit, setLimit] = useState<number | null | undefined>(initial.adjustment_limit_minor);
  const readable = typeof limit === "number";
  const changed = transfers !== saved.transfers_enabled || limit !== saved.adjustment_limit_minor;

  const save = useAction(async () => {
    const body = { transfers_enabled: transfers, adjustment_limit_minor: limit };
    setSaved(await api.put<MoneySettings>("/api/admin/money/settings", body));
    toast({ title: common("saved"), tone: "success" });
  });

  return (
    <Card as="form" className="max-w-xl" onSubmit={(event) => event.preventDefault()}>
      <div className="grid gap-5">
        <Switch
          label={t("transfers")}
          hint={t("transfersHint")}
          checked={transfers}
          onChange={(event) => setTransfers(event.target.checked)}
        />
        <Field
          label={t("limit")}
          hint={t("limitHint")}
          required
          error={readable ? undefined : t("limitMissing")}
        >
          {(control) => <AmountInput {...control} className="max-w-48" value={limit} onChange={setLimit} />}
        </Field>
        {save.error !== null && (
          <Notice tone="danger" live>
            {errorText(save.error)}
          </Notice>
        )}
        <div>
          <Button
            type="submit"
            disabled={!changed || !readable}
            pending={save.pending}
            onClick={() => void save.run()}
          >
            {common("save")}
          </Button>
        </div>
      </div>
    </Card>
  );
}
