// One endpoint in the list: where it is, what it is told, how its last message fared.
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TimeAgo } from "@/components/ui/clock";
import type { Endpoint } from "@/lib/webhooks/schema";
import { DeliveryState } from "./delivery-state";
import { EndpointState } from "./endpoint-state";

export function EndpointCard({ endpoint }: { endpoint: Endpoint }) {
  const t = useTranslations("webhooks");
  const last = endpoint.last_delivery;
  return (
    <Card as="li" flush data-testid="webhook">
      <Link
        href={`/vendor/webhooks/${endpoint.id}`}
        className="flex h-full items-center gap-3 p-4 hover:bg-surface-2 focus-visible:-outline-offset-2"
      >
        <span className="grid min-w-0 flex-1 gap-2">
          <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
            <span className="min-w-0 truncate font-semibold">{endpoint.description || endpoint.url}</span>
            <EndpointState endpoint={endpoint} />
          </span>
          {endpoint.description && (
            <span className="truncate font-mono text-sm text-ink-2">{endpoint.url}</span>
          )}
          <span className="flex flex-wrap gap-1.5">
            {endpoint.event_types.map((type) => (
              <Badge key={type}>{t(`event.${type}`)}</Badge>
            ))}
          </span>
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-3">
            {last ? (
              <>
                {t("last")} <TimeAgo at={last.at} /> <DeliveryState state={last.state} />
              </>
            ) : (
              t("never")
            )}
          </span>
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" />
      </Link>
    </Card>
  );
}
