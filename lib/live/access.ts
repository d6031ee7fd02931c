// What a browser needs to join channels: asked from our API, kept until shortly before it ends.
import { api } from "../browser/api.ts";

export type RealtimeAccess = { url: string; key: string; access_token: string; expires_at: number };

/** Ask anew when less than this is left: a join must not race the token's end. */
const MARGIN_MS = 60_000;

let known: RealtimeAccess | null = null;

/** Milliseconds until this access should be renewed; zero or less when it should be now. */
export function renewIn(access: RealtimeAccess): number {
  return access.expires_at * 1_000 - MARGIN_MS - Date.now();
}

/** The current access. @throws ApiError when signed out (without leaving the page) or unreachable. */
export async function realtimeAccess(): Promise<RealtimeAccess> {
  if (!known || renewIn(known) <= 0) {
    known = await api.get<RealtimeAccess>("/api/auth/realtime", { on401: "throw" });
  }
  return known;
}
