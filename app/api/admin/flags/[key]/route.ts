import { setFlag } from "@/lib/desk/commands";
import { Flag, FlagChange, FlagParams } from "@/lib/desk/schema";
import { invalidate } from "@/lib/platform/cache";
import { FLAGS } from "@/lib/platform/flags";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route({
    summary: "Throw a switch: for everybody, a part of the people, or some by name",
    auth: ["admin"],
    params: FlagParams,
    body: FlagChange,
    returns: Flag,
    handle: async ({ db, params, body }) => {
      const flag = await setFlag(db, params.key, body);
      invalidate(FLAGS);
      return ok(flag);
    },
  }),
});
