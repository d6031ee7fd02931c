"use client";
// Coupons, newest first: a page, and below it the next when somebody asks for it.
import { useState } from "react";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useResource } from "@/lib/browser/use-resource";
import type { Coupon, CouponPage } from "@/lib/promotions/schema";
import { CouponRow } from "./coupon-row";

/** The page after `cursor` of the list at `path`. */
export function LaterCoupons({
  path,
  cursor,
  onUses,
}: {
  path: string;
  cursor: string;
  onUses: (coupon: Coupon) => void;
}) {
  const errorText = useErrorText();
  const page = useResource<CouponPage>(`${path}?cursor=${encodeURIComponent(cursor)}`);
  if (page.error !== null) {
    return (
      <ErrorState
        message={errorText(page.error)}
        onRetry={() => void page.reload()}
        retrying={page.loading}
      />
    );
  }
  if (!page.data) {
    return (
      <Loading>
        <Skeleton className="h-24" />
      </Loading>
    );
  }
  return <CouponRows path={path} page={page.data} onPage={page.mutate} onUses={onUses} />;
}

/** A page's rows; `onPage` gets the page with a row that has changed. */
export function CouponRows({
  path,
  page,
  onPage,
  onUses,
}: {
  path: string;
  page: CouponPage;
  onPage: (page: CouponPage) => void;
  onUses: (coupon: Coupon) => void;
}) {
  const [more, setMore] = useState(false);
  const put = (changed: Coupon) =>
    onPage({ ...page, data: page.data.map((old) => (old.id === changed.id ? changed : old)) });
  return (
    <>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-card">
        {page.data.map((coupon) => (
          <CouponRow
            key={coupon.id}
            coupon={coupon}
            path={path}
            onChanged={put}
            onUses={() => onUses(coupon)}
          />
        ))}
      </ul>
      {page.next_cursor !== null &&
        (more ? (
          <LaterCoupons path={path} cursor={page.next_cursor} onUses={onUses} />
        ) : (
          <LoadMore cursor={page.next_cursor} onMore={() => setMore(true)} />
        ))}
    </>
  );
}
