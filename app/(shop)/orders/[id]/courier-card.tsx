"use client";
// Who brings it: name, vehicle, how far, and a call. An old position is called old.
import { Phone } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TimeAgo, useNow } from "@/components/ui/clock";
import { formatDistance, metresBetween } from "@/lib/format/distance";
import { telephoneUrl } from "@/lib/format/telephone";
import type { Order } from "@/lib/orders/schema";
import { type CourierPosition, isStale } from "./position";

/** `position` is the courier's last known one; `address` where they ride to. */
export function CourierCard({
  courier,
  position,
  address,
}: {
  courier: NonNullable<Order["courier"]>;
  position: CourierPosition | null;
  address: Order["address"];
}) {
  const t = useTranslations("shop.track");
  const locale = useLocale();
  const now = useNow(5_000);
  return (
    <Card className="flex flex-wrap items-center gap-4">
      <Avatar name={courier.full_name} className="size-12" />
      <div className="min-w-0 flex-1 basis-44">
        <p className="font-semibold">{courier.full_name}</p>
        <p className="text-sm text-ink-2">
          {t(`vehicle.${courier.vehicle}`)}
          {position &&
            address &&
            ` · ${t("away", { distance: formatDistance(metresBetween(position, address), locale) })}`}
        </p>
        {position && isStale(position, now) && (
          <p className="text-sm text-warning" data-testid="courier-stale">
            {t("lastSeen")} <TimeAgo at={position.at} precise />
          </p>
        )}
      </div>
      {courier.phone && (
        <a
          href={telephoneUrl(courier.phone)}
          className={buttonClass({ variant: "secondary" })}
          aria-label={t("callNamed", { name: courier.full_name })}
        >
          <Phone aria-hidden className="size-4" />
          {t("call")}
        </a>
      )}
    </Card>
  );
}
