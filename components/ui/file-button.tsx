// A button that chooses a file.
import type { ComponentProps, ReactNode } from "react";
import { buttonClass } from "./button";
import { cx } from "./cx";

/** `onFile` gets what was chosen; the same file can be chosen again. */
export function FileButton({
  size,
  full,
  icon,
  className,
  children,
  onFile,
  ...input
}: Pick<Parameters<typeof buttonClass>[0], "size" | "full"> & {
  icon: ReactNode;
  onFile: (file: File) => void;
} & Omit<ComponentProps<"input">, "size" | "type" | "onChange">) {
  return (
    <label
      className={buttonClass(
        { variant: "secondary", ...(size && { size }), ...(full && { full }) },
        cx("cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-brand-ink", className),
      )}
    >
      {icon}
      {children}
      <input
        {...input}
        type="file"
        className="sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
