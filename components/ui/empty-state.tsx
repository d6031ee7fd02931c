// What a list shows when it has nothing: says why, and offers the next step.
import type { ReactNode } from "react";
import { cx } from "./cx";

/** Icon, title, a sentence and an action, centred. `level` is the title's rank: 1 where it stands for the whole page. */
export function EmptyState({
  icon,
  title,
  children,
  action,
  level = 2,
  className,
}: {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  level?: 1 | 2;
  className?: string;
}) {
  const Heading = `h${level}` as const;
  return (
    <div className={cx("grid justify-items-center gap-2 px-4 py-12 text-center", className)}>
      {icon && (
        <span
          aria-hidden
          className="mb-2 grid size-16 place-items-center rounded-full bg-brand-soft text-brand-ink [&_svg]:size-7"
        >
          {icon}
        </span>
      )}
      <Heading className="max-w-full text-lg wrap-anywhere">{title}</Heading>
      {children && <p className="max-w-sm text-ink-2">{children}</p>}
      {action && <div className="mt-3 max-w-full">{action}</div>}
    </div>
  );
}
