"use client";
// Sending the order. One key for what is in the cart: a retry, a double click or a reload can never order twice. If the key
// was used with other details (an answer got lost, then something was changed), the server says so and nothing is sent again.
import { useState } from "react";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useIntentKey } from "@/lib/browser/use-intent-key";
import type { Order, Quote } from "@/lib/orders/schema";
import type { orderBody } from "./draft";
import type { paymentBody } from "./split";

type Body = ReturnType<typeof orderBody> & ReturnType<typeof paymentBody>;
export type PriceChange = { before: number; after: number };

/**
 * `send(body, total)` places the order at the total that was shown; `onPlaced` gets it. `priceChange` is what a refusal said
 * about the total; `twice` is true when this cart has been ordered already.
 */
export function usePlaceOrder({
  onPlaced,
  onQuote,
  onRefused,
}: {
  onPlaced: (order: Order) => Promise<void>;
  onQuote: (quote: Quote) => void;
  onRefused: () => void;
}) {
  const { keyFor, done } = useIntentKey("checkout");
  const [priceChange, setPriceChange] = useState<PriceChange | null>(null);
  const [placed, setPlaced] = useState(false);

  const action = useAction(async (body: Body, expected_total_minor: number) => {
    setPriceChange(null);
    const idempotencyKey = keyFor({ branch_id: body.branch_id, items: body.items });
    try {
      const order = await api.post<Order>(
        "/api/orders",
        { ...body, expected_total_minor },
        { idempotencyKey },
      );
      done();
      setPlaced(true);
      await onPlaced(order);
    } catch (error) {
      if (error instanceof ApiError && error.code === "PRICE_CHANGED") {
        const quote = error.details.quote as Quote;
        setPriceChange({ before: expected_total_minor, after: quote.total_minor });
        onQuote(quote);
        return;
      }
      onRefused();
      throw error;
    }
  });

  const twice = action.error instanceof ApiError && action.error.code === "IDEMPOTENCY_CONFLICT";
  /** Forgets the key: what is sent next is meant as another order. */
  const another = () => {
    done();
    action.reset();
  };
  return {
    send: action.run,
    pending: action.pending,
    error: action.error,
    placed,
    priceChange,
    twice,
    another,
  };
}
