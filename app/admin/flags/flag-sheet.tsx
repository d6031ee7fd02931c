"use client";
// Changing a switch. Another operator's change since is shown rather than overwritten.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { ApiError, api, savedMeanwhile } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Flag } from "@/lib/desk/schema";
import { useFlagWords } from "./use-flag-words";

export function FlagSheet({
  open,
  flag,
  onClose,
  onChanged,
}: {
  open: boolean;
  flag: Flag | null;
  onClose: () => void;
  onChanged: (flag: Flag) => void;
}) {
  const words = useFlagWords(flag?.key ?? "");
  return (
    <Sheet open={open} onClose={onClose} title={words.name}>
      {flag && (
        <FlagForm key={`${flag.key} ${flag.version}`} flag={flag} onClose={onClose} onChanged={onChanged} />
      )}
    </Sheet>
  );
}

function FlagForm({
  flag,
  onClose,
  onChanged,
}: {
  flag: Flag;
  onClose: () => void;
  onChanged: (flag: Flag) => void;
}) {
  const t = useTranslations("desk.flags");
  const errorText = useErrorText();
  const toast = useToast();
  const [enabled, setEnabled] = useState(flag.enabled);
  const [percentage, setPercentage] = useState(String(flag.percentage));
  const [allowed, setAllowed] = useState(flag.allowed.join("\n"));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const percentageIsWrong = percentage === "" || Number(percentage) > 100;

  const save = useAction(async () => {
    const body = {
      enabled,
      percentage: Number(percentage),
      allowed: allowed.split(/[\s,;]+/).filter(Boolean),
      version: flag.version,
      reason: reason.trim(),
    };
    try {
      onChanged(await api.put<Flag>(`/api/admin/flags/${flag.key}`, body));
    } catch (error) {
      const current = savedMeanwhile<Flag>(error);
      if (!current) throw error;
      toast({ title: t("stale"), tone: "neutral" });
      onChanged(current);
      return;
    }
    toast({ title: t("saved"), tone: "success" });
    onClose();
  });
  // One address is refused at its own place ("allowed.0"), one that nobody has at the field's.
  const allowedIsWrong =
    save.error instanceof ApiError &&
    Object.keys(save.error.details).some((name) => name.startsWith("allowed"));

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim() && !percentageIsWrong) void save.run();
      }}
    >
      <Switch label={t("enabled")} checked={enabled} onChange={(event) => setEnabled(event.target.checked)} />
      <Field
        label={t("percentage")}
        hint={t("percentageHint")}
        error={tried && percentageIsWrong ? t("percentageWrong") : undefined}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            suffix="%"
            maxLength={3}
            value={percentage}
            onChange={(event) => setPercentage(event.target.value.replace(/\D/g, ""))}
          />
        )}
      </Field>
      <Field label={t("allow")} hint={t("allowHint")} error={allowedIsWrong ? t("allowWrong") : undefined}>
        {(control) => (
          <Textarea {...control} value={allowed} onChange={(event) => setAllowed(event.target.value)} />
        )}
      </Field>
      <Field label={t("reason")} required error={tried && !reason.trim() ? t("reasonMissing") : undefined}>
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
      {save.error !== null && (
        <Notice tone="danger" live>
          {errorText(save.error)}
        </Notice>
      )}
      <Button type="submit" full pending={save.pending}>
        {t("save")}
      </Button>
    </form>
  );
}
