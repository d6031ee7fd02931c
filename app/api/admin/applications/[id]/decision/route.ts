import { Decision, decideApplication, ReviewedApplication } from "@/lib/identity/applications";
import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Approve an application, which makes the applicant a vendor, or reject it with a reason",
    auth: ["admin"],
    params: IdParams,
    body: Decision,
    returns: ReviewedApplication,
    handle: async ({ db, params, body }) => {
      const application = await decideApplication(db, params.id, body);
      invalidate("catalog");
      return ok(application);
    },
  }),
});
