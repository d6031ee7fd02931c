"use client";
// How an order stands, in words for the customer: what is fetched is waited for differently than what is brought.
import { useTranslations } from "next-intl";
import type { Order } from "@/lib/orders/schema";

/** A function from an order's type and status to what its customer reads. */
export function useStatusWords(): (order: Pick<Order, "type" | "status">) => string {
  const t = useTranslations("shop.track");
  return ({ type, status }) => t(`${type === "pickup" ? "pickupStatus" : "status"}.${status}`);
}
