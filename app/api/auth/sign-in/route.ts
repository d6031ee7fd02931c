import { Session, SignIn } from "@/lib/identity/schema";
import { signIn } from "@/lib/identity/session";
import { withSession } from "@/lib/identity/session-answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Open a session with e-mail and password",
    auth: "public",
    body: SignIn,
    returns: Session,
    handle: async ({ body, request, requestId }) => withSession(200, await signIn(body, requestId), request),
  }),
});
