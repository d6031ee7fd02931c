"use client";
// What a refund will do, before it is done; and what it did.
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Order } from "@/lib/orders/schema";
import type { Refund } from "@/lib/payments/schema";
import { partsOf, type RefundChoice } from "./refund-draft";

/** A step's first words: read out when it appears, for the button that led here is gone. */
function Headline({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1} className="text-lg outline-none">
      {children}
    </h3>
  );
}

const amount = (minor: number) => ({ amount: () => <Money minor={minor} className="font-semibold" /> });

/** `minor` is the amount; `error` is why the last try failed. */
export function RefundPreview({
  order,
  choice,
  minor,
  error,
}: {
  order: Order;
  choice: RefundChoice;
  minor: number;
  error: unknown;
}) {
  const t = useTranslations("vendor.refund");
  const errorText = useErrorText();
  const { card, wallet } = partsOf(order, minor, choice.to);
  const pieces = choice.kind === "items" ? order.items.filter(({ line }) => choice.pieces[line]) : [];
  return (
    <div className="grid gap-4">
      <Headline>{t.rich("ask", { ...amount(minor), name: order.customer.full_name })}</Headline>
      {pieces.length > 0 && (
        <ul className="grid gap-1">
          {pieces.map((item) => (
            <li key={item.line}>
              <b className="tabular-nums">{choice.pieces[item.line]}×</b> {item.name}
            </li>
          ))}
        </ul>
      )}
      <ul className="grid list-disc gap-1.5 pl-5 text-ink-2">
        {card > 0 && <li>{t.rich("toCard", amount(card))}</li>}
        {wallet > 0 && <li>{t.rich("toWallet", amount(wallet))}</li>}
        {order.status === "DELIVERED" && <li>{t("deducted")}</li>}
        <li>{t("told", { reason: choice.reason.trim() })}</li>
        <li>{t("final")}</li>
      </ul>
      {error !== null && (
        <Notice tone="danger" live>
          {errorText(error)}
        </Notice>
      )}
    </div>
  );
}

/** The refund as the server answered it. */
export function RefundDone({ refund, name }: { refund: Refund; name: string }) {
  const t = useTranslations("vendor.refund");
  return (
    <div data-testid="refund-done" className="grid justify-items-center gap-2 py-4 text-center">
      <CircleCheck aria-hidden className="size-12 text-success" />
      <Headline>
        {t.rich(refund.status === "pending" ? "started" : "done", { ...amount(refund.amount_minor), name })}
      </Headline>
      {refund.wallet_minor > 0 && (
        <p className="text-ink-2">{t.rich("inWallet", amount(refund.wallet_minor))}</p>
      )}
      {refund.card_minor > 0 && (
        <p className="text-ink-2">
          {t.rich(refund.status === "pending" ? "cardSent" : "onCard", amount(refund.card_minor))}
        </p>
      )}
    </div>
  );
}
