"use client";
// The coupons of a vendor or of the platform: the list, a new one, and who used one.
import { Plus, TicketPercent } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { NoticeLater } from "@/components/ui/notice-later";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import type { Coupon, CouponPage } from "@/lib/promotions/schema";
import { CouponRow } from "./coupon-row";

const CouponSheet = lazySheet(() => import("./coupon-sheet").then((module) => module.CouponSheet));
const UsesSheet = lazySheet(() => import("./uses-sheet").then((module) => module.UsesSheet));

/** `path` is the list's address in the API, `initial` its first page; `platform`: the operator's, which may be good everywhere. */
export function CouponDesk({
  path,
  initial,
  platform,
}: {
  path: string;
  initial: CouponPage;
  platform: boolean;
}) {
  const t = useTranslations("promotions");
  const errorText = useErrorText();
  const { items: coupons = [], cursor, error, loading, reload, more, set } = usePages<Coupon>(path, initial);
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<Coupon | null>(null);
  const add = (
    <Button
      icon={<Plus aria-hidden className="size-4" />}
      data-testid="coupon-new"
      onClick={() => setAdding(true)}
    >
      {t("add")}
    </Button>
  );
  const isEmpty = coupons.length === 0;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <SectionHeading
        level={1}
        title={t("title")}
        hint={!isEmpty && t(platform ? "hintPlatform" : "hintVendor")}
        actions={!isEmpty && add}
      />
      {error !== null && (
        <NoticeLater tone="warning" live>
          {errorText(error)}
        </NoticeLater>
      )}
      {isEmpty ? (
        <EmptyState icon={<TicketPercent aria-hidden />} title={t("empty")} action={add}>
          {t(platform ? "hintPlatform" : "hintVendor")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-card">
          {coupons.map((coupon) => (
            <CouponRow
              key={coupon.id}
              coupon={coupon}
              path={path}
              onChanged={(changed) => set((now) => now.map((old) => (old.id === changed.id ? changed : old)))}
              onUses={() => setShown(coupon)}
            />
          ))}
        </ul>
      )}
      <LoadMore cursor={cursor} pending={loading} onMore={() => void more()} />
      <CouponSheet
        open={adding}
        path={path}
        platform={platform}
        onClose={() => setAdding(false)}
        onSaved={() => void reload()}
      />
      <UsesSheet open={shown !== null} path={path} coupon={shown} onClose={() => setShown(null)} />
    </div>
  );
}
