// How something is paid, in words: at the door of a delivery, or at the counter of a pickup.
import { useTranslations } from "next-intl";
import type { Order } from "@/lib/orders/schema";

/** A function from a payment method to what people read. */
export function usePaymentWords(type: Order["type"]): (method: Order["payment_method"]) => string {
  const t = useTranslations("orders.payment");
  const counter = useTranslations("shop.checkout.atCounter");
  return (method) =>
    type === "pickup" && (method === "cash" || method === "card_on_delivery") ? counter(method) : t(method);
}
