"use client";
// The choice of whose orders are on the board: one branch's, or all.
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import type { Order } from "@/lib/orders/schema";
import type { BoardBranch } from "../_orders/live-orders";
import type { useBranchFilter } from "./use-branch-filter";

export function BranchFilter({
  branch,
  choose,
  branches,
  orders,
}: ReturnType<typeof useBranchFilter> & { branches: BoardBranch[]; orders: Order[] }) {
  const t = useTranslations("vendor.board");
  const all = [{ id: null, name: t("allBranches") }, ...branches];
  return (
    <fieldset className="-mx-1 flex min-w-0 gap-1.5 overflow-x-auto px-1 py-0.5">
      <legend className="sr-only">{t("branchFilter")}</legend>
      {all.map(({ id, name }) => (
        <button
          key={id ?? "all"}
          type="button"
          aria-pressed={branch === id}
          onClick={() => choose(id)}
          className={cx(
            "inline-flex min-h-control-sm items-center gap-1.5 rounded-full border px-3 text-sm font-medium whitespace-nowrap transition-colors",
            branch === id
              ? "border-brand-ink bg-brand-soft text-brand-ink"
              : "border-line bg-surface text-ink-2 hover:bg-surface-2",
          )}
        >
          {name}
          <span className="tabular-nums text-ink-2">
            {id ? orders.filter((order) => order.branch.id === id).length : orders.length}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
