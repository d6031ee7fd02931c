import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { getWallet } from "@/lib/wallet/queries";
import { Wallet } from "@/lib/wallet/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The caller's store-credit wallet",
    auth: ["customer"],
    limit: "wallet.view",
    returns: Wallet,
    handle: async ({ db }) => ok(await getWallet(db)),
  }),
});
