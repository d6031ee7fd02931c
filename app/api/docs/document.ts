// The OpenAPI document as this page reads it: operations in sections, by the first part of their path.
import "server-only";
import { GET } from "../openapi.json/route";
import { exampleOf, type Schema } from "./schema-rows";

type Content = { content?: Record<string, { schema: Schema }> };

export type Parameter = {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required: boolean;
  schema: Schema;
  description?: string;
};

export type Operation = {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** Null: anyone may call. An empty list: anyone with a session. */
  roles: string[] | null;
  parameters: Parameter[];
  body: Schema | null;
  /** Instead of JSON a file, of one of these types. */
  fileTypes: string[];
  status: string;
  returns: Schema | null;
  curl: string;
};

export type Section = { tag: string; operations: Operation[] };

type RawOperation = {
  summary?: string;
  tags?: string[];
  security?: unknown[];
  "x-roles"?: string[];
  parameters?: Parameter[];
  requestBody?: Content;
  responses?: Record<string, Content>;
};
type Document = {
  info: { title: string; version: string };
  paths: Record<string, Record<string, RawOperation>>;
};

/** Everything the API offers, read from what it says of itself. `origin` is written into the examples. */
export async function readSections(origin: string): Promise<Section[]> {
  const document = (await (await GET()).json()) as Document;
  const sections = new Map<string, Operation[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, raw] of Object.entries(operations)) {
      const tag = raw.tags?.[0] ?? "api";
      sections.set(tag, [...(sections.get(tag) ?? []), operationOf(method.toUpperCase(), path, raw, origin)]);
    }
  }
  return [...sections].map(([tag, operations]) => ({ tag, operations }));
}

function operationOf(method: string, path: string, raw: RawOperation, origin: string): Operation {
  const [status = "200", success] =
    Object.entries(raw.responses ?? {}).find(([code]) => code !== "default") ?? [];
  const body = raw.requestBody?.content?.["application/json"]?.schema ?? null;
  const fileTypes = body ? [] : Object.keys(raw.requestBody?.content ?? {});
  const parameters = raw.parameters ?? [];
  const isPublic = (raw.security ?? []).length === 0;
  return {
    id: `${method}-${path}`
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/-$/, ""),
    method,
    path,
    summary: raw.summary ?? "",
    roles: isPublic ? null : (raw["x-roles"] ?? []),
    parameters,
    body,
    fileTypes,
    status,
    returns: success?.content?.["application/json"]?.schema ?? null,
    curl: curlOf({ method, url: origin + path, parameters, body, fileTypes, isPublic }),
  };
}

function curlOf({
  method,
  url,
  parameters,
  body,
  fileTypes: [fileType],
  isPublic,
}: {
  method: string;
  url: string;
  parameters: Parameter[];
  body: Schema | null;
  fileTypes: string[];
  isPublic: boolean;
}): string {
  const query = parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name, schema }) => `${name}=${String(exampleOf(schema, name))}`);
  const address =
    url.replace(/\{(\w+)\}/g, "$$$1").toString() + (query.length > 0 ? `?${query.join("&")}` : "");
  const lines = [
    `curl${method === "GET" ? "" : ` -X ${method}`} "${address}"`,
    ...(isPublic ? [] : ['-H "Authorization: Bearer $TOKEN"']),
    ...parameters
      .filter((parameter) => parameter.in === "header")
      .map(({ name }) => `-H "${name}: $(uuidgen)"`),
    ...(body
      ? ['-H "Content-Type: application/json"', `-d '${JSON.stringify(exampleOf(body), null, 2)}'`]
      : []),
    ...(fileType ? [`-H "Content-Type: ${fileType}"`, '--data-binary "@$FILE"'] : []),
  ];
  return lines.join(" \\\n  ");
}
