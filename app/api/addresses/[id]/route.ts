import { deleteAddress } from "@/lib/identity/account";
import { noContent } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: route({
    summary: "Delete a saved address",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    params: IdParams,
    status: 204,
    returns: null,
    handle: async ({ db, params }) => {
      await deleteAddress(db, params.id);
      return noContent();
    },
  }),
});
