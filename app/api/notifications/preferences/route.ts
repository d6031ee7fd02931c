import { setPreferences } from "@/lib/notifications/commands";
import { getPreferences } from "@/lib/notifications/queries";
import { Preferences, PreferencesPatch } from "@/lib/notifications/schema";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What the caller wants to be told and how: the kinds that concern their role, and quiet hours",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    returns: Preferences,
    handle: async ({ db }) => ok(await getPreferences(db)),
  }),
  PUT: route({
    summary: "Choose what to be told and how; what is not given stays",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    body: PreferencesPatch,
    returns: Preferences,
    changes: false,
    handle: async ({ db, body }) => ok(await setPreferences(db, body)),
  }),
});
