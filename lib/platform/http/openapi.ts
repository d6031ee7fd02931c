// The OpenAPI document, read off the routes' own declarations: what it says is what route() enforces.
import { z } from "zod";
import { STATUS_OF } from "../errors";
import type { Handler } from "./route";

type RouteModule = Partial<Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE", { spec?: Handler["spec"] }>>;
type Json = Record<string, unknown>;

/**
 * OpenAPI 3.1 of the given routes.
 * @param routes path template ("/api/orders/{id}") → the route file's exports
 */
export function openApi(routes: Record<string, RouteModule>): Json {
  const paths = Object.entries(routes).map(([path, module]) => [
    path,
    Object.fromEntries(
      Object.entries(module)
        .filter(([, handler]) => handler?.spec)
        .map(([method, handler]) => [
          method.toLowerCase(),
          operation(path, handler?.spec as Handler["spec"]),
        ]),
    ),
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: "KapGel",
      version: "1",
      description: "Local-delivery commerce. Money is in integer minor units (kuruş), times in ISO 8601 UTC.",
    },
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: "kapgel_access" },
      },
      schemas: { Error: ERROR },
      responses: {
        Error: {
          description: "The error envelope",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
        },
      },
    },
  };
}

const ERROR = {
  type: "object",
  required: ["error", "code", "details", "request_id"],
  properties: {
    error: { type: "string", description: "A sentence a person can act on" },
    code: { type: "string", enum: Object.keys(STATUS_OF) },
    details: { type: "object" },
    request_id: { type: "string" },
  },
};

function operation(path: string, spec: Handler["spec"]): Json {
  const status = String(spec.status ?? 200);
  return {
    summary: spec.summary,
    tags: [path.split("/")[2] ?? "api"],
    security: spec.auth === "public" ? [] : [{ bearer: [] }, { cookie: [] }],
    ...(spec.auth === "public" ? {} : { "x-roles": spec.auth }),
    parameters: [
      ...parameters("path", spec.params),
      ...parameters("query", spec.query),
      ...(spec.idempotent ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(spec.body
      ? {
          requestBody: { required: true, content: contentOf(spec.body) },
        }
      : {}),
    responses: {
      [status]: success(spec.returns),
      default: { $ref: "#/components/responses/Error" },
    },
  };
}

function contentOf(body: NonNullable<Handler["spec"]["body"]>): Json {
  if (!("read" in body)) return { "application/json": { schema: schemaOf(body, "input") } };
  return Object.fromEntries(
    body.types.map((type) => [type, { schema: { type: "string", contentMediaType: type } }]),
  );
}

const FILE_TYPES = { csv: "text/csv", text: "text/plain", file: "*/*" };

function success(returns: Handler["spec"]["returns"]): Json {
  if (!returns) return { description: "Success, without a body" };
  const content =
    typeof returns === "string"
      ? { [FILE_TYPES[returns]]: { schema: { type: "string" } } }
      : { "application/json": { schema: schemaOf(returns, "output") } };
  return { description: "Success", content };
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  schema: { type: "string", format: "uuid" },
  description: "Made once for this action; a repeat within 24 hours gets the first answer again",
};

function parameters(place: "path" | "query", schema: z.ZodType | undefined): Json[] {
  const { properties = {}, required = [] } = (schema ? schemaOf(schema, "input") : {}) as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return json;
}
