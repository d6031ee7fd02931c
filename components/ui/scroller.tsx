// What may be larger than its place and then scrolls: a table, a line of code, a long list. Focusable, so that arrow keys scroll it too.
import type { ReactNode } from "react";
import { cx } from "./cx";

/** `label` names what is inside. */
export function Scroller({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for controls; this is a window onto something large
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll it in every browser
    <div role="group" aria-label={label} tabIndex={0} className={cx("relative overflow-auto", className)}>
      {children}
    </div>
  );
}
