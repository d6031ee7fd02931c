"use client";
// Store credit at the checkout: how much there is, and whether it is used.
import { Wallet as WalletIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Switch } from "@/components/ui/choice";
import { formatMoney } from "@/lib/format/money";
import type { Wallet } from "@/lib/wallet/schema";
import type { Draft } from "./draft";

/** Without credit it says so, and where to get some. */
export function CreditSwitch({
  wallet,
  draft,
  onChange,
}: {
  wallet: Wallet;
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}) {
  const t = useTranslations("shop.checkout");
  const locale = useLocale();
  const { balance_minor } = wallet;
  return (
    <div className="flex items-center gap-3">
      <WalletIcon aria-hidden className="size-5 shrink-0 text-brand-ink" />
      {balance_minor > 0 ? (
        <Switch
          label={t("credit")}
          hint={t("creditOf", { amount: formatMoney(balance_minor, { locale }) })}
          checked={draft.use_credit}
          onChange={(event) => onChange({ use_credit: event.target.checked })}
          className="flex-1"
        />
      ) : (
        <p className="flex-1 text-ink-2">
          {t("noCredit")}{" "}
          <Link
            href="/wallet"
            className="inline-flex min-h-control items-center font-semibold text-brand-ink hover:underline"
          >
            {t("addCredit")}
          </Link>
        </p>
      )}
    </div>
  );
}
