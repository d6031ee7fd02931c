"use client";
// The buttons of an order: the next step, the courier, the unhappy end. Only what the API allows; above the card's own click.
import { Bike, Printer, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Order } from "@/lib/orders/schema";
import { useDeeds } from "../_orders/live-orders";
import { canAssign, lacksCourier, nextStep, unhappyEnd } from "../_orders/steps";
import { PrepPicker, usePrep } from "./prep-picker";

export function CardActions({
  order,
  pending,
  onEnd,
  onCourier,
}: {
  order: Order;
  /** A step of it is under way. */
  pending: boolean;
  onEnd: (order: Order) => void;
  onCourier: (order: Order) => void;
}) {
  const t = useTranslations("vendor");
  const { move, print } = useDeeds();
  const prep = usePrep(order);
  const step = nextStep(order);
  const end = unhappyEnd(order);
  const assignable = canAssign(order) && !pending;
  if (!step && !end && !assignable) return null;
  const named = (action: string) => t("step.withNumber", { action, number: order.number });
  const courierLabel = order.courier ? t("assign.change") : t("assign.action");
  return (
    <div className="relative grid gap-2">
      {step === "CONFIRMED" && <PrepPicker {...prep} />}
      <div className="flex flex-wrap justify-end gap-1.5">
        {step && (
          <Button
            size="sm"
            variant={order.status === "READY" || order.status === "NEW" ? "primary" : "secondary"}
            aria-label={named(t(`step.${step}`))}
            className="min-w-0 flex-1 basis-24"
            onClick={() =>
              void move(order, { to: step, ...(step === "CONFIRMED" && { prep_minutes: prep.minutes }) })
            }
          >
            {t(`step.${step}`)}
          </Button>
        )}
        {assignable && !step && (
          <Button
            size="sm"
            variant={lacksCourier(order) ? "primary" : "secondary"}
            aria-label={named(courierLabel)}
            className="min-w-0 flex-1 basis-24"
            onClick={() => onCourier(order)}
          >
            {courierLabel}
          </Button>
        )}
        <span className="flex gap-1.5">
          {assignable && step && (
            <IconButton
              label={named(courierLabel)}
              tone={order.courier ? "plain" : "outline"}
              icon={<Bike aria-hidden className="size-4.5" />}
              className="size-control-sm"
              onClick={() => onCourier(order)}
            />
          )}
          {order.status !== "NEW" && (
            <IconButton
              label={named(t("ticket.print"))}
              icon={<Printer aria-hidden className="size-4.5" />}
              className="size-control-sm"
              onClick={() => print(order)}
            />
          )}
          {end && (
            <IconButton
              label={named(t(`step.${end}`))}
              icon={<X aria-hidden className="size-4.5" />}
              className="size-control-sm"
              onClick={() => onEnd(order)}
            />
          )}
        </span>
      </div>
    </div>
  );
}
