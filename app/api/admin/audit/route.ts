import { listAudit } from "@/lib/desk/queries";
import { AuditPage, AuditQuery } from "@/lib/desk/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What operators did, newest first",
    auth: ["admin"],
    query: AuditQuery,
    returns: AuditPage,
    handle: async ({ db, query }) => ok(await listAudit(db, query)),
  }),
});
