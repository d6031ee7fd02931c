import { endSession } from "@/lib/identity/session";
import { withoutSession } from "@/lib/identity/session-answer";
import { tokenOf } from "@/lib/platform/http/actor";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "End the caller's session: its refresh token dies and the browser's cookies go",
    auth: "public",
    status: 204,
    returns: null,
    handle: async ({ request }) => {
      const token = tokenOf(request);
      if (token) {
        await endSession(token);
      }
      return withoutSession(request);
    },
  }),
});
