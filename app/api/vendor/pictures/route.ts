import { keepPicture, Picture, PictureFile } from "@/lib/catalog/pictures";
import { VendorScope } from "@/lib/catalog/products";
import { created } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Keep a picture for the menu: the body is the file; the same file again gets the same address",
    auth: ["vendor_admin"],
    query: VendorScope,
    body: PictureFile,
    limit: "uploads",
    status: 201,
    returns: Picture,
    handle: async ({ db, query, body }) => created(await keepPicture(db, query.vendor_id, body)),
  }),
});
