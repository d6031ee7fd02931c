// Whose change won over ours, in words, as the order's timeline has it. Fetched only when that happens.
import type { useTranslations } from "next-intl";
import { api } from "@/lib/browser/api";
import type { Order, OrderEvent } from "@/lib/orders/schema";

/** The sentence about the last change of `current`; null when the timeline is empty. Throws ApiError. */
export async function whoWasFaster(
  current: Order,
  t: ReturnType<typeof useTranslations<"vendor.live">>,
  status: ReturnType<typeof useTranslations<"orders.status">>,
): Promise<string | null> {
  const events = await api.get<{ data: OrderEvent[] }>(`/api/orders/${current.id}/events?limit=50`);
  const last = events.data.at(-1);
  if (!last) return null;
  const role = last.actor.role as "vendor";
  const who = t.has(`who.${role}`) ? t(`who.${role}`) : t("who.admin");
  const name = last.actor.name ? `${last.actor.name} (${who})` : who;
  const values = { name, number: current.number, status: status(current.status) };
  return last.type === "order.courier_assigned" ? t("fasterCourier", values) : t("faster", values);
}
