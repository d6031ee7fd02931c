import { endImpersonation, startImpersonation } from "@/lib/desk/commands";
import { Impersonation, ImpersonationDraft } from "@/lib/desk/schema";
import { created, noContent } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";
import { viewSetCookie } from "@/lib/platform/http/session-cookies";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Look at a person's account as they see it: read-only, for fifteen minutes at most",
    auth: ["admin"],
    asSelf: true,
    body: ImpersonationDraft,
    status: 201,
    returns: Impersonation,
    handle: async ({ db, body, request }) => {
      const look = await startImpersonation(db, body);
      return { ...created(look), cookies: [viewSetCookie(look, request)] };
    },
  }),
  DELETE: route({
    summary: "Stop looking at a person's account",
    auth: ["admin"],
    asSelf: true,
    status: 204,
    returns: null,
    handle: async ({ db, request }) => {
      await endImpersonation(db);
      return { ...noContent(), cookies: [viewSetCookie(null, request)] };
    },
  }),
});
