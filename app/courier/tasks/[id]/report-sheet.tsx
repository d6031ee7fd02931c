"use client";
// Telling that an order could not be handed over: why, and what is worth knowing.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Radio } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Order } from "@/lib/orders/schema";
import { useDesk } from "../../desk";
import { placeOf } from "../../queue/use-courier-queue";
import { PhotoField } from "./photo-field";

const REASONS = ["nobody_there", "wrong_address", "refused", "unreachable"] as const;
const LONGEST_NOTE = 500; // the API's limit

export function ReportSheet({ open, onClose, task }: { open: boolean; onClose: () => void; task: Order }) {
  const t = useTranslations("courier.report");
  const reasons = useTranslations("orders.handover.reason");
  const errorText = useErrorText();
  const { taps, sharing } = useDesk();
  const [reason, setReason] = useState<(typeof REASONS)[number] | null>(null);
  const [note, setNote] = useState("");
  const [photo, setPhoto] = useState<Blob | null>(null);
  const send = useAction(async () => {
    if (!reason) return;
    const place = placeOf(sharing.here);
    await taps.act(task, { kind: "failed", reason, note: note.trim() || null, place });
    if (photo) void taps.addPhoto(task, "failed", photo);
    setReason(null);
    setNote("");
    setPhoto(null);
    onClose();
  });
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t("title")}
      footer={
        <Button
          size="lg"
          full
          className="min-h-16 text-xl"
          disabled={reason === null}
          pending={send.pending}
          onClick={() => void send.run()}
        >
          {t("send")}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p className="text-ink-2">{t("hint")}</p>
        {send.error !== null && (
          <Notice tone="danger" live>
            {errorText(send.error)}
          </Notice>
        )}
        <fieldset className="grid divide-y divide-line rounded-md border border-line px-4">
          <legend className="sr-only">{t("why")}</legend>
          {REASONS.map((name) => (
            <Radio
              key={name}
              name="failure"
              className="min-h-14 text-lg"
              label={reasons(name)}
              checked={reason === name}
              onChange={() => setReason(name)}
            />
          ))}
        </fieldset>
        <Field label={t("note")}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={LONGEST_NOTE}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <PhotoField photo={photo} onChange={setPhoto} />
      </div>
    </Sheet>
  );
}
