"use client";
// Who used a coupon, newest first, and what it took off; a use whose order ended unhappily counts no more.
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Clock } from "@/components/ui/clock";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { Money } from "@/components/ui/money";
import { Sheet } from "@/components/ui/sheet";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/browser/use-error-text";
import { usePages } from "@/lib/browser/use-pages";
import type { Coupon, Redemption } from "@/lib/promotions/schema";

/** The uses of `coupon` (null: closed). */
export function UsesSheet({
  open,
  path,
  coupon,
  onClose,
}: {
  open: boolean;
  path: string;
  coupon: Coupon | null;
  onClose: () => void;
}) {
  const t = useTranslations("promotions");
  return (
    <Sheet open={open} onClose={onClose} title={coupon && t("usesOf", { code: coupon.code })}>
      {coupon && <Uses key={`${coupon.id} ${coupon.redeemed}`} path={`${path}/${coupon.id}/redemptions`} />}
    </Sheet>
  );
}

function Uses({ path }: { path: string }) {
  const t = useTranslations("promotions");
  const errorText = useErrorText();
  const { items, cursor, error, loading, more, retry } = usePages<Redemption>(path);
  const failure = error !== null && (
    <ErrorState message={errorText(error)} onRetry={() => void retry()} retrying={loading} />
  );
  if (!items) {
    if (failure) return failure;
    return (
      <Loading className="grid gap-2">
        <Skeleton className="h-11" />
        <Skeleton className="h-11" />
      </Loading>
    );
  }
  if (items.length === 0) return <p className="py-4 text-center text-ink-2">{t("noUses")}</p>;
  return (
    <>
      <ul className="divide-y divide-line">
        {items.map((use) => (
          <li
            key={use.id}
            data-testid="coupon-use"
            className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5"
          >
            <span className="min-w-0 flex-1 basis-40">
              <span className="font-semibold tabular-nums">#{use.order_number}</span>{" "}
              <span className="break-words">{use.customer}</span>
              <Clock at={use.at} date className="block text-sm text-ink-3" />
            </span>
            {use.released_at && <Badge>{t("released")}</Badge>}
            <Money
              minor={use.amount_minor}
              className={use.released_at ? "text-ink-3 line-through" : "font-semibold"}
            />
          </li>
        ))}
      </ul>
      {failure || <LoadMore cursor={cursor} pending={loading} onMore={() => void more()} />}
    </>
  );
}
