"use client";
// What one branch has of a product: unlimited, or a count that is saved on Enter and on leaving the field.
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cx } from "@/components/ui/cx";
import { Input, Select } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { useToast } from "@/components/ui/toast";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Product, Stock } from "@/lib/catalog/products";
import type { Named } from "./named";

const MOST = 1_000_000; // the API's limit

export function StockCell({
  product,
  branch,
  showBranch,
  onChange,
}: {
  product: Product;
  branch: Named;
  showBranch: boolean;
  onChange: (product: Product) => void;
}) {
  const t = useTranslations("vendor.menu");
  const errorText = useErrorText();
  const toast = useToast();
  const stock = product.stock.find(({ branch_id }) => branch_id === branch.id);
  const quantity = stock?.quantity ?? null;
  const [typed, setTyped] = useState<string | null>(null);
  const counted = stock?.stock_policy === "counted";
  const names = { branch: branch.name, name: product.name };

  const save = useAction(async (next: { stock_policy: "unlimited" | "counted"; quantity?: number }) => {
    try {
      const row = await api.put<Stock>(`/api/vendor/products/${product.id}/stock`, {
        branch_id: branch.id,
        ...next,
      });
      const others = product.stock.filter(({ branch_id }) => branch_id !== branch.id);
      onChange({ ...product, stock: [...others, row] });
      setTyped(null);
    } catch (error) {
      toast({ title: errorText(error), tone: "danger" });
    }
  });

  function commit() {
    if (typed === null) return;
    const count = /^\d{1,7}$/.test(typed.trim()) ? Number(typed) : null;
    if (count === null || count > MOST || count === quantity) setTyped(null);
    else void save.run({ stock_policy: "counted", quantity: count });
  }

  return (
    <div className="flex flex-wrap items-center gap-1.5" aria-busy={save.pending}>
      {showBranch && (
        <span className="min-w-0 flex-1 basis-24 truncate text-sm text-ink-3 sm:w-24 sm:flex-none">
          {branch.name}
        </span>
      )}
      <span className="flex items-center gap-1.5">
        <Select
          aria-label={t("stockMode", names)}
          value={counted ? "counted" : "unlimited"}
          className="w-33 shrink-0"
          onChange={(event) =>
            void save.run(
              event.target.value === "counted"
                ? { stock_policy: "counted", quantity: quantity ?? 0 }
                : { stock_policy: "unlimited" },
            )
          }
        >
          <option value="unlimited">{t("unlimited")}</option>
          <option value="counted">{t("counted")}</option>
        </Select>
        <span className="relative w-20 shrink-0">
          {counted ? (
            <Input
              aria-label={t("stockOf", names)}
              inputMode="numeric"
              autoComplete="off"
              value={typed ?? String(quantity ?? 0)}
              readOnly={save.pending}
              className={cx(
                "text-right tabular-nums",
                quantity === 0 && typed === null && "font-semibold text-danger",
              )}
              onFocus={(event) => event.target.select()}
              onChange={(event) => setTyped(event.target.value)}
              onBlur={commit}
              onKeyDown={(event) => {
                if (event.key === "Enter") commit();
                if (event.key === "Escape") setTyped(null);
              }}
            />
          ) : (
            <span aria-hidden className="block text-center text-lg text-ink-3">
              ∞
            </span>
          )}
          {save.pending && (
            <span className="absolute inset-y-0 left-2 grid place-items-center">
              <Spinner />
            </span>
          )}
        </span>
      </span>
    </div>
  );
}
