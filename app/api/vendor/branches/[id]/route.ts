import { Branch, BranchPatch } from "@/lib/catalog/branches";
import { updateBranch } from "@/lib/catalog/commands";
import { getVendorBranch } from "@/lib/catalog/panel-queries";
import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "A branch with its zone, hours and settings",
    auth: ["vendor_admin"],
    params: IdParams,
    returns: Branch,
    handle: async ({ db, params }) => ok(await getVendorBranch(db, params.id)),
  }),
  PATCH: route({
    summary: "Change a branch's settings, hours, zone or fees",
    auth: ["vendor_admin"],
    params: IdParams,
    body: BranchPatch,
    returns: Branch,
    handle: async ({ db, params, body }) => {
      const branch = await updateBranch(db, params.id, body);
      invalidate("catalog");
      return ok(branch);
    },
  }),
});
