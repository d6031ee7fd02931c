// A labelled form control: one place wires label, hint and error to the control, so that no field can forget to.
import { type ReactNode, useId } from "react";
import { cx } from "./cx";

/** What `Field` hands to its control: spread it on an Input, Textarea, Select or Stepper. */
export type ControlProps = {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "aria-required"?: true;
};

/**
 * Label above, control in the middle, hint and error below.
 * `error` takes a sentence or the API's list of them (`details[field]`); the first is shown.
 */
export function Field({
  label,
  hint,
  error,
  required,
  optional,
  hideLabel,
  className,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | string[] | undefined;
  required?: boolean;
  /** Text for "(optional)", shown beside the label. */
  optional?: string;
  hideLabel?: boolean;
  className?: string;
  children: (control: ControlProps) => ReactNode;
}) {
  const id = useId();
  const message = Array.isArray(error) ? error[0] : error;
  const describedBy = [hint && `${id}-hint`, message && `${id}-error`].filter(Boolean).join(" ");
  const control: ControlProps = {
    id,
    ...(describedBy && { "aria-describedby": describedBy }),
    ...(message && { "aria-invalid": true as const }),
    ...(required && { "aria-required": true as const }),
  };
  return (
    <div className={cx("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-sm font-medium text-ink"}>
        {label}
        {optional && <span className="font-normal text-ink-3"> · {optional}</span>}
      </label>
      {children(control)}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-3">
          {hint}
        </p>
      )}
      {message && (
        <p id={`${id}-error`} className="text-sm font-medium text-danger">
          {message}
        </p>
      )}
    </div>
  );
}
