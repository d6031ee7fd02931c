"use client";
// One line of the statement. Which way the money went is said in words, by an arrow and by a sign; colour only helps.
import { ArrowDownLeft, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Clock } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { Money } from "@/components/ui/money";
import type { WalletTransaction } from "@/lib/wallet/schema";
import { useReasonWords } from "../reason-words";

export function TransactionRow({ transaction }: { transaction: WalletTransaction }) {
  const t = useTranslations("shop.wallet");
  const o = useTranslations("orders");
  const noteWords = useReasonWords();
  const { kind, amount_minor, balance_minor, order, counterparty, note, at } = transaction;
  const isIn = amount_minor > 0;
  const Arrow = isIn ? ArrowDownLeft : ArrowUpRight;
  const name = counterparty ?? t("someone");
  const words =
    kind === "transfer"
      ? t(isIn ? "kind.transfer_in" : "kind.transfer_out", { name })
      : kind === "adjustment"
        ? t(isIn ? "kind.adjustment_in" : "kind.adjustment_out")
        : t(`kind.${kind}`);
  return (
    <li className="flex items-center gap-3 py-3" data-testid="transaction" data-kind={kind}>
      <span
        aria-hidden
        className={cx(
          "grid size-10 shrink-0 place-items-center rounded-full",
          isIn ? "bg-success-soft text-success" : "bg-surface-2 text-ink-2",
        )}
      >
        <Arrow className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium">{words}</p>
        <p className="text-sm text-ink-3">
          <Clock at={at} date />
        </p>
        {order && (
          <Link
            href={`/orders/${order.id}`}
            className="inline-flex min-h-11 items-center text-sm font-medium text-brand-ink underline-offset-2 hover:underline"
          >
            {o("number", { number: order.number })}
          </Link>
        )}
        {note && <p className="text-sm break-words text-ink-2">{noteWords(note)}</p>}
      </div>
      <div className="text-right">
        <p className={cx("font-semibold", isIn && "text-success")}>
          <Money minor={amount_minor} signed />
        </p>
        <p className="text-sm text-ink-3">
          {t.rich("after", { amount: () => <Money minor={balance_minor} /> })}
        </p>
      </div>
    </li>
  );
}
