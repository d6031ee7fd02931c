import { keyed, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { handInCash } from "@/lib/settlement/commands";
import { listHandIns } from "@/lib/settlement/queries";
import { HandIn, HandInDraft, HandInPage, HandInsQuery } from "@/lib/settlement/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Cash that couriers handed in, newest first",
    auth: ["vendor_admin"],
    query: HandInsQuery,
    returns: HandInPage,
    handle: async ({ db, query }) => ok(await listHandIns(db, query)),
  }),
  POST: route({
    summary: "Take all the cash a courier carries",
    auth: ["vendor_admin"],
    idempotent: true,
    body: HandInDraft,
    status: 201,
    returns: HandIn,
    handle: async ({ db, body, key }) => keyed(201, await handInCash(db, body, key)),
  }),
});
