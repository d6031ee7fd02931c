"use client";
// Delivered orders and what each leaves the vendor: those still to be paid out, or all.
import { ReceiptText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { NoticeLater } from "@/components/ui/notice-later";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import type { Payable } from "@/lib/settlement/schema";
import { PayableCards } from "./payable-cards";
import { PayableTable } from "./payable-table";

/** `initial` is the first page of what is still to be paid out, `pageSize` its size. */
export function PayableList({
  pageSize,
  initial,
}: {
  pageSize: number;
  initial: { data: Payable[]; next_cursor: string | null };
}) {
  const t = useTranslations("vendor.money.orders");
  const errorText = useErrorText();
  const [all, setAll] = useState(false);
  const path = `/api/vendor/payables?limit=${pageSize}${all ? "" : "&open=true"}`;
  const { items = [], cursor, error, loading, more } = usePages<Payable>(path, initial);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <fieldset className="flex flex-wrap gap-2">
        <legend className="sr-only">{t("filter")}</legend>
        <Chip pressed={!all} onClick={() => setAll(false)}>
          {t("open")}
        </Chip>
        <Chip pressed={all} onClick={() => setAll(true)}>
          {t("all")}
        </Chip>
      </fieldset>
      {error !== null && (
        <NoticeLater tone="warning" live>
          {errorText(error)}
        </NoticeLater>
      )}
      {items.length === 0 && !loading ? (
        <EmptyState icon={<ReceiptText aria-hidden />} title={t(all ? "none" : "noneOpen")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <Card as="div" flush aria-busy={loading} className={loading ? "opacity-70" : undefined}>
          <PayableTable lines={items} open={all} caption={t("caption")} />
          <PayableCards lines={items} open={all} />
        </Card>
      )}
      <LoadMore cursor={cursor} pending={loading} onMore={() => void more()} />
    </div>
  );
}
