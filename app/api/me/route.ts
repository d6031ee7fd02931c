import { getMe, updateProfile } from "@/lib/identity/account";
import { Me, ProfilePatch } from "@/lib/identity/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Who calls",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    returns: Me,
    handle: async ({ db }) => ok(await getMe(db)),
  }),
  PATCH: route({
    summary: "Change the caller's name, phone or language",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    body: ProfilePatch,
    returns: Me,
    handle: async ({ db, body }) => ok(await updateProfile(db, body)),
  }),
});
