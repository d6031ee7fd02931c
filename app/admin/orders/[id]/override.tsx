"use client";
// An operator's override: one of the moves the server allows, with a reason that is kept, after saying what it does.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { ConfirmLater } from "@/components/ui/sheet-later";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Order } from "@/lib/orders/schema";

type Status = Order["status"];

const ENDS = new Set<Status>(["REJECTED", "CANCELED_BY_USER", "CANCELED_BY_VENDOR"]);
const LONGEST_REASON = 500;

/** `onChange` gets the order after the move; `byOther` when someone else's change came first. */
export function Override({
  order,
  onChange,
}: {
  order: Order;
  onChange: (next: Order, byOther: boolean) => void;
}) {
  const t = useTranslations("admin.override");
  const tStatus = useTranslations("orders.status");
  const errorText = useErrorText();
  const toast = useToast();
  const [to, setTo] = useState<Status | null>(null);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);

  const move = useAction(async (target: Status) => {
    try {
      const next = await api.post<Order>(`/api/orders/${order.id}/transitions`, {
        to: target,
        reason: reason.trim(),
        version: order.version,
      });
      onChange(next, false);
      toast({ title: t("done", { status: tStatus(target) }), tone: "success" });
      close();
    } catch (error) {
      const current = error instanceof ApiError ? error.details.current : undefined;
      if (!current) throw error;
      onChange(current as Order, true);
      close();
    }
  });
  function close() {
    setTo(null);
    setReason("");
    setMissing(false);
  }
  function confirm() {
    if (!reason.trim()) setMissing(true);
    else if (to) void move.run(to);
  }
  const needsCourier = (status: Status) =>
    status === "PICKED_UP" && order.type === "delivery" && !order.courier;

  return (
    <Card>
      <h2 className="text-lg">{t("title")}</h2>
      <p className="mt-0.5 mb-3 text-sm text-ink-2">{t("hint")}</p>
      <div className="grid gap-2">
        {order.allowed_transitions.map((status) => (
          <Button
            key={status}
            variant={ENDS.has(status) ? "danger-quiet" : "secondary"}
            disabled={needsCourier(status)}
            className={ENDS.has(status) ? "border border-danger/40" : undefined}
            onClick={() => {
              move.reset();
              setTo(status);
            }}
          >
            {tStatus(status)}
          </Button>
        ))}
      </div>
      {order.allowed_transitions.some(needsCourier) && (
        <p className="mt-2 text-sm text-ink-2">{t("courierFirst")}</p>
      )}
      <ConfirmLater
        open={to !== null}
        onClose={close}
        onConfirm={confirm}
        pending={move.pending}
        danger={to !== null && ENDS.has(to)}
        title={to && t("confirmTitle", { number: order.number, status: tStatus(to) })}
        confirmLabel={t("confirm")}
      >
        <div className="grid gap-4">
          {to && <Consequences order={order} to={to} />}
          <Field
            label={t("reason")}
            hint={t("reasonHint")}
            required
            error={missing && !reason.trim() ? t("reasonMissing") : undefined}
          >
            {(control) => (
              <Textarea
                {...control}
                name="reason"
                maxLength={LONGEST_REASON}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          {move.error !== null && (
            <Notice tone="danger" live>
              {errorText(move.error)}
            </Notice>
          )}
        </div>
      </ConfirmLater>
    </Card>
  );
}

function Consequences({ order, to }: { order: Order; to: Status }) {
  const t = useTranslations("admin.override");
  const ends = ENDS.has(to);
  const onTheRoad = order.status === "PICKED_UP" || order.status === "ON_ROUTE";
  const lines = [
    ends && t("stockReturns"),
    ends && onTheRoad && t("courierKeepsGoods"),
    to === "DELIVERED" && t("countsAsPaid"),
    t("customerTold"),
    order.courier && t("courierTold"),
  ].filter((line) => typeof line === "string");
  return (
    <div>
      <p className="font-medium">{t("willHappen")}</p>
      <ul className="mt-1 grid list-disc gap-1 pl-5 text-ink-2">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
