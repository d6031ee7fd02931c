import { setFavourite } from "@/lib/catalog/favourites";
import { noContent } from "@/lib/platform/http/answer";
import { IdParams } from "@/lib/platform/http/fields";
import { methods, route } from "@/lib/platform/http/route";

const favourite = (summary: string, liked: boolean) =>
  route({
    summary,
    auth: ["customer"],
    params: IdParams,
    status: 204,
    returns: null,
    handle: async ({ db, params }) => {
      await setFavourite(db, params.id, liked);
      return noContent();
    },
  });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: favourite("Like a vendor; liking it again changes nothing", true),
  DELETE: favourite("Like a vendor no more; so does repeating it", false),
});
