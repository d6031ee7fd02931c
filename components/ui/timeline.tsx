// What happened, what is happening, what is still to come: an ordered list with a line through its dots.
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

type TimelineItem = {
  id: string;
  title: ReactNode;
  /** A time, shown at the right. */
  at?: ReactNode;
  detail?: ReactNode;
  state: "done" | "current" | "todo" | "failed";
};

/** Steps in order; the `current` one is marked for screen readers with aria-current. */
export function Timeline({ items, className }: { items: TimelineItem[]; className?: string }) {
  return (
    <ol className={className}>
      {items.map((item, index) => (
        <li
          key={item.id}
          aria-current={item.state === "current" ? "step" : undefined}
          className="relative grid grid-cols-[1.5rem_1fr_auto] gap-x-3 pb-5 last:pb-0"
        >
          {index < items.length - 1 && (
            <span
              aria-hidden
              className={cx(
                "absolute top-5 bottom-[-0.25rem] left-[calc(0.75rem-1px)] w-0.5",
                item.state === "done" ? "bg-brand" : "bg-line",
              )}
            />
          )}
          <span
            aria-hidden
            className={cx(
              "relative mt-0.5 grid size-6 place-items-center rounded-full [&_svg]:size-3.5",
              item.state === "done" && "bg-brand text-on-brand",
              item.state === "current" && "bg-brand-soft ring-2 ring-brand-ink ring-inset",
              item.state === "todo" && "border-2 border-line bg-surface",
              item.state === "failed" && "bg-danger-fill text-white",
            )}
          >
            {item.state === "done" && <Check strokeWidth={3} />}
            {item.state === "failed" && <span className="text-sm leading-none font-bold">!</span>}
            {item.state === "current" && (
              <span className="size-2 animate-pulse-dot rounded-full bg-brand-ink" />
            )}
          </span>
          <div className="min-w-0">
            <p className={cx("font-medium", item.state === "todo" ? "text-ink-3" : "text-ink")}>
              {item.title}
            </p>
            {item.detail && <p className="text-sm text-ink-2">{item.detail}</p>}
          </div>
          {item.at && <span className="text-sm text-ink-3">{item.at}</span>}
        </li>
      ))}
    </ol>
  );
}
