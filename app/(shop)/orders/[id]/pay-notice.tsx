"use client";
// What an unpaid order asks for: to be paid, while there is time.
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Countdown } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { useResource } from "@/lib/browser/use-resource";
import type { Payment } from "@/lib/payments/schema";

/** `onOver` is called when the time to pay is over: the order has changed by then, or is about to. */
export function PayNotice({
  orderId,
  paymentId,
  onOver,
}: {
  orderId: string;
  paymentId: string;
  onOver: () => unknown;
}) {
  const t = useTranslations("shop.track");
  const { data: payment } = useResource<Payment>(`/api/payments/${paymentId}`);
  if (payment?.status === "processing" || payment?.status === "succeeded")
    return <Notice>{t("paying")}</Notice>;
  return (
    <Notice
      tone="warning"
      action={
        <ButtonLink href={`/orders/${orderId}/pay`} size="sm">
          {t("payNow")}
        </ButtonLink>
      }
    >
      {t("payLeft")} {payment ? <Countdown until={payment.expires_at} onEnd={onOver} /> : "…"}
    </Notice>
  );
}
