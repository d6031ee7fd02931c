"use client";
// The vendor's disputes, newest first, page by page.
import { MessageSquareHeart } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card, SectionHeading } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import type { Dispute, DisputePage } from "@/lib/disputes/schema";
import { useLive } from "@/lib/live/use-live";
import { VendorDispute } from "./vendor-dispute";

/** `path` is the list's first page in the API, `initial` that page as the server read it. */
export function DisputeList({ path, initial }: { path: string; initial: DisputePage }) {
  const t = useTranslations("disputes");
  const tOrder = useTranslations("orders");
  const errorText = useErrorText();
  const pages = usePages<Dispute>(path, initial);
  const items = pages.items ?? [];
  useLive({ topics: [], reread: () => items.length <= initial.data.length && pages.reload() });
  return (
    <div className="grid grid-cols-1 gap-4">
      <SectionHeading level={1} title={t("waiting")} hint={t("waitingHint")} />
      {pages.error !== null && (
        <Notice tone="warning" live>
          {errorText(pages.error)}
        </Notice>
      )}
      {items.length === 0 ? (
        <EmptyState icon={<MessageSquareHeart />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        items.map((dispute) => (
          <Card key={dispute.id} className="grid gap-3">
            <h2 className="flex flex-wrap gap-x-3 text-lg">
              {tOrder("number", { number: dispute.order.number })}
              <span className="font-normal text-ink-2">{dispute.order.branch}</span>
            </h2>
            <VendorDispute
              dispute={dispute}
              onChanged={(next) => pages.set((now) => now.map((old) => (old.id === next.id ? next : old)))}
            />
          </Card>
        ))
      )}
      <LoadMore cursor={pages.cursor} pending={pages.loading} onMore={() => void pages.more()} />
    </div>
  );
}
