import { setShift } from "@/lib/couriers/commands";
import { Shift, ShiftAction } from "@/lib/couriers/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Start or end the caller's shift",
    auth: ["courier"],
    body: ShiftAction,
    returns: Shift,
    handle: async ({ db, body }) => ok(await setShift(db, body)),
  }),
});
