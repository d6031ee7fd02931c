import { PhotoParams, readPhoto } from "@/lib/orders/photos";
import { fileAnswer } from "@/lib/platform/http/file";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "A photograph of a delivery, for its customer, courier, vendor and operators",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    params: PhotoParams,
    returns: "file",
    handle: async ({ db, params }) =>
      fileAnswer(await readPhoto(db, params.id, params.photoId), `${params.photoId}.jpeg`),
  }),
});
