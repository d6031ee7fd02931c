import { Paper, PaperMark } from "@/lib/identity/paper-schema";
import { markPaper } from "@/lib/identity/papers";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route({
    summary: "Mark a paper of a waiting application as fine, or as not fine with a remark for the applicant",
    auth: ["admin"],
    params: IdParams,
    body: PaperMark,
    returns: Paper,
    handle: async ({ db, params, body }) => ok(await markPaper(db, params.id, body)),
  }),
});
