import { Refresh, Session } from "@/lib/identity/schema";
import { refreshSession } from "@/lib/identity/session";
import { withSession } from "@/lib/identity/session-answer";
import { ApiError } from "@/lib/platform/errors";
import { REFRESH_COOKIE } from "@/lib/platform/http/actor";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Renew a session with the refresh token of the body, or of the cookie",
    auth: "public",
    body: Refresh,
    returns: Session,
    handle: async ({ body, request, requestId }) => {
      const token = body.refresh_token ?? request.cookies.get(REFRESH_COOKIE)?.value;
      if (!token) {
        throw new ApiError("UNAUTHENTICATED", "Send the refresh token.");
      }
      return withSession(200, await refreshSession(token, requestId), request);
    },
  }),
});
