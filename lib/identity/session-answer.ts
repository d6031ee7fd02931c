// Answers that open, renew or end a session: the tokens in the body for programs, in http-only cookies for browsers.
import type { NextRequest } from "next/server";
import type { Answer } from "@/lib/platform/http/answer";
import { isSecure, sessionSetCookies } from "@/lib/platform/http/session-cookies";
import type { Session } from "./schema";

/** The session as an answer with its cookies. */
export function withSession(status: 200 | 201, session: Session, request: NextRequest): Answer {
  return { status, body: session, cookies: sessionSetCookies(session, isSecure(request)) };
}

/** An answer that ends the browser's session. */
export function withoutSession(request: NextRequest): Answer {
  return { status: 204, cookies: sessionSetCookies(null, isSecure(request)) };
}
