import { checkAudit } from "@/lib/desk/queries";
import { AuditCheck } from "@/lib/desk/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Whether the operators' record is as it was written",
    auth: ["admin"],
    returns: AuditCheck,
    handle: async ({ db }) => ok(await checkAudit(db)),
  }),
});
