// How a vendor shows itself to customers, as its own people edit it.
import { z } from "zod";
import { Id, Time, text } from "@/lib/platform/http/fields";
import { ImageUrl, VendorScope } from "./products";
import { BusinessType } from "./schema";

export const Profile = z.object({
  id: Id,
  slug: z.string(),
  name: z.string(),
  business_type: BusinessType,
  description: z.string(),
  image_url: z.string().nullable(),
  verified: z.boolean(),
  version: z.number().int(),
  updated_at: Time,
});
export type Profile = z.infer<typeof Profile>;

/** With `version` the change is refused when someone else changed it meanwhile. */
export const ProfilePatch = VendorScope.extend({
  description: text(0, 1000).optional(),
  image_url: ImageUrl.nullable().optional(),
  version: z.number().int().min(1).optional(),
});
