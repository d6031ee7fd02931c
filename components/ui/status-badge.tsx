// An order's status as a badge: every status of the state machine has its words and its tone here.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "./badge";

const tones = {
  NEW: "brand",
  CONFIRMED: "info",
  PREPARING: "info",
  READY: "warning",
  PICKED_UP: "warning",
  ON_ROUTE: "warning",
  DELIVERED: "success",
  REJECTED: "danger",
  CANCELED_BY_USER: "danger",
  CANCELED_BY_VENDOR: "danger",
} as const satisfies Record<string, Tone>;

export type OrderStatus = keyof typeof tones;

const finished: ReadonlySet<OrderStatus> = new Set([
  "DELIVERED",
  "REJECTED",
  "CANCELED_BY_USER",
  "CANCELED_BY_VENDOR",
]);

/** The badge of an order's status; its dot breathes while the order is still under way. `children`: words for who reads it. */
export function StatusBadge({
  status,
  className,
  children,
}: {
  status: OrderStatus;
  className?: string;
  children?: ReactNode;
}) {
  const t = useTranslations("orders.status");
  return (
    <Badge tone={tones[status]} dot pulse={!finished.has(status)} className={className}>
      {children ?? t(status)}
    </Badge>
  );
}
