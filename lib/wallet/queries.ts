// Reading wallets: the caller's own, and the operators' list of adjustments.
import { z } from "zod";
import type { Database } from "@/lib/platform/supabase";
import {
  AdjustmentPage,
  type AdjustmentsQuery,
  type TransactionsQuery,
  Wallet,
  WalletTransaction,
  WalletTransactionPage,
} from "./schema";

/** The caller's wallet, made when first asked for. */
export async function getWallet(db: Database): Promise<Wallet> {
  return Wallet.parse(await db.call("get_wallet"));
}

/** A page of the caller's statement, newest first. */
export async function listWalletTransactions(db: Database, filter: z.infer<typeof TransactionsQuery>) {
  return WalletTransactionPage.parse(await db.call("list_wallet_transactions", { filter }));
}

/** The caller's statement of the last twelve months, newest first, at most 10,000 lines. */
export async function getStatement(db: Database): Promise<WalletTransaction[]> {
  return z.array(WalletTransaction).parse(await db.call("wallet_statement"));
}

/** A page of adjustments, newest first. Operators only. */
export async function listAdjustments(db: Database, filter: Partial<z.infer<typeof AdjustmentsQuery>> = {}) {
  return AdjustmentPage.parse(await db.call("list_adjustments", { filter }));
}
