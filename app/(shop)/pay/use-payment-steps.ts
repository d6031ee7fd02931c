"use client";
// A payment's steps through the API. Each click is one intent with one key; a lost answer is never guessed: the payment is read
// again. While the bank thinks, it is read every two seconds.
import { useEffect, useRef, useState } from "react";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useIntentKey } from "@/lib/browser/use-intent-key";
import type { Payment } from "@/lib/payments/schema";

const POLL_MS = 2_000;
/** A bank that did not answer our server in time may have charged the card all the same: that long the card is not asked for again. */
const PATIENCE_MS = 30_000;
const UNANSWERED = ["UNAVAILABLE", "TIMEOUT"];

/**
 * `start` makes the payment known to the provider, `confirm` gives it a card's token or asks how it stands; `isWaiting` while nobody but
 * the bank knows.
 */
export function usePaymentSteps(payment: Payment, onChange: (payment: Payment) => void) {
  const path = `/api/payments/${payment.id}`;
  const { keyFor, done } = useIntentKey(`payment:${payment.id}`);
  const latest = useRef(onChange);
  latest.current = onChange;
  const [unanswered, setUnanswered] = useState(false);

  async function step(name: "start" | "confirm", body: { card_token?: string }): Promise<Payment> {
    try {
      const idempotencyKey = keyFor({ name, ...body });
      const next = await api.post<Payment>(`${path}/${name}`, body, { idempotencyKey });
      done();
      latest.current(next);
      return next;
    } catch (error) {
      await api.get<Payment>(path).then(latest.current, () => null);
      throw error;
    }
  }
  const start = useAction(() => step("start", {}));
  const confirm = useAction(async (token?: string) => {
    try {
      const { status, challenge_url } = await step("confirm", token ? { card_token: token } : {});
      if (status === "requires_action" && challenge_url) window.location.assign(challenge_url);
    } catch (error) {
      setUnanswered(error instanceof ApiError && UNANSWERED.includes(error.code));
      throw error;
    }
  });

  useEffect(() => {
    if (!unanswered) return;
    const timer = setTimeout(() => setUnanswered(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [unanswered]);

  const isWaiting = payment.status === "processing" || (unanswered && payment.status === "requires_payment");
  const isPolling = isWaiting || payment.status === "requires_action";
  useEffect(() => {
    if (!isPolling) return;
    let isOver = false;
    let timer = setTimeout(poll, POLL_MS);
    async function poll() {
      const next = await api.get<Payment>(path).catch(() => null); // the next one tries again
      if (isOver) return;
      if (next) latest.current(next);
      timer = setTimeout(poll, POLL_MS);
    }
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isPolling, path]);

  return { start, confirm, isWaiting };
}
