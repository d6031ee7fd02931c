import { after } from "next/server";
import { z } from "zod";
import { receiveProviderEvent } from "@/lib/flows/provider-events";
import { runSagasAfter } from "@/lib/flows/run-sagas";
import { ok } from "@/lib/platform/http/answer";
import { readText } from "@/lib/platform/http/body";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "For the payment provider: what became of a payment or a refund, signed",
    auth: "public",
    params: z.object({ provider: z.enum(["sandbox", "stripe"]) }),
    returns: z.object({ received: z.literal(true), state: z.string() }),
    handle: async ({ params, request, requestId }) => {
      const raw = await readText(request);
      const state = await receiveProviderEvent(params.provider, raw, request.headers, requestId);
      after(() => runSagasAfter(requestId));
      return ok({ received: true, state });
    },
  }),
});
