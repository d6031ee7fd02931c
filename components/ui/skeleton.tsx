// The shape of what is loading. Skeletons are hidden from screen readers; wrap them in `Loading`, which says it once.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "./cx";

/** One grey block; give it the size of what will come. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("block animate-shimmer rounded-md bg-surface-2", className)} />;
}

/** Says "loading" to screen readers around skeletons. */
export function Loading({ children, className }: { children: ReactNode; className?: string }) {
  const t = useTranslations("common");
  return (
    <div role="status" aria-busy="true" className={className}>
      <span className="sr-only">{t("loading")}</span>
      {children}
    </div>
  );
}

/** In place of a part of a page that comes on its own: one block, of the height of what will come. */
export function LoadingBlock({ className }: { className: string }) {
  return (
    <Loading>
      <Skeleton className={cx("rounded-lg", className)} />
    </Loading>
  );
}
