import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { listWalletTransactions } from "@/lib/wallet/queries";
import { TransactionsQuery, WalletTransactionPage } from "@/lib/wallet/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The caller's statement, newest first",
    auth: ["customer"],
    limit: "wallet.view",
    query: TransactionsQuery,
    returns: WalletTransactionPage,
    handle: async ({ db, query }) => ok(await listWalletTransactions(db, query)),
  }),
});
