"use client";
// How much credit there is, large, and the two things to do with it.
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConnectionState } from "@/components/live/connection-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import type { LiveState } from "@/lib/live/use-live";
import type { Wallet } from "@/lib/wallet/schema";

/** `state` is the live link's. Sending is not offered while operators have switched it off. */
export function BalanceCard({
  wallet,
  state,
  onAdd,
  onSend,
}: {
  wallet: Wallet;
  state: LiveState;
  onAdd: () => void;
  onSend: () => void;
}) {
  const t = useTranslations("shop.wallet");
  const { credited_minor, debited_minor } = wallet.month;
  return (
    <Card className="grid gap-1 bg-brand-soft!">
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-base font-medium text-ink-2">{t("balance")}</h2>
        <ConnectionState state={state} />
      </div>
      <p
        role="status"
        data-testid="balance"
        data-minor={wallet.balance_minor}
        className="font-display text-3xl font-extrabold tracking-tight"
      >
        <Money minor={wallet.balance_minor} />
      </p>
      {(credited_minor > 0 || debited_minor > 0) && (
        <p className="text-sm text-ink-2">
          {t.rich("month", {
            credited: () => <Money minor={credited_minor} />,
            debited: () => <Money minor={debited_minor} />,
          })}
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          className="flex-1 sm:flex-none"
          icon={<Plus aria-hidden className="size-5" />}
          onClick={onAdd}
        >
          {t("add")}
        </Button>
        {wallet.transfers_enabled && (
          <Button variant="secondary" className="flex-1 sm:flex-none" onClick={onSend}>
            {t("send")}
          </Button>
        )}
      </div>
    </Card>
  );
}
