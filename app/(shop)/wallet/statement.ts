// A statement that grows at both ends: older pages are asked for, newer lines come by themselves. Lines never change.
import type { z } from "zod";
import type { WalletTransactionPage } from "@/lib/wallet/schema";

export type Statement = z.infer<typeof WalletTransactionPage>;

/** `known` with the lines that the newest page has before it. After a gap only that page is sure. */
export function withNewest(known: Statement, newest: Statement): Statement {
  const ids = new Set(known.data.map(({ id }) => id));
  const meets = newest.data.findIndex(({ id }) => ids.has(id));
  if (meets < 0) return newest;
  return { ...known, data: [...newest.data.slice(0, meets), ...known.data] };
}

/** `known` with the page that its cursor asked for behind it. */
export function withOlder(known: Statement, older: Statement): Statement {
  const ids = new Set(known.data.map(({ id }) => id));
  return {
    data: [...known.data, ...older.data.filter(({ id }) => !ids.has(id))],
    next_cursor: older.next_cursor,
  };
}
