import { z } from "zod";
import { Session, SignUp } from "@/lib/identity/schema";
import { signUp } from "@/lib/identity/session";
import { withSession } from "@/lib/identity/session-answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Make a customer account; 202 when the e-mail address must be confirmed first",
    auth: "public",
    body: SignUp,
    status: 201,
    returns: z.union([Session, z.object({ confirm_email: z.literal(true) })]),
    handle: async ({ body, request, requestId }) => {
      const session = await signUp(body, requestId);
      return session ? withSession(201, session, request) : { status: 202, body: { confirm_email: true } };
    },
  }),
});
