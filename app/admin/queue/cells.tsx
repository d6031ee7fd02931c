"use client";
// What the page's tables are made of.
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Scroller } from "@/components/ui/scroller";

/** `title` is for who cannot see what stands above it; `heads` are `Head`s. */
export function Table({ title, heads, children }: { title: string; heads: ReactNode; children: ReactNode }) {
  return (
    <Scroller label={title}>
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{title}</caption>
        <thead className="border-b border-line text-ink-2">
          <tr>{heads}</tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </Scroller>
  );
}

/** A column's heading; `wide` ones are left out on phones, where the row's first cell says the same. */
export function Head({ wide, figure, children }: { wide?: boolean; figure?: boolean; children: ReactNode }) {
  return (
    <th
      scope="col"
      className={cx(
        "px-3 py-2 font-semibold first:pl-4 last:pr-4 max-sm:px-1.5",
        wide && "max-md:hidden",
        figure && "text-right",
      )}
    >
      {children}
    </th>
  );
}

/** A cell below a `Head` of the same kind. `tone` stresses a figure that wants attention. */
export function Cell({
  wide,
  figure,
  tone,
  children,
}: {
  wide?: boolean;
  figure?: boolean;
  tone?: "danger" | "warning" | undefined;
  children: ReactNode;
}) {
  return (
    <td
      className={cx(
        "px-3 py-2.5 last:pr-4 max-sm:px-1.5",
        wide && "max-md:hidden",
        figure && "text-right tabular-nums",
        tone === "danger" && "font-semibold text-danger",
        tone === "warning" && "font-semibold text-warning",
      )}
    >
      {children}
    </td>
  );
}
