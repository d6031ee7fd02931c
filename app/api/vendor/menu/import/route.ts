import { importMenu } from "@/lib/catalog/menu-commands";
import { ImportResult, MenuImport } from "@/lib/catalog/menu-desk";
import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

const MAX_BYTES = 2 * 1024 * 1024; // 2,000 products with a long description each

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Check a menu's CSV file line by line; with the token of that check, apply it, all or none",
    auth: ["vendor_admin"],
    body: MenuImport,
    maxBytes: MAX_BYTES,
    returns: ImportResult,
    handle: async ({ db, body }) => {
      const result = await importMenu(db, body);
      if (result.applied) invalidate("catalog");
      return ok(result);
    },
  }),
});
