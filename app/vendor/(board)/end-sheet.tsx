"use client";
// Rejecting or cancelling: says what it does, asks why, and is never shown before the API has agreed.
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Chip } from "@/components/ui/chip";
import { Confirm } from "@/components/ui/confirm";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import type { Order } from "@/lib/orders/schema";
import { useLiveOrders } from "../_orders/live-orders";
import { unhappyEnd } from "../_orders/steps";

const reasons = {
  REJECTED: ["busy", "soldOut", "noCourier", "closing"],
  CANCELED_BY_VENDOR: ["soldOut", "unreachable", "noCourier", "address"],
} as const;
const LONGEST_REASON = 500; // the API's limit

export function EndSheet({ order, onClose }: { order: Order | null; onClose: () => void }) {
  const t = useTranslations("vendor.end");
  const { move, pending } = useLiveOrders();
  const [reason, setReason] = useState("");
  const [kind, setKind] = useState<keyof typeof reasons>("REJECTED");
  const id = order?.id;
  const allowed = order ? unhappyEnd(order) : null;
  if (allowed && allowed !== kind) setKind(allowed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order is another reason
  useEffect(() => setReason(""), [id]);

  const busy = Boolean(order && pending.has(order.id));
  // Someone else may have moved the order while the question was open: then there is nothing left to ask.
  const over = order !== null && !allowed && !busy;
  useEffect(() => {
    if (over) onClose();
  }, [over, onClose]);

  async function confirm() {
    if (!order || !allowed) return;
    const text = reason.trim();
    await move(order, { to: allowed, ...(text && { reason: text }) });
    onClose();
  }

  const number = order?.number ?? "";
  const rejects = kind === "REJECTED";
  return (
    <Confirm
      open={order !== null}
      onClose={onClose}
      onConfirm={() => void confirm()}
      pending={busy}
      title={rejects ? t("rejectTitle", { number }) : t("cancelTitle", { number })}
      confirmLabel={rejects ? t("reject") : t("cancel")}
    >
      <div className="grid gap-4">
        <p className="text-ink-2">{t("consequence")}</p>
        <div className="flex flex-wrap gap-2">
          {reasons[kind].map((name) => {
            const text = t(`reasons.${name}`);
            return (
              <Chip key={name} pressed={reason === text} onClick={() => setReason(text)}>
                {text}
              </Chip>
            );
          })}
        </div>
        <Field label={t("reason")} hint={t("reasonHint")}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              maxLength={LONGEST_REASON}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Confirm>
  );
}
