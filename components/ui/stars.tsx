// One to five stars that somebody gave.
import { Star } from "lucide-react";
import { cx } from "./cx";

/** `label` says the same in words. */
export function Stars({ value, label, className }: { value: number; label: string; className?: string }) {
  return (
    <span className={cx("inline-flex", className)}>
      <span className="sr-only">{label}</span>
      {[1, 2, 3, 4, 5].map((star) => (
        <Star
          key={star}
          aria-hidden
          className={cx("size-4", star <= value ? "fill-warning text-warning" : "text-line-control")}
        />
      ))}
    </span>
  );
}
