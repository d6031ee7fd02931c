import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";
import { updateStaff } from "@/lib/staff/commands";
import { StaffMember, StaffPatch } from "@/lib/staff/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route({
    summary: "Give someone another role, let them go, or take them back; effective at once",
    auth: ["vendor_admin"],
    params: IdParams,
    body: StaffPatch,
    returns: StaffMember,
    handle: async ({ db, params, body }) => ok(await updateStaff(db, params.id, body)),
  }),
});
