import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { createStaff } from "@/lib/staff/commands";
import { listStaff } from "@/lib/staff/queries";
import { NewStaff, StaffMember, StaffPage, StaffQuery } from "@/lib/staff/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Who works for the vendor, and what each role may do; for its owner",
    auth: ["vendor_admin"],
    query: StaffQuery,
    returns: StaffPage,
    handle: async ({ db, query }) => ok(await listStaff(db, query.vendor_id)),
  }),
  POST: route({
    summary: "Make an account for someone who works for the vendor, with a role; it can sign in at once",
    auth: ["vendor_admin"],
    body: NewStaff,
    status: 201,
    returns: StaffMember,
    handle: async ({ db, body }) => created(await createStaff(db, body)),
  }),
});
