import { after } from "next/server";
import { runSagasAfter } from "@/lib/flows/run-sagas";
import { actOnSaga } from "@/lib/payments/commands";
import { Saga, SagaAction } from "@/lib/payments/schema";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Retry a saga, or give it up and undo it",
    auth: ["admin"],
    params: IdParams,
    body: SagaAction,
    returns: Saga,
    handle: async ({ db, params, body, requestId }) => {
      const saga = await actOnSaga(db, params.id, body.action);
      after(() => runSagasAfter(requestId));
      return ok(saga);
    },
  }),
});
