// How a vendor shows itself to customers, as its own people edit it.
import { z } from "zod";
import { Time, text, Version } from "@/lib/platform/http/fields";
import { ImageUrl, VendorScope } from "./products";
import { Shopfront } from "./schema";

export const Profile = z.object({
  ...Shopfront,
  verified: z.boolean(),
  version: z.number().int(),
  updated_at: Time,
});
export type Profile = z.infer<typeof Profile>;

/** With `version` the change is refused when someone else changed it meanwhile. */
export const ProfilePatch = VendorScope.extend({
  description: text(0, 1000).optional(),
  image_url: ImageUrl.nullable().optional(),
  version: Version.optional(),
});
