// How an order is paid, on one line: "Wallet + Cash at the door · Paid". Nothing is said of a payment that is still to come.
import { useTranslations } from "next-intl";
import type { Order } from "@/lib/orders/schema";

export function PaidBy({
  order,
}: {
  order: Pick<Order, "payment_method" | "payment_status" | "wallet_minor" | "total_minor">;
}) {
  const t = useTranslations("orders");
  const methods = [
    order.wallet_minor > 0 && t("payment.wallet"),
    order.wallet_minor < order.total_minor && t(`payment.${order.payment_method}`),
  ].filter(Boolean);
  const how = methods.join(" + ") || t(`payment.${order.payment_method}`);
  return order.payment_status === "pending" ? how : `${how} · ${t(`paymentStatus.${order.payment_status}`)}`;
}
