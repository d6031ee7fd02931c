// What may be wider than its place and then scrolls sideways: a table, a line of code. Focusable, so that arrow keys scroll it too.
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
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is for controls; this is a window onto something wide
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll it in every browser
    <div role="group" aria-label={label} tabIndex={0} className={cx("relative overflow-x-auto", className)}>
      {children}
    </div>
  );
}
