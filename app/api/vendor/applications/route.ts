import {
  Application,
  ApplicationPage,
  myApplications,
  NewApplication,
  submitApplication,
} from "@/lib/identity/applications";
import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The caller's own applications, newest first",
    auth: ["customer", "vendor_admin"],
    returns: ApplicationPage,
    handle: async ({ db }) => ok(await myApplications(db)),
  }),
  POST: route({
    summary: "Apply to become a vendor",
    auth: ["customer"],
    body: NewApplication,
    status: 201,
    returns: Application,
    handle: async ({ db, body }) => created(await submitApplication(db, body)),
  }),
});
