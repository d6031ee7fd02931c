// A short fact in a pill. Colour never carries the meaning alone: the text says it too.
import type { ReactNode } from "react";
import { cx } from "./cx";

const tones = {
  neutral: "bg-surface-2 text-ink-2",
  brand: "bg-brand-soft text-brand-ink",
  success: "bg-success-soft text-success",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
  info: "bg-info-soft text-info",
} as const;

export type Tone = keyof typeof tones;

/** A pill of text. `dot` puts a dot before it; `pulse` lets the dot breathe (something is happening now). */
export function Badge({
  tone = "neutral",
  dot,
  pulse,
  className,
  children,
}: {
  tone?: Tone;
  dot?: boolean;
  pulse?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-sm font-medium whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {(dot || pulse) && (
        <span aria-hidden className={cx("size-1.5 rounded-full bg-current", pulse && "animate-pulse-dot")} />
      )}
      {children}
    </span>
  );
}
