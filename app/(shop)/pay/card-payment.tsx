"use client";
// Paying by card, whoever the provider is: its form, the bank's question, the wait for an answer. What comes before and after
// is the page's.
import { useTranslations } from "next-intl";
import { useEffect, useSyncExternalStore } from "react";
import { lazily } from "@/components/lazily";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Payment } from "@/lib/payments/schema";
import { usePaymentSteps } from "./use-payment-steps";

const SandboxForm = lazily(() => import("./sandbox-form").then((module) => module.SandboxForm), <Shape />);
const StripeForm = lazily(() => import("./stripe-form").then((module) => module.StripeForm), <Shape />);

// A form that is there before its script could be sent without it: the server draws its shape only.
const never = () => () => {};
const inBrowser = () => true;
const onServer = () => false;

/** Shows nothing once the payment has succeeded or was given up. `onChange` gets it as it is now. */
export function CardPayment({
  payment,
  onChange,
}: {
  payment: Payment;
  onChange: (payment: Payment) => void;
}) {
  const t = useTranslations("shop.pay");
  const c = useTranslations("common");
  const errorText = useErrorText();
  const { start, confirm, isWaiting } = usePaymentSteps(payment, onChange);
  const { status, challenge_url } = payment;
  const isBrowser = useSyncExternalStore(never, inBrowser, onServer);
  const { run } = start;
  useEffect(() => {
    if (status === "created") void run();
  }, [status, run]);

  if (status === "succeeded" || status === "canceled") return null;
  if (!isBrowser) return <Shape />;
  if (status === "created") {
    if (start.error === null) return <Shape />;
    const again = (
      <Button variant="secondary" size="sm" onClick={() => run()}>
        {c("retry")}
      </Button>
    );
    return (
      <Notice tone="danger" live action={again}>
        {errorText(start.error)}
      </Notice>
    );
  }
  if (isWaiting) {
    return (
      <div
        role="status"
        data-testid="payment-processing"
        className="grid justify-items-center gap-2 py-8 text-center"
      >
        <Spinner className="mb-2 text-4xl text-brand-ink" />
        <p className="font-display text-lg font-bold">{t("processing")}</p>
        <p className="max-w-sm text-sm text-ink-2">{t("processingBody")}</p>
      </div>
    );
  }
  if (status === "requires_action" && challenge_url) {
    const go = (
      <a href={challenge_url} className={buttonClass({ size: "sm" })}>
        {t("actionGo")}
      </a>
    );
    return (
      <Notice tone="warning" live action={go}>
        {t("action")}
      </Notice>
    );
  }
  const Form = payment.provider === "stripe" ? StripeForm : SandboxForm;
  return (
    <div className="grid gap-4">
      <Refusal error={confirm.error} code={confirm.pending ? null : payment.failure_code} />
      <Form payment={payment} pending={confirm.pending} onConfirm={confirm.run} />
    </div>
  );
}

/** What went wrong with the last try: on the way, or at the bank. */
function Refusal({ error, code }: { error: unknown; code: string | null }) {
  const t = useTranslations("shop.pay.failure");
  const errorText = useErrorText();
  const known = code as "other" | null;
  if (error === null && !known) return null;
  return (
    <Notice tone="danger" live>
      {error !== null ? errorText(error) : known && t.has(known) ? t(known) : t("other")}
    </Notice>
  );
}

function Shape() {
  return (
    <Loading className="grid gap-4">
      <Skeleton className="h-16" />
      <div className="grid grid-cols-2 gap-3">
        <Skeleton className="h-16" />
        <Skeleton className="h-16" />
      </div>
      <Skeleton className="h-16" />
      <Skeleton className="h-13" />
    </Loading>
  );
}
