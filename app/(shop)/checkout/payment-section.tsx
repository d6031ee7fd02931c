"use client";
// How it is paid: with store credit as far as it reaches, and the rest at the door or by card now.
import { Banknote, CreditCard, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Radio } from "@/components/ui/choice";
import { Money } from "@/components/ui/money";
import type { Wallet } from "@/lib/wallet/schema";
import { usePaymentWords } from "../payment-words";
import { CreditSwitch } from "./credit-switch";
import type { Draft } from "./draft";
import type { Split } from "./split";

const methods = [
  { method: "card", Icon: CreditCard },
  { method: "cash", Icon: Banknote },
  { method: "card_on_delivery", Icon: Smartphone },
] as const;

/** `wallet` is undefined while it is not known; `split` is how the total is paid now, null before there is one. */
export function PaymentSection({
  draft,
  wallet,
  split,
  onChange,
}: {
  draft: Draft;
  wallet: Wallet | undefined;
  split: Split | null;
  onChange: (change: Partial<Draft>) => void;
}) {
  const t = useTranslations("shop.checkout");
  const words = usePaymentWords(draft.type);
  const left = split?.left_minor ?? 0;
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg">{t("payment")}</h2>
      {wallet && <CreditSwitch wallet={wallet} draft={draft} onChange={onChange} />}
      {split?.method === "wallet" ? (
        <p role="status" className="text-ink-2">
          {t("creditAll")}
        </p>
      ) : (
        <fieldset className="border-t border-line pt-2">
          <legend className="sr-only">{t("payment")}</legend>
          {split && split.credit_minor > 0 && (
            <p role="status" className="pt-1 font-medium">
              {t.rich("rest", { amount: () => <Money minor={left} className="font-bold" /> })}
            </p>
          )}
          <div className="divide-y divide-line">
            {methods.map(({ method, Icon }) => (
              <Radio
                key={method}
                name="payment"
                value={method}
                label={method === "card" ? t("cardNow") : words(method)}
                hint={method === "card" ? t("cardNowHint") : undefined}
                trailing={<Icon aria-hidden className="size-5 text-ink-3" />}
                checked={draft.payment_method === method}
                onChange={() => onChange({ payment_method: method })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </Card>
  );
}
