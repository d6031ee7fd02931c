// Buttons, and links that look like buttons. While `pending` a button keeps its width and focus and ignores clicks.
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { Spinner } from "./spinner";

const base =
  "relative inline-flex max-w-full shrink-0 items-center justify-center gap-2 rounded-md py-1 text-center font-semibold whitespace-nowrap select-none " +
  "transition-colors duration-150 disabled:opacity-50 aria-disabled:opacity-60";

const variants = {
  primary: "bg-brand text-on-brand hover:bg-brand-hover active:brightness-95",
  secondary: "border border-line-control/60 bg-surface text-ink hover:bg-surface-2",
  soft: "bg-brand-soft text-brand-ink hover:brightness-97",
  ghost: "text-ink hover:bg-surface-2",
  danger: "bg-danger-fill text-white hover:brightness-110",
  "danger-quiet": "text-danger hover:bg-danger-soft",
} as const;

const sizes = {
  sm: "min-h-control-sm min-w-control-sm px-3 text-sm",
  md: "min-h-control min-w-control px-4 text-base",
  lg: "min-h-13 px-6 text-lg",
} as const;

type Look = {
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
  /** Stretches to the container's width. */
  full?: boolean;
  icon?: ReactNode;
};

/** The class names of a button, for an element that must stay its own (a `<summary>`, a file `<label>`). */
export function buttonClass({ variant = "primary", size = "md", full }: Look, className?: string): string {
  return cx(base, variants[variant], sizes[size], full && "w-full", className);
}

/** A `<button>`; `type` is "button" unless said otherwise. `pending` shows a spinner and refuses further clicks. */
export function Button({
  variant,
  size,
  full,
  icon,
  pending = false,
  className,
  children,
  type = "button",
  onClick,
  ...rest
}: Look & ComponentProps<"button"> & { pending?: boolean }) {
  return (
    <button
      {...rest}
      type={pending && type === "submit" ? "button" : type}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? undefined : onClick}
      className={buttonClass({ variant, size, full }, className)}
    >
      {pending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner className="text-[1.25em]" />
        </span>
      )}
      <span className={cx("inline-flex items-center gap-2", pending && "opacity-0")}>
        {icon}
        {children}
      </span>
    </button>
  );
}

/** A link with a button's look: use it when the click goes somewhere. */
export function ButtonLink({
  variant,
  size,
  full,
  icon,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={buttonClass({ variant, size, full }, className)}>
      {icon}
      {children}
    </Link>
  );
}
