// A route handler is a declaration: who may call, what comes in, what goes out, and one function. This file runs the steps
// in order; OpenAPI is generated from the same declaration.
import type { NextRequest } from "next/server";
import { z } from "zod";
import { changed } from "../after-change";
import { cached } from "../cache";
import { ApiError } from "../errors";
import type { LimitName } from "../rate-limit/limits";
import { type Database, databaseAs } from "../supabase";
import { isChange, tokenOf, viewOf } from "./actor";
import type { Answer } from "./answer";
import { readJson } from "./body";
import type { BodyReader } from "./file";
import { admitted, subjectOf } from "./limits";
import { type Context, observed } from "./observed";
import { parse } from "./parse";
import { vendorOf } from "./vendor-of";

export type Role = "customer" | "vendor_admin" | "courier" | "admin";

/** What a handler is given: everything parsed, and the database as the caller sees it. */
export type Call<Params, Query, Body> = {
  params: Params;
  query: Query;
  body: Body;
  db: Database;
  token: string | null;
  key: string; // the Idempotency-Key of an idempotent route, else ""
  requestId: string;
  request: NextRequest;
};

export type RouteSpec<Params, Query, Body> = {
  summary: string;
  /** `public` routes are answered as to a stranger; otherwise the roles that may call. The SQL function checks the role itself. */
  auth: "public" | readonly Role[];
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  /** JSON of this shape, or a file (file.ts). */
  body?: z.ZodType<Body> | BodyReader<Body>;
  /** What a JSON body may be long, where that is not what others may (body.ts). */
  maxBytes?: number;
  /** Status and shape of success; null for an answer without a body, "csv", "text" or "file" (of any type) for a file. */
  status?: Answer["status"];
  returns: z.ZodType | null | "csv" | "text" | "file";
  idempotent?: boolean;
  /** The operator's own business also while they look at somebody's account. */
  asSelf?: true;
  /** A limit of this operation, beside its caller's (lib/platform/rate-limit/limits.ts). */
  limit?: LimitName;
  /** false: nothing that a POST here does has an effect elsewhere. */
  changes?: false;
  /** Public reads may be served from memory for a moment; writes drop them by tag (lib/platform/cache.ts). */
  cache?: { seconds: number; tags: (call: { params: Params; query: Query }) => string[] };
  handle: (call: Call<Params, Query, Body>) => Promise<Answer>;
};

export type Handler = ((request: NextRequest, context: Context) => Promise<Response>) & {
  spec: RouteSpec<never, never, never>;
};

/** Makes a Next route handler of a declaration. */
export function route<Params = unknown, Query = unknown, Body = unknown>(
  spec: RouteSpec<Params, Query, Body>,
): Handler {
  const handler = observed(async (request, context, seen) => {
    const { requestId } = seen;
    const token = spec.auth === "public" ? null : tokenOf(request);
    if (spec.auth !== "public" && !token) {
      throw new ApiError("UNAUTHENTICATED", "Sign in to continue.");
    }
    seen.actorId = token && subjectOf(token);
    const view = token && !spec.asSelf ? viewOf(request) : null;
    if (view && isChange(request)) {
      throw new ApiError("VIEW_ONLY", "Nothing can be changed while looking at somebody's account.");
    }
    const limits = await admitted(request, seen.actorId, spec.limit ?? null);
    const key = spec.idempotent ? keyOf(request) : "";
    const params = spec.params ? parseParams(spec.params, await context.params) : (undefined as Params);
    const query = spec.query
      ? parse(spec.query, Object.fromEntries(request.nextUrl.searchParams))
      : (undefined as Query);
    const body = await readBody(spec, request);
    seen.vendorId = vendorOf(query) ?? vendorOf(body);
    const run = () =>
      answer(spec, {
        params,
        query,
        body,
        db: databaseAs(token, requestId, view),
        token,
        key,
        requestId,
        request,
      });
    const { status, payload, headers, vendorId } = spec.cache
      ? await cached(
          request.nextUrl.pathname + request.nextUrl.search,
          spec.cache.seconds,
          spec.cache.tags({ params, query }),
          run,
          ({ goodUntil }) => (goodUntil ? Date.parse(goodUntil) : Number.POSITIVE_INFINITY),
        )
      : await run();
    seen.vendorId ??= vendorId;
    if (request.method !== "GET" && spec.changes !== false) changed(requestId);
    return new Response(payload, {
      status,
      headers: [...headers, ...Object.entries(limits), ["X-Request-Id", requestId]],
    });
  });
  return Object.assign(handler, { spec: spec as unknown as Handler["spec"] });
}

async function readBody<B>(
  { body, maxBytes }: Pick<RouteSpec<never, never, B>, "body" | "maxBytes">,
  request: NextRequest,
): Promise<B> {
  if (!body) return undefined as B;
  return "read" in body ? body.read(request) : parse(body, await readJson(request, maxBytes));
}

async function answer<P, Q, B>(spec: RouteSpec<P, Q, B>, call: Call<P, Q, B>) {
  const { status, body, text, stream, headers, cookies = [], goodUntil } = await spec.handle(call);
  const shape = typeof spec.returns === "string" ? null : spec.returns;
  const payload =
    body === undefined ? (text ?? stream ?? null) : JSON.stringify(shape ? shape.parse(body) : body);
  const sent: [string, string][] = [
    ["Cache-Control", "no-store"],
    ...Object.entries(headers ?? {}),
    ...cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]),
  ];
  return {
    status,
    payload,
    goodUntil,
    vendorId: vendorOf(body),
    headers: body === undefined ? sent : [["Content-Type", "application/json"] as [string, string], ...sent],
  };
}

function keyOf(request: NextRequest): string {
  const key = request.headers.get("idempotency-key");
  if (!key) {
    throw new ApiError(
      "IDEMPOTENCY_KEY_REQUIRED",
      "Send an Idempotency-Key header: a UUID made once for this action.",
    );
  }
  return parse(z.object({ "idempotency-key": z.guid() }), { "idempotency-key": key })["idempotency-key"];
}

// An id that cannot be one names nothing: 404, as for an id that is another tenant's.
function parseParams<P>(schema: z.ZodType<P>, params: unknown): P {
  const result = schema.safeParse(params);
  if (!result.success) {
    throw new ApiError("NOT_FOUND", "There is nothing at this address.");
  }
  return result.data;
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof METHODS)[number];
type NextHandler = (request: NextRequest, context: Context) => Promise<Response>;

/** The methods of one URL: those given, and 405 METHOD_NOT_ALLOWED in the contract's envelope for the others. */
export function methods(
  given: Partial<Record<Method, Handler>>,
): Record<Method, NextHandler & { spec?: Handler["spec"] }> {
  const allow = METHODS.filter((method) => given[method]).join(", ");
  const refuse: NextHandler = observed(async () => {
    throw new ApiError("METHOD_NOT_ALLOWED", `Use ${allow} here.`, {}, { Allow: allow });
  });
  return Object.fromEntries(METHODS.map((method) => [method, given[method] ?? refuse])) as Record<
    Method,
    NextHandler
  >;
}
