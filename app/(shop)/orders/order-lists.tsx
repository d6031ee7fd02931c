"use client";
// Active orders stay live; past ones come by the page. When an active order ends, both lists are read again.
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { lazily } from "@/components/lazily";
import { ConnectionState } from "@/components/live/connection-state";
import { SectionHeading } from "@/components/ui/card";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import { useLive } from "@/lib/live/use-live";
import { isOldNews } from "@/lib/live/version";
import type { OrderPage } from "@/lib/orders/schema";
import { OrderCard } from "./order-card";

type Orders = z.infer<typeof OrderPage>;

const NoOrders = lazily(() => import("./no-orders").then((module) => module.NoOrders));
const LoadMore = lazily(() => import("@/components/ui/load-more").then((module) => module.LoadMore));
const ErrorState = lazily(() => import("@/components/ui/error-state").then((module) => module.ErrorState));

/** `active` and the first page of `past`, as the server read them. */
export function OrderLists({ active: initial, past: first }: { active: Orders; past: Orders }) {
  const t = useTranslations("shop.orders");
  const errorText = useErrorText();
  const active = useResource<Orders>("/api/orders?status=active&limit=50", initial);
  const [pages, setPages] = useState([first]);
  const orders = active.data?.data ?? [];

  async function rereadPast() {
    setPages([await api.get<Orders>("/api/orders?status=past&limit=10")]);
  }
  async function reread() {
    const before = orders.length;
    await active.reload();
    if (before > 0) await rereadPast().catch(() => null); // the next re-read tries again
  }
  const { state } = useLive({
    topics: orders.map(({ id }) => `order:${id}`),
    onMessage: ({ topic, payload }) => {
      const order = orders.find(({ id }) => topic === `order:${id}`);
      if (typeof payload.version === "number" && !isOldNews(order?.version, payload.version)) void reread();
    },
    reread: () => (orders.length > 0 ? reread() : undefined),
  });

  const cursor = pages.at(-1)?.next_cursor ?? null;
  const more = useAction(async () => {
    const next = await api.get<Orders>(
      `/api/orders?status=past&limit=10&cursor=${encodeURIComponent(cursor ?? "")}`,
    );
    setPages((now) => [...now, next]);
  });
  const past = pages.flatMap(({ data }) => data).filter(({ id }) => !orders.some((order) => order.id === id));

  if (orders.length === 0 && past.length === 0) return <NoOrders />;
  return (
    <div className="grid gap-8">
      {orders.length > 0 && (
        <section>
          <SectionHeading title={t("active")} actions={<ConnectionState state={state} />} className="mb-3" />
          <ul className="grid gap-3">
            {orders.map((order) => (
              <OrderCard key={order.id} order={order} active />
            ))}
          </ul>
        </section>
      )}
      {past.length > 0 && (
        <section>
          <SectionHeading title={t("past")} className="mb-3" />
          <ul className="grid gap-3">
            {past.map((order) => (
              <OrderCard key={order.id} order={order} />
            ))}
          </ul>
          {more.error ? (
            <ErrorState message={errorText(more.error)} onRetry={() => more.run()} retrying={more.pending} />
          ) : (
            cursor && <LoadMore cursor={cursor} pending={more.pending} onMore={() => more.run()} />
          )}
        </section>
      )}
    </div>
  );
}
