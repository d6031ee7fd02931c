"use client";
// The one button, and right above it whatever answered the last press: a new price, a refusal, an order that stands already.
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { ApiError } from "@/lib/browser/api";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Quote } from "@/lib/orders/schema";
import type { Split } from "./split";
import type { usePlaceOrder } from "./use-place-order";

/** `failure` is why no quote could be had; the button names the total the order is placed at, or what is paid by card next. */
export function PlaceBar({
  quote,
  split,
  pending,
  failure,
  order,
  onRefresh,
}: {
  quote: Quote | null;
  split: Split | null;
  pending: boolean;
  failure: unknown;
  order: ReturnType<typeof usePlaceOrder>;
  onRefresh: () => void;
}) {
  const t = useTranslations("shop.checkout");
  const c = useTranslations("common");
  const errorText = useErrorText();
  const { priceChange } = order;
  const isCard = split?.method === "card";
  return (
    <>
      {failure !== null && (
        <Notice
          tone="danger"
          live
          action={
            <Button variant="secondary" size="sm" onClick={onRefresh}>
              {c("retry")}
            </Button>
          }
        >
          {errorText(failure)}
        </Notice>
      )}
      {priceChange && (
        <Notice tone="warning" live>
          {t.rich("priceChanged", {
            before: () => <Money minor={priceChange.before} className="line-through" />,
            after: () => <Money minor={priceChange.after} className="font-bold" />,
          })}
        </Notice>
      )}
      {order.twice ? (
        <Notice
          tone="warning"
          live
          action={
            <>
              <ButtonLink href="/orders" variant="secondary" size="sm">
                {t("toOrders")}
              </ButtonLink>
              <Button variant="ghost" size="sm" onClick={order.another}>
                {t("orderAgain")}
              </Button>
            </>
          }
        >
          {t("twice")}
        </Notice>
      ) : (
        order.error !== null && <Refusal error={order.error} />
      )}
      <Button
        type="submit"
        size="lg"
        full
        pending={order.pending || (pending && quote !== null)}
        disabled={!quote}
      >
        {priceChange ? t("placeAtNewPrice") : isCard ? t("toPayment") : t("place")}
        {quote && (
          <>
            {" · "}
            <Money minor={isCard ? split.left_minor : quote.total_minor} />
          </>
        )}
      </Button>
    </>
  );
}

function Refusal({ error }: { error: unknown }) {
  const errorText = useErrorText();
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <Notice tone="danger" live>
      {errorText(error)}
      {requestId && <span className="mt-1 block font-mono text-xs text-ink-3">{requestId}</span>}
    </Notice>
  );
}
