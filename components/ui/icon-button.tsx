// A button that shows only an icon. Its label is required: it is the accessible name and the tooltip.
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { Spinner } from "./spinner";

const tones = {
  plain: "text-ink-2 hover:bg-surface-2 hover:text-ink",
  outline: "border border-line-control/60 bg-surface text-ink hover:bg-surface-2",
  brand: "bg-brand text-on-brand hover:bg-brand-hover",
} as const;

/** A square icon button, 44 px on touch screens. `label` names it for everyone who cannot see the icon. While `pending` it keeps the focus and ignores clicks. */
export function IconButton({
  label,
  icon,
  tone = "plain",
  pending = false,
  className,
  type = "button",
  onClick,
  ...rest
}: Omit<ComponentProps<"button">, "children"> & {
  label: string;
  icon: ReactNode;
  tone?: keyof typeof tones;
  pending?: boolean;
}) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={pending ? undefined : onClick}
      className={cx(
        "grid size-control shrink-0 place-items-center rounded-md transition-colors disabled:opacity-45 aria-disabled:opacity-60",
        tones[tone],
        className,
      )}
    >
      {pending ? <Spinner /> : icon}
    </button>
  );
}
