import { keepPhoto, PhotoFile, PhotoQuery } from "@/lib/orders/photos";
import { DeliveryPhoto } from "@/lib/orders/schema";
import { created } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Keep a photograph of a delivery as its courier: the body is the file, a JPEG of 1 MB at most",
    auth: ["courier"],
    idempotent: true,
    params: IdParams,
    query: PhotoQuery,
    body: PhotoFile,
    limit: "uploads",
    status: 201,
    returns: DeliveryPhoto,
    handle: async ({ db, params, query, body, key }) =>
      created(await keepPhoto(db, params.id, query, body, key)),
  }),
});
