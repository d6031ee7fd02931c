// The courier's photographs of a delivery, as customer, courier, vendor and operator see them; each opens in full.
import { useLocale, useTranslations } from "next-intl";
import { formatClock } from "@/lib/format/time";
import type { Order } from "@/lib/orders/schema";

/** Nothing where there is none. */
export function DeliveryPhotos({ order }: { order: Pick<Order, "id" | "handover"> }) {
  const t = useTranslations("orders.handover.photos");
  const locale = useLocale();
  const photos = order.handover?.photos ?? [];
  if (photos.length === 0) return null;
  return (
    <ul aria-label={t("title")} className="flex flex-wrap gap-2" data-testid="delivery-photos">
      {photos.map(({ id, kind, at }) => {
        const path = `/api/orders/${order.id}/photos/${id}`;
        return (
          <li key={id}>
            <a href={path} target="_blank" rel="noreferrer" className="block rounded-md">
              {/* biome-ignore lint/performance/noImgElement: only who may see the order gets it, so no optimiser can fetch it */}
              <img
                src={path}
                alt={t(kind, { at: formatClock(at, locale) })}
                loading="lazy"
                className="size-24 rounded-md border border-line bg-surface-2 object-cover"
              />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
