"use client";
// Canceling, while the state machine allows it. If the kitchen was faster, the screen says how the order stands instead.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Order } from "@/lib/orders/schema";
import { awaitsPayment } from "../unpaid";

/** `onChange` gets the order as it is now; `onStale` is called when a refusal did not say. */
export function CancelOrder({
  order,
  onChange,
  onStale,
}: {
  order: Order;
  onChange: (order: Order) => void;
  onStale: () => unknown;
}) {
  const t = useTranslations("shop.track.cancel");
  const toast = useToast();
  const errorText = useErrorText();
  const [asking, setAsking] = useState(false);

  const cancel = useAction(async () => {
    try {
      onChange(
        await api.post<Order>(`/api/orders/${order.id}/transitions`, {
          to: "CANCELED_BY_USER",
          version: order.version,
        }),
      );
    } catch (error) {
      const moved =
        error instanceof ApiError && error.status === 409
          ? (error.details.current as Order | undefined)
          : undefined;
      if (moved) onChange(moved);
      else void onStale();
      toast({ title: errorText(error), tone: "danger" });
    } finally {
      setAsking(false);
    }
  });

  if (!order.allowed_transitions.includes("CANCELED_BY_USER")) return null;
  return (
    <>
      <Button variant="danger-quiet" className="justify-self-start" onClick={() => setAsking(true)}>
        {t("action")}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => cancel.run()}
        pending={cancel.pending}
        title={t("title")}
        confirmLabel={t("confirm")}
      >
        <p>
          {awaitsPayment(order) ? t("bodyUnpaid") : t("body", { vendor: order.branch.vendor.name })}{" "}
          {order.paid_minor > 0 && t("bodyPaid")}
        </p>
      </Confirm>
    </>
  );
}
