// The <main> of a customer page: the skip link's target, one measure wide.
import type { ReactNode } from "react";
import { cx } from "./ui/cx";

const widths = { narrow: "max-w-xl", reading: "max-w-3xl", wide: "max-w-6xl" } as const;

/** Wraps a page under `SiteHeader`. `width` is its measure. */
export function Page({
  width = "wide",
  className,
  children,
}: {
  width?: keyof typeof widths;
  className?: string;
  children: ReactNode;
}) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className={cx("mx-auto w-full px-4 py-5 pb-24 outline-none sm:py-8", widths[width], className)}
    >
      {children}
    </main>
  );
}
