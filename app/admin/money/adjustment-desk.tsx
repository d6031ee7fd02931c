"use client";
// Corrections of customers' credit in one state: those that wait for a second operator, and a new one.
import { BadgeCheck, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Adjustment } from "@/lib/wallet/schema";
import { usePages } from "../use-pages";
import { AdjustmentRow } from "./adjustment-row";
import { StateLinks } from "./state-links";

const AdjustmentSheet = lazySheet(() =>
  import("./adjustment-sheet").then((module) => module.AdjustmentSheet),
);
const DecisionDialog = lazySheet(() => import("./decision-dialog").then((module) => module.DecisionDialog));

/** `path` is the list's first page in the API, `initial` that page as the server read it; `limitMinor` needs two operators. */
export function AdjustmentDesk({
  status,
  statuses,
  path,
  initial,
  limitMinor,
}: {
  status: Adjustment["status"];
  statuses: readonly Adjustment["status"][];
  path: string;
  initial: { data: Adjustment[]; next_cursor: string | null };
  limitMinor: number;
}) {
  const t = useTranslations("admin.money.adjustments");
  const errorText = useErrorText();
  const router = useRouter();
  const { rows, cursor, error, reload, loadMore, put } = usePages<Adjustment>(path, initial);
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ row: Adjustment; decision: "approve" | "decline" } | null>(null);

  function changed() {
    void reload();
    router.refresh(); // the counts above
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <StateLinks
          section="adjustments"
          current={status}
          states={statuses.map((name) => ({ state: name, label: t(`status.${name}`) }))}
        />
        <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setAdding(true)}>
          {t("add")}
        </Button>
      </div>
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
      {rows.length === 0 ? (
        <EmptyState icon={<BadgeCheck aria-hidden />} title={t(`none.${status}`)}>
          {status === "awaiting" ? t("noneHint") : null}
        </EmptyState>
      ) : (
        <Card as="div" flush>
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <AdjustmentRow key={row.id} row={row} onDecide={(decision) => setAsked({ row, decision })} />
            ))}
          </ul>
        </Card>
      )}
      <LoadMore cursor={cursor} pending={loadMore.pending} onMore={() => void loadMore.run()} />
      <AdjustmentSheet
        open={adding}
        limitMinor={limitMinor}
        onClose={() => setAdding(false)}
        onDone={changed}
      />
      <DecisionDialog
        open={asked !== null}
        asked={asked}
        onClose={() => setAsked(null)}
        onDone={(row) => {
          put(row);
          changed();
        }}
        onStale={changed}
      />
    </div>
  );
}
