import { BranchPace, PaceWish, setPace } from "@/lib/catalog/pace";
import { invalidate } from "@/lib/platform/cache";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: route({
    summary: "Set how fast a branch takes orders: as usual, busy for a while, or paused until a time",
    auth: ["vendor_admin"],
    params: IdParams,
    body: PaceWish,
    returns: BranchPace,
    handle: async ({ db, params, body }) => {
      const pace = await setPace(db, params.id, body);
      invalidate("catalog"); // whether it is open, and when an order would be there
      return ok(pace);
    },
  }),
});
