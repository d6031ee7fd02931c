"use client";
// Reporting a problem: what kind, and in the customer's words. Sent twice it is one.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select, Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Dispute } from "@/lib/disputes/schema";

const KINDS = [
  "missing",
  "wrong",
  "quality",
  "late",
  "not_delivered",
  "payment",
  "other",
] as const satisfies Dispute["kind"][];

export function ProblemSheet({
  open,
  orderId,
  onClose,
  onSent,
}: {
  open: boolean;
  orderId: string;
  onClose: () => void;
  onSent: (dispute: Dispute) => void;
}) {
  const t = useTranslations("disputes");
  const errorText = useErrorText();
  const toast = useToast();
  const [kind, setKind] = useState<(typeof KINDS)[number]>("missing");
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  const send = useAction(async () => {
    onSent(await api.post<Dispute>(`/api/orders/${orderId}/disputes`, { kind, text: text.trim() }));
    toast({ title: t("sent"), tone: "success" });
    setText("");
    onClose();
  });
  return (
    <Sheet open={open} onClose={onClose} title={t("reportTitle")}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) void send.run();
          else setMissing(true);
        }}
      >
        <p className="text-ink-2">{t("reportHint")}</p>
        <Field label={t("what")} required>
          {(control) => (
            <Select
              {...control}
              name="kind"
              value={kind}
              onChange={(event) => setKind(KINDS.find((name) => name === event.target.value) ?? kind)}
            >
              {KINDS.map((name) => (
                <option key={name} value={name}>
                  {t(`kind.${name}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label={t("text")}
          hint={t("textHint")}
          required
          error={missing && !text.trim() ? t("textMissing") : undefined}
        >
          {(control) => (
            <Textarea
              {...control}
              name="text"
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {send.error !== null && (
          <Notice tone="danger" live>
            {errorText(send.error)}
          </Notice>
        )}
        <Button type="submit" full pending={send.pending}>
          {t("send")}
        </Button>
      </form>
    </Sheet>
  );
}
