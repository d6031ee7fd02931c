import { searchDesk } from "@/lib/desk/queries";
import { Found, SearchQuery } from "@/lib/desk/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Orders, people, vendors and couriers by number, id, name or e-mail",
    auth: ["admin"],
    query: SearchQuery,
    returns: Found,
    handle: async ({ db, query }) => ok(await searchDesk(db, query.q)),
  }),
});
