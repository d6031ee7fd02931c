// Text controls: Input, Textarea, Select. Their text stays at 16 px on touch screens, so that iOS does not zoom in.
import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

const control =
  "w-full min-w-0 rounded-md border border-line-control bg-surface px-3 text-base text-ink transition-colors " +
  "hover:border-ink-3 aria-invalid:border-danger aria-invalid:bg-danger-soft disabled:opacity-60 pointer-fine:text-[0.9375rem]";

/** A one-line text control; `prefix` and `suffix` sit inside its border (a currency sign, a unit). */
export function Input({
  prefix,
  suffix,
  className,
  ...rest
}: Omit<ComponentProps<"input">, "prefix"> & { prefix?: ReactNode; suffix?: ReactNode }) {
  if (!prefix && !suffix) return <input {...rest} className={cx(control, "h-control", className)} />;
  return (
    <span className={cx("relative flex items-center", className)}>
      {prefix && <span className="pointer-events-none absolute left-3 text-ink-3">{prefix}</span>}
      <input
        {...rest}
        className={cx(control, "h-control", prefix ? "pl-10" : null, suffix ? "pr-14" : null)}
      />
      {suffix && <span className="pointer-events-none absolute right-3 text-sm text-ink-3">{suffix}</span>}
    </span>
  );
}

/** A text control of several lines that grows with what is typed. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return <textarea {...rest} rows={rows} className={cx(control, "field-sizing-content py-2.5", className)} />;
}

/** The device's own select; give it `<option>` children. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={cx("relative block", className)}>
      <select {...rest} className={cx(control, "h-control appearance-none truncate pr-9")}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
