"use client";
// The sheets over the board: an order's details, its unhappy end, its courier. They follow the live order by id.
import type { Order } from "@/lib/orders/schema";
import { useLiveOrders } from "../_orders/live-orders";
import { CourierSheet } from "./courier-sheet";
import { EndSheet } from "./end-sheet";
import { OrderSheet } from "./order-sheet";

export type OpenSheet = { kind: "detail" | "end" | "courier"; id: string };

export function OrderSheets({
  sheet,
  onSheet,
}: {
  open: boolean;
  sheet: OpenSheet | null;
  onSheet: (sheet: OpenSheet | null) => void;
}) {
  const { find } = useLiveOrders();
  const order = (sheet && find(sheet.id)) ?? null;

  const back = () => onSheet(null);
  const open = (kind: OpenSheet["kind"]) => (of: Order) => onSheet({ kind, id: of.id });
  return (
    <>
      <OrderSheet
        id={sheet?.kind === "detail" ? sheet.id : null}
        live={order}
        onClose={back}
        onEnd={open("end")}
        onCourier={open("courier")}
      />
      <EndSheet order={sheet?.kind === "end" ? order : null} onClose={back} />
      <CourierSheet order={sheet?.kind === "courier" ? order : null} onClose={back} />
    </>
  );
}
