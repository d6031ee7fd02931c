// Figures in rows: the first cell names its row, the others stand to the right where they are numbers.
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Scroller } from "@/components/ui/scroller";

type Row = { id: string; cells: ReactNode[] };

/** `words` are the places of columns that hold words, besides the first. */
export function FiguresTable({
  caption,
  columns,
  rows,
  words = [],
}: {
  caption: string;
  columns: string[];
  rows: Row[];
  words?: readonly number[];
}) {
  const side = (place: number) =>
    place === 0 || words.includes(place) ? "text-left" : "text-right tabular-nums";
  return (
    <Scroller label={caption} className="max-h-120">
      <table className="w-full">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-sm text-ink-3">
          <tr>
            {columns.map((column, place) => (
              <th key={column} scope="col" className={cx("pb-1 pl-3 font-normal first:pl-0", side(place))}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ id, cells: [name, ...cells] }) => (
            <tr key={id}>
              <th scope="row" className="py-2 min-w-24 text-left font-medium wrap-break-word">
                {name}
              </th>
              {cells.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column's
                <td key={place} className={cx("py-2 pl-3", side(place + 1))}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
