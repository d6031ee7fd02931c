import { getTown } from "@/lib/desk/queries";
import { Town } from "@/lib/desk/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Active orders and couriers on shift, with their last positions",
    auth: ["admin"],
    returns: Town,
    handle: async ({ db }) => ok(await getTown(db)),
  }),
});
