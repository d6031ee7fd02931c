import { z } from "zod";
import { testPush } from "@/lib/notifications/commands";
import { accepted } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Send the caller's browsers a push to try them, by the way that every other takes",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    status: 202,
    returns: z.object({}),
    handle: async ({ db }) => {
      await testPush(db);
      return accepted();
    },
  }),
});
