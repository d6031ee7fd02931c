// A pickup: where to go, and the number to say at the counter.

import { Navigation, Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { telephoneUrl } from "@/lib/format/telephone";
import type { Order } from "@/lib/orders/schema";

/** Directions open in the device's own maps. */
export function PickupCard({ order }: { order: Order }) {
  const t = useTranslations("shop.track");
  const { branch } = order;
  return (
    <Card className="grid gap-4">
      <div>
        <p className="text-sm text-ink-2">{t("pickupNumber")}</p>
        <p
          className="font-display text-3xl font-extrabold tracking-wide tabular-nums"
          data-testid="pickup-number"
        >
          {order.number}
        </p>
      </div>
      <div>
        <p className="font-semibold">{branch.name}</p>
        <p className="text-ink-2">{branch.address_text}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <a
          href={`https://www.google.com/maps/dir/?api=1&destination=${branch.lat},${branch.lng}`}
          target="_blank"
          rel="noreferrer"
          className={buttonClass({ variant: "secondary" })}
        >
          <Navigation aria-hidden className="size-4" />
          {t("directions")}
        </a>
        {branch.phone && (
          <a href={telephoneUrl(branch.phone)} className={buttonClass({ variant: "ghost" })}>
            <Phone aria-hidden className="size-4" />
            {t("callBranch")}
          </a>
        )}
      </div>
    </Card>
  );
}
