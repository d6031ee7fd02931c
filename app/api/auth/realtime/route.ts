import { getMe } from "@/lib/identity/account";
import { RealtimeAccess } from "@/lib/identity/schema";
import { expiryOf } from "@/lib/identity/session";
import { env } from "@/lib/platform/env";
import { ApiError } from "@/lib/platform/errors";
import { ok } from "@/lib/platform/http/answer";
import { methods, route } from "@/lib/platform/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "What a browser needs to join its private realtime channels",
    auth: ["customer", "vendor_admin", "courier", "admin"],
    returns: RealtimeAccess,
    handle: async ({ db, token }) => {
      const { NEXT_PUBLIC_SUPABASE_URL: url, NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: key } = env();
      if (!token) {
        throw new ApiError("UNAUTHENTICATED", "Sign in to continue.");
      }
      await getMe(db); // a token that opens nothing is refused here, not by the first channel
      return ok({ url, key, access_token: token, expires_at: expiryOf(token) });
    },
  }),
});
