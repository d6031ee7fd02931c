import { Branch, BranchPage, NewBranch } from "@/lib/catalog/branches";
import { createBranch } from "@/lib/catalog/commands";
import { listVendorBranches } from "@/lib/catalog/panel-queries";
import { VendorScope } from "@/lib/catalog/products";
import { invalidate } from "@/lib/platform/cache";
import { created, ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The vendor's branches, without their zones",
    auth: ["vendor_admin"],
    query: VendorScope,
    returns: BranchPage,
    handle: async ({ db, query }) => ok(await listVendorBranches(db, query.vendor_id)),
  }),
  POST: route({
    summary: "Open a branch; hidden until it is made active",
    auth: ["vendor_admin"],
    body: NewBranch,
    status: 201,
    returns: Branch,
    handle: async ({ db, body }) => {
      const branch = await createBranch(db, body);
      invalidate("catalog");
      return created(branch);
    },
  }),
});
