// The one sign of "working on it". Decorative: whoever shows it also says it in words or with aria-busy.
import { cx } from "./cx";

/** A turning ring in the current text colour, 1 em wide unless `className` says otherwise. */
export function Spinner({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        "inline-block size-[1em] shrink-0 animate-spin rounded-full border-2 border-current border-r-transparent",
        className,
      )}
    />
  );
}
