// Several of a list, each a checkbox, with one sentence of what is wrong.
import { useId } from "react";
import { Checkbox } from "@/components/ui/choice";
import type { Named } from "../named";

/** `chosen` holds ids. `hideLegend` keeps the legend for screen readers only. */
export function CheckList({
  legend,
  hideLegend,
  items,
  chosen,
  error,
  onChange,
}: {
  legend: string;
  hideLegend?: boolean;
  items: Named[];
  chosen: string[];
  error: string | undefined;
  onChange: (chosen: string[]) => void;
}) {
  const id = useId();
  return (
    <fieldset aria-describedby={error && id}>
      <legend className={hideLegend ? "sr-only" : "mb-1 text-sm font-medium"}>{legend}</legend>
      <div className="grid max-h-64 gap-x-4 overflow-y-auto sm:grid-cols-2">
        {items.map((item) => (
          <Checkbox
            key={item.id}
            label={item.name}
            checked={chosen.includes(item.id)}
            aria-invalid={error ? true : undefined}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, item.id] : chosen.filter((other) => other !== item.id),
              )
            }
          />
        ))}
      </div>
      {error && (
        <p id={id} className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
