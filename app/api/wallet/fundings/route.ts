import { after } from "next/server";
import { runSagasAfter } from "@/lib/flows/run-sagas";
import { fundWallet } from "@/lib/payments/commands";
import { Payment } from "@/lib/payments/schema";
import { shown } from "@/lib/payments/shown";
import { keyed } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { Funding } from "@/lib/wallet/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Begin to buy store credit by card",
    auth: ["customer"],
    idempotent: true,
    limit: "wallet.fund",
    body: Funding,
    status: 201,
    returns: Payment,
    handle: async ({ db, body, key, requestId }) => {
      const { replayed, body: payment } = await fundWallet(db, body, key);
      if (!replayed) after(() => runSagasAfter(requestId, payment.id));
      return keyed(201, { replayed, body: shown(payment) });
    },
  }),
});
