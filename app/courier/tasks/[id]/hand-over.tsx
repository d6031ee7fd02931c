"use client";
// The question before an order counts as delivered, with the amount to take and the customer's code: it cannot be undone from here.
import { Hash } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { ApiError } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Order } from "@/lib/orders/schema";
import { CollectPanel } from "../../collect";
import { Keypad } from "./keypad";
import { PhotoField } from "./photo-field";

/** `onConfirm` gets the code, null for the courier's word, and a photograph if one was taken; `error` is what the last try threw. */
export function HandOver({
  open,
  onClose,
  task,
  pending,
  error,
  onConfirm,
}: {
  open: boolean;
  onClose: () => void;
  task: Order;
  pending: boolean;
  error: unknown;
  onConfirm: (code: string | null, photo: Blob | null) => void;
}) {
  const t = useTranslations("courier.handOver");
  const errorText = useErrorText();
  const { handover } = task;
  const needed = Boolean(handover?.code_required && !handover.waived);
  const [wanted, setWanted] = useState(false);
  const [code, setCode] = useState("");
  const [tried, setTried] = useState<string | null>(null);
  const [photo, setPhoto] = useState<Blob | null>(null);
  const typing = needed || wanted;
  const refused = error instanceof ApiError ? error : null;
  const wrong = refused?.code === "CODE_WRONG" && tried === code;
  const left = Number(refused?.details.attempts_left);
  const complete = code.length === 4;

  function confirm() {
    setTried(code);
    onConfirm(complete ? code : null, photo);
  }
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t("title")}
      footer={
        <div className="grid w-full gap-2">
          <Button
            size="lg"
            full
            className="min-h-16 text-xl"
            pending={pending}
            disabled={typing && !complete && (needed || code !== "")}
            onClick={confirm}
          >
            {t("confirm")}
          </Button>
          <Button variant="ghost" size="lg" full onClick={onClose}>
            {t("notYet")}
          </Button>
        </div>
      }
    >
      <div className="grid gap-3">
        <p>{t("to", { name: task.customer.full_name })}</p>
        <CollectPanel order={task} />
        {refused && refused.code !== "CODE_WRONG" && (
          <Notice tone="danger" live>
            {errorText(refused)}
          </Notice>
        )}
        {typing ? (
          <Keypad value={code} onChange={setCode} problem={wrong ? t("wrong", { count: left }) : null} />
        ) : (
          <Button
            variant="secondary"
            size="lg"
            full
            icon={<Hash aria-hidden className="size-5" />}
            onClick={() => setWanted(true)}
          >
            {t("enterCode")}
          </Button>
        )}
        {needed && <p className="text-sm text-ink-2">{t("needed")}</p>}
        <PhotoField photo={photo} onChange={setPhoto} />
      </div>
    </Sheet>
  );
}
