// What is seen of every API request: one log line and its metrics. Runs around the route's own steps and turns what they throw into an answer.
import type { NextRequest } from "next/server";
import { ApiError } from "../errors";
import { log } from "../logger";
import { count, time } from "../metrics";
import { report } from "../report";
import { noteOnSpan } from "../tracing";
import { errorResponse } from "./answer";
import { isId } from "./fields";
import { type PathParams, routeOf } from "./route-template";

export type Context = { params: Promise<PathParams> };
/** `actorId`: whom the token names, not proven. `vendorId`: whose business it is, where the request or its answer says so. */
type Seen = { requestId: string; actorId: string | null; vendorId: string | null };
type Answer = (request: NextRequest, context: Context, seen: Seen) => Promise<Response>;

/** `answer`, seen. It may throw: an ApiError is answered as it says, anything else as INTERNAL. */
export function observed(answer: Answer): (request: NextRequest, context: Context) => Promise<Response> {
  return async (request, context) => {
    const start = performance.now();
    const seen: Seen = { requestId: requestIdOf(request), actorId: null, vendorId: null };
    noteOnSpan({ "kapgel.request_id": seen.requestId });
    let failure: unknown;
    const response = await answer(request, context, seen).catch((error: unknown) => {
      failure = error;
      return errorResponse(error, seen.requestId);
    });
    const params = (await context.params) ?? {}; // a route without parameters is given none
    note(request, params, response, { seen, failure, ms: performance.now() - start });
    return response;
  };
}

type Ending = { seen: Seen; failure: unknown; ms: number };

function note(
  request: NextRequest,
  params: PathParams,
  response: Response,
  { seen, failure, ms }: Ending,
): void {
  const { method } = request;
  const { status } = response;
  const route = routeOf(request.nextUrl.pathname, params);
  const code = failure instanceof ApiError ? failure.code : undefined;
  const unforeseen = failure !== undefined && code === undefined;

  const labels = { route, method, status: `${Math.floor(status / 100)}xx` };
  count("kapgel_http_requests_total", labels);
  time("kapgel_http_request_duration_seconds", labels, ms / 1000);
  const key = code === "IDEMPOTENCY_CONFLICT" ? "conflict" : response.headers.get("idempotency-status");
  if (key) count("kapgel_idempotency_total", { status: key });

  log(unforeseen ? "error" : status >= 500 ? "warn" : "info", "request", {
    request_id: seen.requestId,
    method,
    route,
    status,
    duration_ms: Math.round(ms * 10) / 10,
    ...(isId(seen.actorId) && { actor_id: seen.actorId }),
    ...(seen.vendorId && { vendor_id: seen.vendorId }),
    ...(code && { code }),
    ...(unforeseen && { error: failure }),
  });
  if (unforeseen) report(failure, { request_id: seen.requestId, method, route });
}

// Our own id unless the caller brings a sane one, so that one id follows a request through every log.
function requestIdOf(request: NextRequest): string {
  const given = request.headers.get("x-request-id");
  return given && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
}
