"use client";
// The actions in the details' footer: what the order allows, and its ticket.
import { Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { refundable } from "@/lib/orders/payment";
import type { Order } from "@/lib/orders/schema";
import { useLiveOrders } from "../_orders/live-orders";
import { canAssign, lacksCourier, nextStep, unhappyEnd } from "../_orders/steps";
import { PrepPicker, usePrep } from "./prep-picker";

export function SheetActions({
  order,
  onEnd,
  onCourier,
  onRefund,
}: {
  order: Order;
  onEnd: (order: Order) => void;
  onCourier: (order: Order) => void;
  onRefund: (order: Order) => void;
}) {
  const t = useTranslations("vendor");
  const { move, print, pending, rights } = useLiveOrders();
  const prep = usePrep(order);
  const step = nextStep(order);
  const end = unhappyEnd(order);
  const busy = pending.has(order.id);
  return (
    <>
      {end && (
        <Button variant="danger-quiet" className="mr-auto" disabled={busy} onClick={() => onEnd(order)}>
          {t(`step.${end}`)}
        </Button>
      )}
      <Button
        variant="secondary"
        icon={<Printer aria-hidden className="size-4" />}
        onClick={() => print(order)}
      >
        {t("ticket.print")}
      </Button>
      {rights.includes("money") && refundable(order) > 0 && (
        <Button variant="secondary" data-testid="refund" onClick={() => onRefund(order)}>
          {t("refund.action")}
        </Button>
      )}
      {canAssign(order) && (
        <Button
          variant={lacksCourier(order) ? "primary" : "secondary"}
          disabled={busy}
          onClick={() => onCourier(order)}
        >
          {order.courier ? t("assign.change") : t("assign.action")}
        </Button>
      )}
      {step === "CONFIRMED" && <PrepPicker {...prep} />}
      {step && (
        <Button
          pending={busy}
          onClick={() =>
            void move(order, { to: step, ...(step === "CONFIRMED" && { prep_minutes: prep.minutes }) })
          }
        >
          {t(`step.${step}`)}
        </Button>
      )}
    </>
  );
}
