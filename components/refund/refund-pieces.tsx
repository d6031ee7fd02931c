"use client";
// Which pieces go back: a stepper for each line that has some left, and what they come to.
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { Stepper } from "@/components/ui/stepper";
import type { Order } from "@/lib/orders/schema";
import { piecesMinor, type RefundChoice } from "./refund-draft";

/** `missing` says that nothing has been chosen yet. */
export function RefundPieces({
  order,
  pieces,
  minor,
  missing,
  onChange,
}: {
  order: Order;
  pieces: RefundChoice["pieces"];
  minor: number | null;
  missing: boolean;
  onChange: (pieces: RefundChoice["pieces"]) => void;
}) {
  const t = useTranslations("vendor.refund");
  return (
    <div className="grid gap-2 rounded-md border border-line p-3">
      <ul className="grid gap-2">
        {order.items.map((item) => {
          const left = item.quantity - item.refunded_quantity;
          const count = pieces[item.line] ?? 0;
          return (
            <li key={item.line} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-0 flex-1 basis-40">
                <span className="block">{item.name}</span>
                <span className="block text-sm text-ink-3">
                  {left === 0 ? t("allBack") : t("left", { count: left })}
                  {item.options.length > 0 && ` · ${item.options.map(({ name }) => name).join(", ")}`}
                </span>
              </span>
              {left > 0 && (
                <>
                  <Money
                    minor={piecesMinor(order, item.line, count)}
                    zero="–"
                    className={count > 0 ? "text-sm font-medium" : "text-sm text-ink-3"}
                  />
                  <Stepper
                    name={item.name}
                    min={0}
                    max={left}
                    value={count}
                    onChange={(next) => onChange({ ...pieces, [item.line]: next })}
                  />
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p className="flex items-baseline justify-between border-t border-line pt-2 font-semibold">
        {t("sum")}
        <output aria-live="polite" data-testid="refund-sum">
          <Money minor={minor ?? 0} />
        </output>
      </p>
      {missing && <p className="text-sm font-medium text-danger">{t("piecesMissing")}</p>}
    </div>
  );
}
