import { updateCourier } from "@/lib/couriers/commands";
import { Courier, CourierPatch } from "@/lib/couriers/schema";
import { ok } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: route({
    summary: "Let a courier go, or take them back",
    auth: ["vendor_admin"],
    params: IdParams,
    body: CourierPatch,
    returns: Courier,
    handle: async ({ db, params, body }) => ok(await updateCourier(db, params.id, body)),
  }),
});
