"use client";
// The wallet as it is now: read again whenever the server says that it changed, and whenever the page was away.
import { useCallback, useState } from "react";
import { api } from "@/lib/browser/api";
import { useAction } from "@/lib/browser/use-action";
import { useResource } from "@/lib/browser/use-resource";
import { useLive } from "@/lib/live/use-live";
import type { Wallet } from "@/lib/wallet/schema";
import { type Statement, withNewest, withOlder } from "./statement";

const NEWEST = "/api/wallet/transactions?limit=20";

/** `first` is what the server read. `more` asks for the statement's next page; `reread` for everything anew. */
export function useWallet(userId: string, first: { wallet: Wallet; transactions: Statement }) {
  const wallet = useResource<Wallet>("/api/wallet", first.wallet);
  const [statement, setStatement] = useState(first.transactions);
  const { reload } = wallet;

  const reread = useCallback(async () => {
    const newest = api.get<Statement>(NEWEST).then(
      (page) => setStatement((known) => withNewest(known, page)),
      () => null, // the next re-read tries again
    );
    await Promise.all([reload(), newest]);
  }, [reload]);
  const { state } = useLive({
    topics: [`user:${userId}`],
    onMessage: ({ event }) => event === "wallet.changed" && reread(),
    reread,
  });

  const more = useAction(async () => {
    const cursor = encodeURIComponent(statement.next_cursor ?? "");
    const older = await api.get<Statement>(`${NEWEST}&cursor=${cursor}`);
    setStatement((known) => withOlder(known, older));
  });
  return { wallet: wallet.data ?? first.wallet, statement, state, reread, more };
}
