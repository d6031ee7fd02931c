// Sessions: tokens come from the auth server and live in http-only cookies. A page's caller is read here, once a request.
import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { z } from "zod";
import { ApiError } from "@/lib/platform/errors";
import { ACCESS_COOKIE, tokenIn, VIEW_COOKIE } from "@/lib/platform/http/actor";
import { authServer, type Database, databaseAs } from "@/lib/platform/supabase";
import { Me, type Session, type SignIn, type SignUp } from "./schema";

type Tokens = { access_token: string; refresh_token: string; expires_at?: number | undefined };

/**
 * A session for an e-mail and password.
 * @throws ApiError UNAUTHENTICATED when they do not match; nothing says which of the two was wrong. ACCOUNT_SUSPENDED.
 */
export async function signIn(
  { email, password }: z.infer<typeof SignIn>,
  requestId: string,
): Promise<Session> {
  const { data, error } = await authServer().signInWithPassword({ email, password });
  if (error?.code === "user_banned") {
    throw new ApiError(
      "ACCOUNT_SUSPENDED",
      "This account is suspended. Write to us if you think that this is a mistake.",
    );
  }
  if (error) {
    throw authFailure(error.status, "The e-mail address or the password is wrong.");
  }
  return sessionOf(data.session, requestId);
}

/**
 * A new customer and their session; null when the auth server wants the address confirmed first.
 * @throws ApiError VALIDATION_ERROR on `email` when it already has an account, on `password` when it is too weak.
 */
export async function signUp(person: z.infer<typeof SignUp>, requestId: string): Promise<Session | null> {
  const { email, password, full_name, phone, locale } = person;
  const { data, error } = await authServer().signUp({
    email,
    password,
    options: { data: { full_name, phone, locale } },
  });
  if (error) {
    const field = error.code === "weak_password" ? "password" : "email";
    const message =
      field === "password" ? "Choose a stronger password." : "This e-mail address already has an account.";
    throw error.status && error.status < 500
      ? new ApiError("VALIDATION_ERROR", message, { [field]: [message] })
      : authFailure(error.status, message);
  }
  return data.session ? sessionOf(data.session, requestId) : null;
}

/**
 * The session that follows the one this refresh token belongs to.
 * @throws ApiError UNAUTHENTICATED when it is unknown or used up.
 */
export async function refreshSession(refreshToken: string, requestId: string): Promise<Session> {
  const { data, error } = await authServer().refreshSession({ refresh_token: refreshToken });
  if (error || !data.session) {
    throw authFailure(error?.status, "Your session has ended. Sign in again.");
  }
  return sessionOf(data.session, requestId);
}

/**
 * Ends the session this access token belongs to, or with "global" all sessions of its person. One that has already ended is left as it is.
 * An access token that is out already works until it expires (docs/decisions/03-sessions.md).
 */
export async function endSession(accessToken: string, scope: "local" | "global" = "local"): Promise<void> {
  await authServer().admin.signOut(accessToken, scope);
}

/** The database as the visitor of this page sees it; while an operator looks at somebody's account, as that person does. */
export const pageDatabase = cache((): Promise<Database> => databaseOfVisitor(true));

/** The database as the visitor themself sees it, whoever they look at. */
export const ownDatabase = cache((): Promise<Database> => databaseOfVisitor(false));

async function databaseOfVisitor(looking: boolean): Promise<Database> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const [token, view] = [ACCESS_COOKIE, VIEW_COOKIE].map((name) => tokenIn(jar.get(name)?.value));
  return databaseAs(token ?? null, sent.get("x-request-id") ?? crypto.randomUUID(), looking ? view : null);
}

/** Who visits this page, or null for a stranger; read once however many components ask. */
export const currentUser = cache(async (): Promise<Me | null> => {
  const jar = await cookies();
  if (!jar.has(ACCESS_COOKIE)) {
    return null;
  }
  try {
    return Me.parse(await (await pageDatabase()).call("get_me"));
  } catch (error) {
    if (
      error instanceof ApiError &&
      (error.code === "UNAUTHENTICATED" || error.code === "ACCOUNT_SUSPENDED")
    ) {
      return null;
    }
    throw error;
  }
});

/** The expiry of an access token, in seconds since the epoch, as the token itself says. */
export function expiryOf(accessToken: string): number {
  const payload = JSON.parse(
    Buffer.from(accessToken.split(".")[1] ?? "", "base64url").toString() || "{}",
  ) as { exp?: number };
  return payload.exp ?? 0;
}

async function sessionOf(tokens: Tokens | null, requestId: string): Promise<Session> {
  if (!tokens) {
    throw authFailure(undefined, "The session could not be opened.");
  }
  const user = Me.parse(await databaseAs(tokens.access_token, requestId).call("get_me"));
  return {
    access_token: tokens.access_token,
    refresh_token: tokens.refresh_token,
    expires_at: tokens.expires_at ?? expiryOf(tokens.access_token),
    user: { id: user.id, role: user.role, full_name: user.full_name },
  };
}

function authFailure(status: number | undefined, message: string): ApiError {
  return status && status < 500
    ? new ApiError("UNAUTHENTICATED", message)
    : new ApiError("UNAVAILABLE", "Signing in is not possible right now. Try again in a few seconds.");
}
