"use client";
// Sending credit to another customer: to whom and how much, a look at it, gone. A refusal stands at the field it is about.
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Sheet } from "@/components/ui/sheet";
import { useToast } from "@/components/ui/toast";
import { ApiError, api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useIntentKey } from "@/lib/browser/use-intent-key";
import { formatMoney } from "@/lib/format/money";
import type { Wallet } from "@/lib/wallet/schema";
import { SendForm } from "./send-form";
import { SendReview } from "./send-review";
import { EMPTY_SENDING, type Sending, sendingBody } from "./sending";

type Props = {
  onClose: () => void;
  wallet: Wallet /** The wallet has less in it now, or was not what we knew. */;
  onSent: () => unknown;
};

/** Sooner than this nobody has read what they confirm: it is the second half of a double click. */
const READ_MS = 600;

export function SendCreditSheet({ open, ...rest }: Props & { open: boolean }) {
  const t = useTranslations("shop.wallet");
  return (
    <Sheet open={open} onClose={rest.onClose} title={t("send")}>
      <SendCredit {...rest} />
    </Sheet>
  );
}

function SendCredit({ onClose, wallet, onSent }: Props) {
  const t = useTranslations("shop.wallet");
  const locale = useLocale();
  const toast = useToast();
  const { keyFor, done } = useIntentKey("transfer");
  const [sending, setSending] = useState<Sending>(EMPTY_SENDING);
  const [isReviewing, setReviewing] = useState(false);
  const reviewedAt = useRef(0);
  const body = sendingBody(sending, wallet.balance_minor);

  const send = useAction(async () => {
    if (!body) return;
    try {
      await api.post("/api/wallet/transfers", body, { idempotencyKey: keyFor(body) });
    } catch (error) {
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) {
        setReviewing(false);
        void onSent();
      }
      throw error;
    }
    done();
    toast({ title: t("sent", { amount: formatMoney(body.amount_minor, { locale }) }), tone: "success" });
    void onSent();
    onClose();
  });

  if (isReviewing && body) {
    return (
      <SendReview
        body={body}
        error={send.error}
        pending={send.pending}
        onBack={() => setReviewing(false)}
        onConfirm={() => Date.now() - reviewedAt.current > READ_MS && void send.run()}
      />
    );
  }
  return (
    <SendForm
      sending={sending}
      balance={wallet.balance_minor}
      error={send.error}
      onChange={(next) => {
        send.reset();
        setSending((now) => ({ ...now, ...next }));
      }}
      onReview={() => {
        reviewedAt.current = Date.now();
        send.reset();
        setReviewing(true);
      }}
    />
  );
}
