"use client";
// The wallet's page: the balance and what can be done with it, above the statement.
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { lazySheet } from "@/components/lazy-sheet";
import type { Wallet } from "@/lib/wallet/schema";
import { BalanceCard } from "./balance-card";
import type { Statement } from "./statement";
import { StatementCard } from "./statement-card";
import { useWallet } from "./use-wallet";

const AddCreditSheet = lazySheet(() => import("./add-credit-sheet").then((module) => module.AddCreditSheet));
const SendCreditSheet = lazySheet(() =>
  import("./send-credit-sheet").then((module) => module.SendCreditSheet),
);

/** `heading` is the statement's; `resumed` a payment that the bank's page leads back to: its sheet opens by itself. */
export function WalletView({
  userId,
  wallet: firstWallet,
  transactions,
  heading,
  resumed,
}: {
  userId: string;
  wallet: Wallet;
  transactions: Statement;
  heading: ReactNode;
  resumed: string | null;
}) {
  const t = useTranslations("shop.wallet");
  const router = useRouter();
  const { wallet, statement, state, reread, more } = useWallet(userId, { wallet: firstWallet, transactions });
  const [open, setOpen] = useState<"add" | "send" | null>(resumed ? "add" : null);
  function close() {
    setOpen(null);
    if (resumed) router.replace("/wallet", { scroll: false });
  }
  return (
    <div className="grid gap-5">
      <BalanceCard
        wallet={wallet}
        state={state}
        onAdd={() => setOpen("add")}
        onSend={() => setOpen("send")}
      />
      {!wallet.transfers_enabled && <p className="-mt-2 px-1 text-sm text-ink-3">{t("sendOff")}</p>}
      <StatementCard heading={heading} statement={statement} more={more} onAdd={() => setOpen("add")} />
      <AddCreditSheet open={open === "add"} onClose={close} resumed={resumed} onPaid={reread} />
      <SendCreditSheet open={open === "send"} onClose={close} wallet={wallet} onSent={reread} />
    </div>
  );
}
