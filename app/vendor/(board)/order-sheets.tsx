"use client";
// The sheets over the board: an order's details, its unhappy end, its courier, its refund. They follow the live order by id.
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import type { Order } from "@/lib/orders/schema";
import { useLiveOrders } from "../_orders/live-orders";
import { CourierSheet } from "./courier-sheet";
import { EndSheet } from "./end-sheet";
import { OrderSheet } from "./order-sheet";

const RefundSheet = lazySheet(() =>
  import("@/components/refund/refund-sheet").then((module) => module.RefundSheet),
);

export type OpenSheet = { kind: "detail" | "end" | "courier" | "refund"; id: string };

export function OrderSheets({
  sheet,
  onSheet,
}: {
  open: boolean;
  sheet: OpenSheet | null;
  onSheet: (sheet: OpenSheet | null) => void;
}) {
  const { find, readOne } = useLiveOrders();
  /** An order of the past is not among the live ones until it has been read again. */
  const [asked, setAsked] = useState<Order | null>(null);
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
        onRefund={(of) => {
          setAsked(of);
          onSheet({ kind: "refund", id: of.id });
        }}
      />
      <EndSheet order={sheet?.kind === "end" ? order : null} onClose={back} />
      <CourierSheet order={sheet?.kind === "courier" ? order : null} onClose={back} />
      <RefundSheet
        open={sheet?.kind === "refund"}
        order={order ?? asked}
        onClose={() => onSheet(asked && { kind: "detail", id: asked.id })}
        onChanged={() => asked && void readOne(asked.id)}
      />
    </>
  );
}
