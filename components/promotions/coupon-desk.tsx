"use client";
// The coupons of a vendor or of the platform: the list, a new one, and who used one.
import { Plus, TicketPercent } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { NoticeLater } from "@/components/ui/notice-later";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { Coupon, CouponPage } from "@/lib/promotions/schema";
import { CouponRows } from "./coupon-pages";

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
  const { data: page = initial, error, reload, mutate } = useResource<CouponPage>(path, initial);
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
  const isEmpty = page.data.length === 0;
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
        <CouponRows key={page.data[0]?.id} path={path} page={page} onPage={mutate} onUses={setShown} />
      )}
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
