"use client";
// A cart with something in it: its lines with the server's prices, what stands in the way, and the way on to the checkout.
import { ArrowRight, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { useToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/browser/use-error-text";
import { regularTotal } from "@/lib/orders/regular";
import type { QuoteDraft } from "@/lib/orders/schema";
import { recallDraft } from "../checkout/draft";
import type { ChosenPlace } from "../place/place";
import { type Cart, type CartLine, itemsOf } from "./cart";
import { cartActions } from "./cart-actions";
import { CartLineRow } from "./cart-line-row";
import { MinimumProgress } from "./minimum-progress";
import { minimumOf, problemAt, problemOfLine } from "./problems";
import { Totals } from "./totals";
import { useQuote } from "./use-quote";

/** `place` is where it would go; without one the fee is told at the checkout. */
export function FullCart({
  cart,
  branch,
  place,
}: {
  cart: Cart;
  branch: NonNullable<Cart["branch"]>;
  place: ChosenPlace | null;
}) {
  const t = useTranslations("shop.cart");
  const c = useTranslations("common");
  const toast = useToast();
  const errorText = useErrorText();
  const [coupon] = useState(() => recallDraft().coupon);
  const draft = useMemo<QuoteDraft>(
    () => ({
      branch_id: branch.id,
      type: "delivery",
      items: itemsOf(cart),
      ...(place && { address: { lat: place.lat, lng: place.lng } }),
      ...(coupon && { coupon }),
    }),
    [branch.id, cart, place, coupon],
  );
  const { quote, pending, error, refresh } = useQuote(draft);
  const problems = quote?.problems ?? [];
  const short = problemAt(problems, "minimum");

  function setQuantity(line: CartLine, quantity: number) {
    const undo = cartActions.setQuantity(line.id, quantity);
    if (quantity > 0) return;
    toast({
      title: t("removed", { name: line.name }),
      action: { label: c("undo"), run: undo },
    });
  }

  return (
    <div className="grid gap-4">
      <Card flush>
        <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-2">
          <Link
            href={`/v/${branch.vendor_slug}?branch=${branch.id}`}
            className="min-w-0 rounded-md py-1 hover:underline"
          >
            <span className="block truncate font-display font-bold">{branch.vendor_name}</span>
            <span className="block truncate text-sm text-ink-2">{branch.name}</span>
          </Link>
          <ButtonLink
            href={`/v/${branch.vendor_slug}?branch=${branch.id}`}
            variant="ghost"
            size="sm"
            icon={<Plus aria-hidden className="size-4" />}
          >
            {t("more")}
          </ButtonLink>
        </div>
        <ul className="divide-y divide-line" data-testid="cart-lines">
          {cart.lines.map((line, index) => {
            const asked = quote?.items[index];
            const item = asked?.product_id === line.product_id ? asked : undefined;
            return (
              <CartLineRow
                key={line.id}
                line={line}
                total={item?.line_total_minor}
                regular={item && regularTotal(item)}
                pending={pending}
                problem={problemOfLine(problems, line, index)}
                onQuantity={(quantity) => setQuantity(line, quantity)}
                onNote={(note) => cartActions.setNote(line.id, note)}
              />
            );
          })}
        </ul>
      </Card>
      {error !== null && (
        <Card>
          <ErrorState message={errorText(error)} onRetry={refresh} className="py-6!" />
        </Card>
      )}
      <Card className="bottom-0 grid gap-4 [@media(min-height:36rem)]:sticky">
        {short && quote && <MinimumProgress subtotal={quote.subtotal_minor} minimum={minimumOf(short)} />}
        <Totals
          quote={quote}
          pending={pending}
          feeKnown={place !== null}
          pickup={false}
          coupon={quote?.coupon?.code}
        />
        <ButtonLink href="/checkout" size="lg" full>
          {t("checkout")} <ArrowRight aria-hidden className="size-5" />
        </ButtonLink>
      </Card>
    </div>
  );
}
