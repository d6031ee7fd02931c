// Callers that are programs of ours (the scheduler, Prometheus): they bring a shared secret as a bearer token.
import { timingSafeEqual } from "node:crypto";

/** Whether the request brings this secret, compared in constant time; without a secret nobody does. */
export function brings(secret: string | undefined, request: Request): boolean {
  const given = Buffer.from(request.headers.get("authorization") ?? "");
  const expected = Buffer.from(`Bearer ${secret}`);
  return secret !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
}
