// The fixed keys of a local stack. They protect nothing and are never reused anywhere else.
import { type JWTPayload, jwtVerify, SignJWT } from "jose";

export const PUBLISHABLE_KEY = "sb_publishable_local";
export const SECRET_KEY = "sb_secret_local";
export const UPSTASH_TOKEN = "local-upstash-token";
export const METRICS_TOKEN = "local-metrics-token";
/** Signs every local access token (HS256); Auth, PostgREST and Realtime share it. */
export const JWT_SECRET = "local-only-secret-that-signs-every-kapgel-token";

const key = new TextEncoder().encode(JWT_SECRET);

/** The claims of an access token. Throws when the signature or the expiry is wrong. */
export async function verifyToken(token: string): Promise<JWTPayload> {
  return (await jwtVerify(token, key, { algorithms: ["HS256"] })).payload;
}

/** A token for the database role that a secret API key stands for. */
export function mintServiceToken(): Promise<string> {
  return new SignJWT({ role: "service_role", iss: "local" })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuedAt()
    .sign(key);
}
