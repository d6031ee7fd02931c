"use client";
// What is ordered and what it costs. What stops the order and belongs to no other section is said here.
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Price } from "@/components/ui/price";
import { useToast } from "@/components/ui/toast";
import { regularTotal } from "@/lib/orders/regular";
import type { Quote } from "@/lib/orders/schema";
import type { Cart, CartLine } from "../cart/cart";
import { cartActions } from "../cart/cart-actions";
import { MinimumProgress } from "../cart/minimum-progress";
import { minimumOf, type Problem, problemAt, problemOfLine } from "../cart/problems";
import { Totals } from "../cart/totals";
import { useProblemText } from "../cart/use-problem-text";
import type { Split } from "./split";

/** `feeKnown` is false while nobody knows where to; `split` is how the total is paid. */
export function Summary({
  cart,
  quote,
  split,
  pending,
  pickup,
  feeKnown,
}: {
  cart: Cart;
  quote: Quote | null;
  split: Split | null;
  pending: boolean;
  pickup: boolean;
  feeKnown: boolean;
}) {
  const t = useTranslations("shop.checkout");
  const s = useTranslations("shop.cart");
  const c = useTranslations("common");
  const toast = useToast();
  const problemText = useProblemText();
  const problems = quote?.problems ?? [];
  const short = problemAt(problems, "minimum");
  const other = problemAt(problems, "other");

  function lower(line: CartLine, problem: Problem) {
    const undo = cartActions.setQuantity(line.id, problem.code === "OUT_OF_STOCK" ? line.quantity - 1 : 0);
    toast({
      title: s("changed", { name: line.name }),
      action: { label: c("undo"), run: undo },
    });
  }

  return (
    <Card as="div" className="grid gap-4">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="text-lg">{cart.branch?.vendor_name}</h2>
        <Link
          href="/cart"
          className="inline-flex min-h-control items-center text-sm font-semibold text-brand-ink hover:underline"
        >
          {t("editCart")}
        </Link>
      </div>
      <ul className="grid gap-2 text-sm">
        {cart.lines.map((line, index) => {
          const problem = problemOfLine(problems, line, index);
          const item = quote?.items[index];
          return (
            <li key={line.id} className="grid gap-1.5">
              <div className="flex justify-between gap-3">
                <span>
                  <span className="font-semibold tabular-nums">{line.quantity}×</span> {line.name}
                  {line.options.length > 0 && (
                    <span className="block text-ink-3">
                      {line.options.map(({ name }) => name).join(", ")}
                    </span>
                  )}
                </span>
                {item?.product_id === line.product_id && item.line_total_minor !== null && (
                  <Price minor={item.line_total_minor} regular={regularTotal(item)} />
                )}
              </div>
              {problem && (
                <Notice
                  tone="danger"
                  live
                  action={
                    <Button variant="secondary" size="sm" onClick={() => lower(line, problem)}>
                      {problem.code === "OUT_OF_STOCK" && line.quantity > 1 ? s("oneLess") : s("remove")}
                    </Button>
                  }
                >
                  {problemText(problem)}
                </Notice>
              )}
            </li>
          );
        })}
      </ul>
      <Totals
        quote={quote}
        pending={pending}
        feeKnown={feeKnown}
        pickup={pickup}
        coupon={quote?.coupon?.code}
      />
      {split && split.credit_minor > 0 && (
        <dl className={cx("grid gap-1.5", pending && "opacity-50")} data-testid="split">
          <div className="flex justify-between gap-4 text-ink-2">
            <dt>{t("withCredit")}</dt>
            <dd>
              <Money minor={-split.credit_minor} />
            </dd>
          </div>
          <div className="flex justify-between gap-4 font-semibold">
            <dt>{t("left")}</dt>
            <dd>
              <Money minor={split.left_minor} />
            </dd>
          </div>
        </dl>
      )}
      {short && quote && (
        <div role="alert" className="grid gap-2">
          <MinimumProgress subtotal={quote.subtotal_minor} minimum={minimumOf(short)} />
          <ButtonLink
            href={`/v/${cart.branch?.vendor_slug}?branch=${cart.branch?.id}`}
            variant="soft"
            size="sm"
          >
            {s("more")}
          </ButtonLink>
        </div>
      )}
      {other && (
        <Notice tone="danger" live>
          {problemText(other)}
        </Notice>
      )}
    </Card>
  );
}
