// The receipt itself. Every figure is the order's own: nothing is added up here.
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/logo";
import { Clock } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import { Price } from "@/components/ui/price";
import { regularTotal } from "@/lib/orders/regular";
import type { Order } from "@/lib/orders/schema";
import { Totals } from "../../../cart/totals";
import { ReceiptPayment } from "./receipt-payment";

/** `roll`: as narrow as a till's paper. `code` stands below where there is something to follow. */
export function Receipt({ order, roll, code }: { order: Order; roll: boolean; code: ReactNode }) {
  const t = useTranslations("shop.receipt");
  const { branch } = order;
  return (
    <article
      data-testid="receipt"
      className={cx(
        "receipt mx-auto grid w-full grid-cols-[minmax(0,1fr)] gap-4 rounded-lg border border-line bg-surface p-5",
        roll ? "receipt-roll max-w-[80mm] text-sm" : "receipt-a4 sm:p-8",
      )}
    >
      <header className="grid gap-2">
        <Logo />
        <div>
          <h1 className="text-xl break-words">{branch.vendor.name}</h1>
          <p className="text-sm break-words text-ink-2">
            {branch.name} · {branch.address_text}
          </p>
        </div>
        <p className="text-sm text-ink-2">
          {t("number", { number: order.number })} · <Clock at={order.created_at} date />
        </p>
      </header>
      <table className="w-full border-y border-line text-left">
        <caption className="sr-only">{t("lines")}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("item")}</th>
            <th scope="col">{t("amount")}</th>
          </tr>
        </thead>
        <tbody>
          {order.items.map((item) => (
            <tr key={item.line} className="align-top">
              <td className="py-1.5 pr-3 break-words">
                <span className="font-semibold tabular-nums">{item.quantity}×</span> {item.name}
                {item.quantity > 1 && (
                  <span className="text-ink-3">
                    {" "}
                    (<Money minor={item.unit_price_minor} />)
                  </span>
                )}
                {item.options.length > 0 && (
                  <span className="block text-sm text-ink-3">
                    {item.options.map(({ name }) => name).join(", ")}
                  </span>
                )}
              </td>
              <td className="py-1.5 text-right">
                <Price minor={item.line_total_minor} regular={regularTotal(item)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Totals
        quote={order}
        pending={false}
        feeKnown
        pickup={order.type === "pickup"}
        coupon={order.coupon_code}
      />
      <ReceiptPayment order={order} />
      {code}
      <p className="text-sm text-ink-3">{t("legal")}</p>
    </article>
  );
}
