import { getMe } from "@/lib/identity/account";
import { endSession } from "@/lib/identity/session";
import { withoutSession } from "@/lib/identity/session-answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "End all of the caller's sessions: their refresh tokens die, and this browser's cookies go",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    status: 204,
    returns: null,
    changes: false,
    handle: async ({ request, token, db }) => {
      await getMe(db); // a token that opens nothing ends nothing
      if (token) await endSession(token, "global");
      return withoutSession(request);
    },
  }),
});
