// A choice that is a word in a pill: a filter that is on or off, a reason that is taken over.
import type { ReactNode } from "react";
import { cx } from "./cx";

/** A button that is pressed or not. */
export function Chip({
  pressed,
  onClick,
  children,
}: {
  pressed: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={cx(
        "inline-flex min-h-control items-center gap-1.5 rounded-full border px-3.5 text-sm font-medium transition-colors",
        pressed
          ? "border-brand-ink bg-brand-soft text-brand-ink"
          : "border-line-control/60 hover:bg-surface-2",
      )}
    >
      {children}
    </button>
  );
}
