"use client";
// Says how orders have moved, for who does not see their cards go from column to column: by whose hand does not matter.
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { Order } from "@/lib/orders/schema";

/** The last moves in words, empty until there is one. `orders` are under way; `find` also knows one that has just ended. */
export function useMoves(orders: readonly Order[], find: (id: string) => Order | undefined): string {
  const t = useTranslations("vendor.live");
  const status = useTranslations("orders.status");
  const known = useRef(new Map(orders.map((order) => [order.id, order.status])));
  const [moves, setMoves] = useState("");

  useEffect(() => {
    const now = new Map(orders.map((order) => [order.id, order]));
    const moved = [...known.current].flatMap(([id, was]) => {
      const order = now.get(id) ?? find(id);
      return order && order.status !== was ? [order] : [];
    });
    known.current = new Map(orders.map((order) => [order.id, order.status]));
    if (moved.length === 0) return;
    const words = moved.map((order) => t("moved", { number: order.number, status: status(order.status) }));
    setMoves(words.join(", "));
  }, [orders, find, t, status]);
  return moves;
}
