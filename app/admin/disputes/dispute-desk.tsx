"use client";
// The list of disputes with the way to decide each.
import { MessageSquareHeart } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DisputeText } from "@/components/disputes/dispute-text";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Dispute, DisputePage } from "@/lib/disputes/schema";
import { useLive } from "@/lib/live/use-live";
import { usePages } from "../use-pages";

const DecisionSheet = lazySheet(() => import("./decision-sheet").then((module) => module.DecisionSheet));

/** `path` is the list's first page in the API, `initial` that page as the server read it. */
export function DisputeDesk({ path, initial }: { path: string; initial: DisputePage }) {
  const t = useTranslations("desk.disputes");
  const errorText = useErrorText();
  const { rows, cursor, error, reload, loadMore, put } = usePages<Dispute>(path, initial);
  const [deciding, setDeciding] = useState<Dispute | null>(null);
  const [open, setOpen] = useState(false);
  useLive({ topics: [], reread: () => !open && reload() });
  return (
    <div className="grid grid-cols-1 gap-4">
      {error !== null && (
        <Notice tone="warning" live>
          {errorText(error)}
        </Notice>
      )}
      {rows.length === 0 && (
        <EmptyState icon={<MessageSquareHeart />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      )}
      {rows.map((dispute) => (
        <Card key={dispute.id} className="grid gap-3">
          <div className="flex flex-wrap items-center gap-x-4">
            <Link
              href={`/admin/orders/${dispute.order.id}`}
              className="inline-flex min-h-11 items-center font-bold text-brand-ink hover:underline"
            >
              {t("order", { number: dispute.order.number })}
            </Link>
            <Link
              href={`/admin/users/${dispute.customer.id}`}
              className="inline-flex min-h-11 items-center text-brand-ink hover:underline"
            >
              {dispute.customer.full_name}
            </Link>
            <span className="text-ink-2">{dispute.order.branch}</span>
            {dispute.state !== "resolved" && (
              <Button
                size="sm"
                className="sm:ml-auto"
                onClick={() => {
                  setDeciding(dispute);
                  setOpen(true);
                }}
              >
                {t("decide")}
              </Button>
            )}
          </div>
          <DisputeText dispute={dispute} />
          {dispute.state === "open" && <p className="text-sm text-ink-3">{t("noAnswer")}</p>}
        </Card>
      ))}
      <LoadMore cursor={cursor} pending={loadMore.pending} onMore={() => void loadMore.run()} />
      <DecisionSheet open={open} dispute={deciding} onClose={() => setOpen(false)} onDecided={put} />
    </div>
  );
}
