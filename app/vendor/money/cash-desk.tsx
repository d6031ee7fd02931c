"use client";
// The till: what each courier carries, taking it in, and what was taken in before.
import { Banknote } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card, SectionHeading } from "@/components/ui/card";
import { TimeAgo } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { NoticeLater } from "@/components/ui/notice-later";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import { useResource } from "@/lib/browser/use-resource";
import type { CourierCash, HandIn } from "@/lib/settlement/schema";
import { HandInHistory } from "./hand-in-history";

const HandInSheet = lazySheet(() => import("./hand-in-sheet").then((module) => module.HandInSheet));

/** `couriers` and `handIns` are what the server read; `pageSize` is that of the hand-ins. */
export function CashDesk({
  couriers,
  handIns,
  pageSize,
}: {
  couriers: { data: CourierCash[] };
  handIns: { data: HandIn[]; next_cursor: string | null };
  pageSize: number;
}) {
  const t = useTranslations("vendor.money.cash");
  const errorText = useErrorText();
  const router = useRouter();
  const carried = useResource<{ data: CourierCash[] }>("/api/vendor/cash", couriers);
  const history = usePages<HandIn>(`/api/vendor/cash/hand-ins?limit=${pageSize}`, handIns);
  const [counting, setCounting] = useState<CourierCash | null>(null);
  const rows = carried.data?.data ?? [];
  const error = carried.error ?? history.error;

  function readAgain() {
    void Promise.all([carried.reload(), history.reload()]);
    router.refresh(); // the figures above
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-2">
      <section className="grid gap-3">
        <SectionHeading title={t("title")} hint={t("hint")} />
        {error !== null && (
          <NoticeLater tone="warning" live>
            {errorText(error)}
          </NoticeLater>
        )}
        {rows.length === 0 ? (
          <EmptyState icon={<Banknote aria-hidden />} title={t("none")}>
            {t("noneHint")}
          </EmptyState>
        ) : (
          <Card as="div" flush>
            <ul className="divide-y divide-line">
              {rows.map((row) => (
                <CourierRow key={row.courier_id} row={row} onCount={() => setCounting(row)} />
              ))}
            </ul>
          </Card>
        )}
      </section>
      <HandInHistory {...history} />
      <HandInSheet
        open={counting !== null}
        carried={counting}
        onClose={() => setCounting(null)}
        onDone={readAgain}
      />
    </div>
  );
}

function CourierRow({ row, onCount }: { row: CourierCash; onCount: () => void }) {
  const t = useTranslations("vendor.money.cash");
  return (
    <li
      data-testid="courier-cash"
      data-courier-id={row.courier_id}
      data-minor={row.cash_minor}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3"
    >
      <Avatar name={row.full_name} />
      <div className="min-w-0 flex-1 basis-32">
        <p className="truncate font-semibold">{row.full_name}</p>
        <p className="text-sm text-ink-3">
          {t("orders", { count: row.orders })}
          {row.since && (
            <>
              {" · "}
              {t("since")} <TimeAgo at={row.since} />
            </>
          )}
        </p>
      </div>
      {row.orders > 0 && (
        <>
          <Money minor={row.cash_minor} className="font-semibold" />
          <Button
            size="sm"
            variant="secondary"
            className="max-sm:w-full"
            aria-label={t("takeFrom", { name: row.full_name })}
            onClick={onCount}
          >
            {t("take")}
          </Button>
        </>
      )}
    </li>
  );
}
