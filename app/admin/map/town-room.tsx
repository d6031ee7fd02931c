"use client";
// The map with its filters, kept fresh by re-reading; beside it the same as lists, which lead on.
import { MapPinOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ConnectionState } from "@/components/live/connection-state";
import { MapView } from "@/components/map/map";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { StatusBadge } from "@/components/ui/status-badge";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { Town } from "@/lib/desk/schema";
import { useLive } from "@/lib/live/use-live";
import { markersOf, SHOWS, type Show, shownOf } from "./shown";

const row =
  "flex min-h-11 flex-wrap items-center gap-x-3 px-4 py-1.5 hover:bg-surface-2 focus-visible:-outline-offset-2";

/** `initial` as the server read it, `first` the filter it opens with. */
export function TownRoom({ initial, first }: { initial: Town; first: Show }) {
  const t = useTranslations("desk.map");
  const errorText = useErrorText();
  const { data: town = initial, error, reload } = useResource<Town>("/api/admin/map", initial);
  const { state } = useLive({ topics: [], reread: reload });
  const [show, setShow] = useState<Show>(first);
  const shown = useMemo(() => shownOf(town, show), [town, show]);
  const markers = useMemo(() => markersOf(shown, ({ number }) => t("door", { number })), [shown, t]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-3">
        {/* biome-ignore lint/a11y/useSemanticElements: a row of filters, not a fieldset */}
        <div role="group" aria-label={t("show")} className="flex flex-wrap gap-2">
          {SHOWS.map((name) => (
            <Chip key={name} pressed={name === show} onClick={() => setShow(name)}>
              {t(name)} <span className="tabular-nums text-ink-3">{shownOf(town, name).orders.length}</span>
            </Chip>
          ))}
        </div>
        <ConnectionState state={state} className="ml-auto" />
      </div>
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
      {town.more && <Notice tone="info">{t("more")}</Notice>}
      {markers.length === 0 ? (
        <EmptyState icon={<MapPinOff />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <MapView label={t("label")} markers={markers} className="h-[55vh] min-h-80" />
      )}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Orders orders={shown.orders} />
        <Couriers couriers={shown.couriers} />
      </div>
    </div>
  );
}

function Orders({ orders }: { orders: Town["orders"] }) {
  const t = useTranslations("desk.map");
  return (
    <Card flush>
      <h2 className="border-b border-line px-4 py-3 text-lg">{t("orders", { count: orders.length })}</h2>
      <ul className="max-h-96 divide-y divide-line overflow-y-auto">
        {orders.map((order) => (
          <li key={order.id}>
            <Link href={`/admin/orders/${order.id}`} className={row}>
              <span className="font-bold tabular-nums">#{order.number}</span>
              <StatusBadge status={order.status} />
              <span className="min-w-0 flex-1 truncate text-ink-2">{order.branch.name}</span>
              {order.late && <Badge tone="danger">{t("lateBadge")}</Badge>}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Couriers({ couriers }: { couriers: Town["couriers"] }) {
  const t = useTranslations("desk.map");
  return (
    <Card flush>
      <h2 className="border-b border-line px-4 py-3 text-lg">{t("couriers", { count: couriers.length })}</h2>
      <ul className="max-h-96 divide-y divide-line overflow-y-auto">
        {couriers.map((courier) => (
          <li key={courier.id}>
            <Link href={`/admin/users/${courier.user_id}`} className={row}>
              <span className="font-semibold">{courier.full_name}</span>
              <span className="min-w-0 flex-1 truncate text-ink-2">{courier.vendor}</span>
              <span className="text-sm text-ink-2">{t("carries", { count: courier.active_orders })}</span>
              {!courier.position && <Badge>{t("noPosition")}</Badge>}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
