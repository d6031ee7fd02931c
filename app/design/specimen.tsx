// One component in one row of states, under its name in the code.
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** `name` is the component's, as it is imported. `wide` gives each child a line of its own. */
export function Specimen({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className="grid min-w-0 grid-cols-1 gap-2">
      <h3 className="font-mono text-sm font-medium text-ink-3">{name}</h3>
      <div className={cx("min-w-0 gap-3", wide ? "grid grid-cols-1" : "flex flex-wrap items-center")}>
        {children}
      </div>
    </div>
  );
}
