"use client";
// What came and went, newest first, with the way to take it along as a file.
import type { ReactNode } from "react";
import { lazily } from "@/components/lazily";
import { Card } from "@/components/ui/card";
import { LoadMore } from "@/components/ui/load-more";
import { useErrorText } from "@/lib/browser/use-error-text";
import type { Statement } from "./statement";
import { TransactionRow } from "./transaction-row";
import type { useWallet } from "./use-wallet";

const EmptyStatement = lazily(() => import("./empty-statement").then((module) => module.EmptyStatement));
const ErrorState = lazily(() => import("@/components/ui/error-state").then((module) => module.ErrorState));

/** `heading` is made on the server; `more` asks for the next page. */
export function StatementCard({
  heading,
  statement,
  more,
  onAdd,
}: {
  heading: ReactNode;
  statement: Statement;
  more: ReturnType<typeof useWallet>["more"];
  onAdd: () => void;
}) {
  const errorText = useErrorText();
  return (
    <Card>
      {heading}
      {statement.data.length === 0 && <EmptyStatement onAdd={onAdd} />}
      <ul className="divide-y divide-line">
        {statement.data.map((transaction) => (
          <TransactionRow key={transaction.id} transaction={transaction} />
        ))}
      </ul>
      {more.error ? (
        <ErrorState message={errorText(more.error)} onRetry={() => more.run()} retrying={more.pending} />
      ) : (
        <LoadMore cursor={statement.next_cursor} pending={more.pending} onMore={() => more.run()} />
      )}
    </Card>
  );
}
