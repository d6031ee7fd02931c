import { listProviderEvents } from "@/lib/payments/queries";
import { ProviderEventPage, ProviderEventsQuery } from "@/lib/payments/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What payment providers sent, newest first",
    auth: ["admin"],
    query: ProviderEventsQuery,
    returns: ProviderEventPage,
    handle: async ({ db, query }) => ok(await listProviderEvents(db, query)),
  }),
});
