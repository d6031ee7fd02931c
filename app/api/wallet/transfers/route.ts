import { keyed } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { transferCredit } from "@/lib/wallet/commands";
import { Transfer, TransferDraft } from "@/lib/wallet/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Send store credit to another customer",
    auth: ["customer"],
    idempotent: true,
    body: TransferDraft,
    status: 201,
    returns: Transfer,
    handle: async ({ db, body, key }) => keyed(201, await transferCredit(db, body, key)),
  }),
});
