import { Session, SignIn } from "@/lib/identity/schema";
import { signIn } from "@/lib/identity/session";
import { withSession } from "@/lib/identity/session-answer";
import { limitedGuesses } from "@/lib/platform/http/limits";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Open a session with e-mail and password",
    auth: "public",
    body: SignIn,
    returns: Session,
    handle: async ({ body, request, requestId }) => {
      const session = await limitedGuesses(body.email.toLowerCase(), () => signIn(body, requestId));
      return withSession(200, session, request);
    },
  }),
});
