"use client";
// Stripe's Payment Element. Card data goes from Stripe's own frame to Stripe; we learn the outcome from Stripe's server.
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { useAction } from "@/lib/browser/use-action";
import { formatMoney } from "@/lib/format/money";
import type { Payment } from "@/lib/payments/schema";
import { pathOf } from "./payment-path";
import { loadStripe, type Stripe, type StripeElements } from "./stripe-script";

type Loaded = { stripe: Stripe; elements: StripeElements };

/** `onConfirm` makes our server ask Stripe how the payment stands. */
export function StripeForm({
  payment,
  pending,
  onConfirm,
}: {
  payment: Payment;
  pending: boolean;
  onConfirm: () => Promise<unknown>;
}) {
  const t = useTranslations("shop.pay");
  const locale = useLocale();
  const frame = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  const [unsaid, setUnsaid] = useState(false);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const failed = state === "failed";
  const secret = payment.client?.client_secret;
  const publishableKey = payment.client?.publishable_key;
  const latest = useRef(onConfirm);
  latest.current = onConfirm;

  // Back from the bank's page: Stripe knows more than we do.
  useEffect(() => {
    if (new URLSearchParams(window.location.search).has("redirect_status")) void latest.current();
  }, []);

  useEffect(() => {
    if (failed || !secret || !publishableKey) return;
    let isOver = false;
    let close = () => {};
    const fail = () => !isOver && setState("failed");
    loadStripe(publishableKey).then((stripe) => {
      if (isOver || !frame.current) return;
      const elements = stripe.elements({
        clientSecret: secret,
        locale,
        appearance: appearanceOf(frame.current),
      });
      const element = elements.create("payment");
      element.on("ready", () => !isOver && setState("ready"));
      element.on("loaderror", fail);
      element.mount(frame.current);
      close = () => element.destroy();
      setLoaded({ stripe, elements });
    }, fail);
    return () => {
      isOver = true;
      close();
    };
  }, [failed, secret, publishableKey, locale]);

  const pay = useAction(async () => {
    if (!loaded) return;
    setUnsaid(false);
    const { error } = await loaded.stripe.confirmPayment({
      elements: loaded.elements,
      redirect: "if_required",
      confirmParams: { return_url: new URL(pathOf(payment), window.location.href).href },
    });
    if (error?.type === "validation_error") return; // the Element marks the field itself
    setUnsaid(error !== undefined && error.type !== "card_error"); // a refused card is what our server will say
    await onConfirm();
  });

  if (failed) return <ErrorState message={t("formFailed")} onRetry={() => setState("loading")} />;
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void pay.run();
      }}
    >
      {state === "loading" && <Skeleton className="h-56" />}
      <div ref={frame} className={cx("bg-surface text-ink", state === "loading" && "h-0 overflow-hidden")} />
      {unsaid && !pending && (
        <Notice tone="danger" live>
          {t("failure.other")}
        </Notice>
      )}
      <Button type="submit" size="lg" full pending={pending || pay.pending} disabled={state !== "ready"}>
        {t("pay", { amount: formatMoney(payment.amount_minor, { locale }) })}
      </Button>
    </form>
  );
}

/** Our colours, as the page shows them now: Stripe's frame cannot see our stylesheet. */
function appearanceOf(node: HTMLElement) {
  const { color, backgroundColor, colorScheme } = getComputedStyle(node);
  const dark =
    colorScheme === "dark" || (colorScheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  return {
    theme: dark ? ("night" as const) : ("stripe" as const),
    variables: { colorText: color, colorBackground: backgroundColor, borderRadius: "12px" },
  };
}
