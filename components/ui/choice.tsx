// Checkbox, Radio and Switch: native inputs with a whole-row label, so that the target is as large as the text.
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type ChoiceProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  label: ReactNode;
  hint?: ReactNode;
  /** Shown at the row's end (a price, a badge). */
  trailing?: ReactNode;
};

function Choice({
  label,
  hint,
  trailing,
  className,
  type,
  ...rest
}: ChoiceProps & { type: "checkbox" | "radio" }) {
  return (
    <label className={cx("tap-row flex items-center gap-3 py-1.5 has-disabled:opacity-55", className)}>
      <input {...rest} type={type} className="size-5 shrink-0 accent-brand-ink" />
      <span className="grid min-w-0 flex-1">
        <span className="text-ink">{label}</span>
        {hint && <span className="text-sm text-ink-3">{hint}</span>}
      </span>
      {trailing}
    </label>
  );
}

/** One yes-or-no, or one of several that may be chosen together. */
export function Checkbox(props: ChoiceProps) {
  return <Choice {...props} type="checkbox" />;
}

/** One of several of which exactly one is chosen: give all of them the same `name`. */
export function Radio(props: ChoiceProps) {
  return <Choice {...props} type="radio" />;
}

/** On or off, taking effect at once. `hideLabel` keeps the label for screen readers only. */
export function Switch({
  label,
  hint,
  hideLabel,
  className,
  ...rest
}: Omit<ChoiceProps, "trailing"> & { hideLabel?: boolean }) {
  return (
    <label className={cx("tap-row relative flex items-center gap-3 has-disabled:opacity-55", className)}>
      <span className={hideLabel ? "sr-only" : "grid min-w-0 flex-1"}>
        <span className="text-ink">{label}</span>
        {hint && <span className="text-sm text-ink-3">{hint}</span>}
      </span>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own checked state */}
      <input {...rest} type="checkbox" role="switch" className="peer sr-only" />
      <span
        aria-hidden
        className={cx(
          "relative h-7 w-12 shrink-0 rounded-full bg-line-control transition-colors peer-checked:bg-success",
          "peer-focus-visible:outline-[2.5px] peer-focus-visible:outline-offset-2 peer-focus-visible:outline-brand-ink",
          "after:absolute after:top-1 after:left-1 after:size-5 after:rounded-full after:bg-surface after:transition-transform",
          "peer-checked:after:translate-x-5",
        )}
      />
    </label>
  );
}
