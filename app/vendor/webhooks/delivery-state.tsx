// How a delivery stands.
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Delivery } from "@/lib/webhooks/schema";

export function DeliveryState({ state }: { state: Delivery["state"] }) {
  const t = useTranslations("webhooks.log.state");
  const tone = { pending: "info", delivered: "success", failed: "danger" } as const;
  return (
    <Badge dot pulse={state === "pending"} tone={tone[state]}>
      {t(state)}
    </Badge>
  );
}
