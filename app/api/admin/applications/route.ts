import { ApplicationsQuery, listApplications, ReviewedApplicationPage } from "@/lib/identity/applications";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Vendor applications, newest first",
    auth: ["admin"],
    query: ApplicationsQuery,
    returns: ReviewedApplicationPage,
    handle: async ({ db, query }) => ok(await listApplications(db, query)),
  }),
});
