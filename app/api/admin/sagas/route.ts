import { listSagas } from "@/lib/payments/queries";
import { SagaPage, SagasQuery } from "@/lib/payments/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Sagas, newest first",
    auth: ["admin"],
    query: SagasQuery,
    returns: SagaPage,
    handle: async ({ db, query }) => ok(await listSagas(db, query)),
  }),
});
