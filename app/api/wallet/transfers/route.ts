import { keyed } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { inTurn } from "@/lib/platform/in-turn";
import { transferCredit } from "@/lib/wallet/commands";
import { Transfer, TransferDraft } from "@/lib/wallet/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Send store credit to another customer",
    auth: ["customer"],
    idempotent: true,
    limit: "wallet.transfer",
    body: TransferDraft,
    status: 201,
    returns: Transfer,
    handle: async ({ db, token, body, key }) =>
      keyed(201, await inTurn(`wallet of ${token}`, () => transferCredit(db, body, key))),
  }),
});
