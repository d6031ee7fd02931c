import { getMenu } from "@/lib/catalog/queries";
import { Menu } from "@/lib/catalog/schema";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What can be ordered from a branch",
    auth: "public",
    params: IdParams,
    returns: Menu,
    cache: { seconds: 2, tags: ({ params }) => ["catalog", `branch:${params.id}`] },
    handle: async ({ db, params }) => {
      const menu = await getMenu(db, params.id);
      return { ...ok(menu), goodUntil: menu.prices_until };
    },
  }),
});
