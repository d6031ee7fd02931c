"use client";
// Adding credit: how much, the card, done. The bank may lead away and back: then it goes on with the payment that was left.
import { CircleCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useIntentKey } from "@/lib/browser/use-intent-key";
import { useResource } from "@/lib/browser/use-resource";
import { formatMoney } from "@/lib/format/money";
import type { Payment } from "@/lib/payments/schema";
import { CardPayment } from "../pay/card-payment";
import { AmountStep } from "./amount-step";

type Props = {
  onClose: () => void;
  /** The payment to go on with, if any. */
  resumed: string | null;
  /** The wallet has more in it now. */
  onPaid: () => unknown;
};

export function AddCreditSheet({ open, ...rest }: Props & { open: boolean }) {
  const t = useTranslations("shop.wallet");
  return (
    <Sheet open={open} onClose={rest.onClose} title={t("add")}>
      <AddCredit {...rest} />
    </Sheet>
  );
}

function AddCredit({ onClose, resumed, onPaid }: Props) {
  const t = useTranslations("shop.wallet");
  const { keyFor, done } = useIntentKey("funding");
  const [made, setMade] = useState<Payment | null>(null);
  const [afresh, setAfresh] = useState(false);
  const left = useResource<Payment>(resumed && !afresh ? `/api/payments/${resumed}` : null);
  const payment = made ?? (afresh ? null : left.data);

  const fund = useAction(async (amount_minor: number) => {
    const body = { amount_minor, payment_method: "card" };
    setMade(await api.post<Payment>("/api/wallet/fundings", body, { idempotencyKey: keyFor(body) }));
  });
  function change(next: Payment) {
    setMade(next);
    if (next.status === "succeeded" || next.status === "canceled") done(); // the same amount again is meant as another one
    if (next.status === "succeeded") void onPaid();
  }
  function restart() {
    setMade(null);
    setAfresh(true);
  }

  if (!payment) {
    if (left.loading) {
      return (
        <Loading>
          <Skeleton className="h-72" />
        </Loading>
      );
    }
    return <AmountStep error={fund.error ?? left.error} pending={fund.pending} onAmount={fund.run} />;
  }
  if (payment.status === "succeeded") {
    return <Added amount={payment.amount_minor} onClose={onClose} />;
  }
  if (payment.status === "canceled") {
    return (
      <Notice
        tone="warning"
        live
        action={
          <Button variant="secondary" size="sm" onClick={restart}>
            {t("addAgain")}
          </Button>
        }
      >
        {t("addExpired")}
      </Notice>
    );
  }
  return (
    <div className="grid gap-4">
      <div className="flex items-center justify-between gap-3">
        <Money minor={payment.amount_minor} className="font-display text-2xl font-bold" />
        {payment.status === "requires_payment" && (
          <Button variant="ghost" size="sm" onClick={restart}>
            {t("changeAmount")}
          </Button>
        )}
      </div>
      <CardPayment payment={payment} onChange={change} />
    </div>
  );
}

function Added({ amount, onClose }: { amount: number; onClose: () => void }) {
  const t = useTranslations("shop.wallet");
  const locale = useLocale();
  return (
    <div
      role="status"
      data-testid="credit-added"
      className="grid justify-items-center gap-2 py-6 text-center"
    >
      <CircleCheck aria-hidden className="size-14 text-success" />
      <p className="font-display text-xl font-bold">
        {t("added", { amount: formatMoney(amount, { locale }) })}
      </p>
      <Button className="mt-3" onClick={onClose}>
        {t("done")}
      </Button>
    </div>
  );
}
