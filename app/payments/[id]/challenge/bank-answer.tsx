"use client";
// Yes or no to the bank, and back to the shop. A question that was answered already leads back as well.
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { pathOf } from "@/app/(shop)/pay/payment-path";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useErrorText } from "@/lib/browser/use-error-text";
import { useIntentKey } from "@/lib/browser/use-intent-key";
import type { Payment } from "@/lib/payments/schema";

/** `payment` waits for the answer. */
export function BankAnswer({ payment }: { payment: Payment }) {
  const t = useTranslations("shop.bank");
  const errorText = useErrorText();
  const router = useRouter();
  const { keyFor, done } = useIntentKey(`challenge:${payment.id}`);
  const [answered, setAnswered] = useState(false);
  const answer = useAction(async (approve: boolean) => {
    try {
      const idempotencyKey = keyFor({ approve });
      await api.post<Payment>(`/api/payments/${payment.id}/challenge`, { approve }, { idempotencyKey });
      done();
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409)) throw error;
    }
    setAnswered(true);
    router.replace(pathOf(payment));
  });

  if (answered) {
    return (
      <p role="status" className="flex items-center gap-3">
        <Spinner /> {t("returning")}
      </p>
    );
  }
  return (
    <div className="grid gap-3">
      {answer.error !== null && (
        <Notice tone="danger" live>
          {errorText(answer.error)}
        </Notice>
      )}
      <Button size="lg" full pending={answer.pending} onClick={() => answer.run(true)}>
        {t("approve")}
      </Button>
      <Button size="lg" full variant="secondary" disabled={answer.pending} onClick={() => answer.run(false)}>
        {t("decline")}
      </Button>
    </div>
  );
}
