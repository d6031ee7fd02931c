import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { getMyCash } from "@/lib/settlement/queries";
import { MyCash } from "@/lib/settlement/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The cash the calling courier carries",
    auth: ["courier"],
    returns: MyCash,
    handle: async ({ db }) => ok(await getMyCash(db)),
  }),
});
