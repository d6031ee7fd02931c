// Surfaces: a Card, and a SectionHeading for what stands above one.
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

/** A raised surface. `flush` leaves the padding to the children (lists, pictures). */
export function Card({
  as: Tag = "section",
  flush,
  className,
  ...rest
}: ComponentProps<"section"> & { as?: "section" | "article" | "div" | "li" | "form"; flush?: boolean }) {
  const Element = Tag as "section";
  return (
    <Element
      {...rest}
      className={cx(
        "rounded-lg border border-line bg-surface shadow-card",
        flush ? "overflow-hidden" : "p-4 sm:p-5",
        className,
      )}
    />
  );
}

/** A section's heading with an optional line below and actions at the right. `level` is the heading's rank. */
export function SectionHeading({
  title,
  hint,
  actions,
  level = 2,
  className,
}: {
  title: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
  level?: 1 | 2 | 3;
  className?: string;
}) {
  const Heading = `h${level}` as const;
  return (
    <div
      className={cx(
        "flex flex-wrap justify-between gap-x-4 gap-y-2",
        hint ? "items-end" : "items-center",
        className,
      )}
    >
      <div className="min-w-0">
        <Heading className={level === 1 ? "text-2xl" : level === 2 ? "text-xl" : "text-lg"}>{title}</Heading>
        {hint && <p className="mt-0.5 text-ink-2">{hint}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
