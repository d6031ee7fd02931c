// What a handler returns, and how it becomes a Response.
import { ApiError } from "../errors";

export type Answer = {
  status: 200 | 201 | 202 | 204;
  body?: unknown;
  /** Instead of a body: the text of a file, whose Content-Type is among the headers. */
  text?: string;
  /** Instead of a body: a file as it flows, whose Content-Type is among the headers. */
  stream?: ReadableStream<Uint8Array>;
  headers?: Record<string, string>;
  /** Of a route with a `cache`: from this instant on it is read again, however young the kept answer is. */
  goodUntil?: string | null;
  cookies?: string[];
};

/** 200 with a body. */
export const ok = (body: unknown): Answer => ({ status: 200, body });
/** 201 with the thing made. */
export const created = (body: unknown): Answer => ({ status: 201, body });
/** 202: taken, nothing to say. */
export const accepted = (): Answer => ({ status: 202, body: {} });
/** 204: done, nothing to say. */
export const noContent = (): Answer => ({ status: 204 });

/** The answer of a keyed SQL function ({replayed, body}), the same status and body the first time and every time after. */
export function keyed(status: 200 | 201, result: { replayed: boolean; body: unknown }): Answer {
  return {
    status,
    body: result.body,
    headers: { "Idempotency-Status": result.replayed ? "replayed" : "created" },
  };
}

/** The error envelope of the contract. Anything but an ApiError is answered as INTERNAL, without its text. */
export function errorResponse(error: unknown, requestId: string): Response {
  const known =
    error instanceof ApiError
      ? error
      : new ApiError("INTERNAL", "Something went wrong on our side. Try again.");
  const headers = new Headers({ ...known.headers, "X-Request-Id": requestId, "Cache-Control": "no-store" });
  if (known.status === 503) {
    headers.set("Retry-After", "2");
  }
  return Response.json(
    { error: known.message, code: known.code, details: known.details, request_id: requestId },
    { status: known.status, headers },
  );
}
