// A message inside the page: a problem with the cart, a closed branch, a failed form.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

const looks = {
  info: { className: "bg-info-soft text-info", Icon: Info },
  success: { className: "bg-success-soft text-success", Icon: CircleCheck },
  warning: { className: "bg-warning-soft text-warning", Icon: TriangleAlert },
  danger: { className: "bg-danger-soft text-danger", Icon: CircleAlert },
} as const;

/** A coloured box with an icon, a sentence and an optional action. `live` announces it when it appears. */
export function Notice({
  tone = "info",
  live,
  action,
  className,
  children,
}: {
  tone?: keyof typeof looks;
  live?: boolean;
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const { className: look, Icon } = looks[tone];
  return (
    <div
      role={live ? "alert" : undefined}
      className={cx("flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md px-3.5 py-3", look, className)}
    >
      <Icon aria-hidden className="size-5 shrink-0 self-start" />
      <div className="min-w-0 flex-1 basis-48 text-sm font-medium text-ink">{children}</div>
      {action}
    </div>
  );
}
