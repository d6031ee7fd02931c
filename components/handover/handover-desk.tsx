"use client";
// What a vendor or an operator decides about a hand-over: what becomes of a failed delivery, and whether it may do without the code.
import { KeyRound, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { openReport } from "@/lib/orders/failure";
import type { Order } from "@/lib/orders/schema";
import { Button } from "../ui/button";
import { Clock } from "../ui/clock";
import { Confirm } from "../ui/confirm";
import { Field } from "../ui/field";
import { Textarea } from "../ui/input";
import { Notice } from "../ui/notice";
import { DeliveryPhotos } from "./delivery-photos";
import { DeliveryReports } from "./delivery-reports";

const LONGEST = 500; // the API's limit
type Question = "try_again" | "cancel" | "waive";

/** `onChange` gets the order as the server answered it, also when another change came first. Nothing before pick-up. */
export function HandoverDesk({ order, onChange }: { order: Order; onChange: (order: Order) => void }) {
  const t = useTranslations("orders.handover");
  const errorText = useErrorText();
  const [asked, setAsked] = useState<Question | null>(null);
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  const send = useAction(async (question: Question) => {
    const path = `/api/orders/${order.id}`;
    try {
      onChange(
        question === "waive"
          ? await api.post<Order>(`${path}/code-waiver`, { reason: text.trim() })
          : await api.post<Order>(`${path}/delivery-decision`, {
              decision: question,
              note: text.trim() || null,
            }),
      );
    } catch (error) {
      const current = error instanceof ApiError ? error.details.current : undefined;
      if (current) onChange(current as Order);
      throw error;
    } finally {
      setAsked(null);
      setText("");
    }
  });
  const { handover, status } = order;
  if (!handover) return null;
  const report = openReport(order);
  const riding = status === "PICKED_UP" || status === "ON_ROUTE";
  const wanted = riding && !handover.waived && (handover.code_required || handover.attempts_left === 0);
  const question = asked ?? "cancel";
  function confirm() {
    const lacks = question === "waive" && !text.trim();
    setMissing(lacks);
    if (!lacks) void send.run(question);
  }
  return (
    <section className="grid gap-3 empty:hidden" data-testid="handover-desk">
      <DeliveryReports order={order} />
      <DeliveryPhotos order={order} />
      {send.error !== null && (
        <Notice tone="danger" live>
          {errorText(send.error)}
        </Notice>
      )}
      {report && riding && (
        <div className="flex flex-wrap gap-2">
          <Button icon={<RotateCcw aria-hidden className="size-4" />} onClick={() => setAsked("try_again")}>
            {t("tryAgain")}
          </Button>
          <Button variant="danger-quiet" onClick={() => setAsked("cancel")}>
            {t("cancel")}
          </Button>
        </div>
      )}
      {wanted && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-sm text-ink-2">{t("codeLeft", { count: handover.attempts_left })}</p>
          <Button
            variant="secondary"
            size="sm"
            icon={<KeyRound aria-hidden className="size-4" />}
            onClick={() => setAsked("waive")}
          >
            {t("waive")}
          </Button>
        </div>
      )}
      {handover.waived && (
        <p className="text-sm text-ink-2">{t("waived", { reason: handover.waived.reason })}</p>
      )}
      {handover.proof && (
        <p className="text-sm text-ink-2" data-testid="proof" data-kind={handover.proof.kind}>
          {t(`proof.${handover.proof.kind}`)} · <Clock at={handover.proof.at} date />
        </p>
      )}
      <Confirm
        open={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={confirm}
        pending={send.pending}
        danger={question === "cancel"}
        title={t(`ask.${question}`, { number: order.number })}
        confirmLabel={t(question === "try_again" ? "tryAgain" : question)}
      >
        <div className="grid gap-3">
          <p className="text-ink-2">{t(`askHint.${question}`)}</p>
          <Field
            label={t(question === "waive" ? "reasonNeeded" : "note")}
            error={missing ? t("reasonMissing") : undefined}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                maxLength={LONGEST}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        </div>
      </Confirm>
    </section>
  );
}
