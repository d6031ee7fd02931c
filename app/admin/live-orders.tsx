"use client";
// The platform's orders, kept fresh by re-reading: there is no channel that carries everyone's orders, so the screen
// asks every five seconds and says so.
import { ClipboardList, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import { ConnectionState } from "@/components/live/connection-state";
import { useNow } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { SearchField } from "@/components/ui/search-field";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useLive } from "@/lib/live/use-live";
import type { Order, OrderPage } from "@/lib/orders/schema";
import { concernOf } from "./lateness";
import { OrderTable } from "./order-table";
import { type StatusChoice, StatusFilter } from "./status-filter";
import { usePages } from "./use-pages";

const LATENESS_MS = 10_000;

/** `path` is the list's first page in the API, `initial` that page as the server read it. */
export function LiveOrders({ path, initial }: { path: string; initial: z.infer<typeof OrderPage> }) {
  const t = useTranslations("admin.orders");
  const errorText = useErrorText();
  const { rows, cursor, error, reload, loadMore } = usePages<Order>(path, initial);
  const { state } = useLive({ topics: [], reread: reload });
  const now = useNow(LATENESS_MS);
  const [choice, setChoice] = useState<StatusChoice>("all");
  const [search, setSearch] = useState("");

  const concerned = new Set(rows.filter((order) => concernOf(order, now)).map(({ id }) => id));
  const wanted = search.replace(/\D/g, "");
  const shown = rows.filter(
    (order) =>
      (choice === "all" || (choice === "late" ? concerned.has(order.id) : order.status === choice)) &&
      order.number.includes(wanted),
  );

  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <SearchField label={t("search")} onSearch={setSearch} className="w-full sm:w-72" />
        <ConnectionState state={state} className="ml-auto" />
      </div>
      <StatusFilter
        rows={rows}
        late={concerned.size}
        more={cursor !== null}
        value={choice}
        onChange={setChoice}
      />
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={<ClipboardList />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState icon={<SearchX />} title={t("noMatch")}>
          {t(cursor ? "noMatchMore" : "noMatchHint")}
        </EmptyState>
      ) : (
        <OrderTable orders={shown} now={now} />
      )}
      <LoadMore cursor={cursor} pending={loadMore.pending} onMore={() => void loadMore.run()} />
    </div>
  );
}
