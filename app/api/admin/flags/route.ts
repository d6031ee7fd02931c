import { listFlags } from "@/lib/desk/queries";
import { FlagPage } from "@/lib/desk/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "The switches, each with its newest changes",
    auth: ["admin"],
    returns: FlagPage,
    handle: async ({ db }) => ok(await listFlags(db)),
  }),
});
