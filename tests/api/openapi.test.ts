// The API's own description is true: every route it names answers as it says to those it says may call.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { api, signedIn } from "./client.ts";
import { fileOf } from "./hostile-files.ts";

type Operation = {
  "x-roles"?: string[];
  security: unknown[];
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, unknown> };
};
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

let document: Document;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  document = (await api("GET", "/api/openapi.json")).body as unknown as Document;
  for (const role of ["customer", "vendor_admin", "courier", "admin"] as const)
    tokens[role] = (await signedIn(role)).token;
});

/** JSON with nothing in it; a file, where one is asked for. */
function bodyOf({ requestBody }: Operation) {
  const [type] = Object.keys(requestBody?.content ?? {});
  if (!type) return {};
  return type === "application/json" ? { body: {} } : { raw: fileOf(type) };
}

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace(/\{\w+\}/g, () => randomUUID()),
      operation,
      name: `${method.toUpperCase()} ${path}`,
    })),
  );

it("is OpenAPI 3.1 and names the contract's routes", () => {
  expect(document.openapi).toBe("3.1.0");
  const named = Object.keys(document.paths);
  const contract = [
    ...[
      "/api/health",
      "/api/health/ready",
      "/api/cities",
      "/api/cities/{slug}/districts",
      "/api/vendors",
      "/api/vendors/{slug}",
    ],
    ...[
      "/api/branches/{id}/menu",
      "/api/quotes",
      "/api/orders",
      "/api/orders/{id}",
      "/api/orders/{id}/events",
      "/api/orders/{id}/transitions",
    ],
    ...[
      "/api/orders/{id}/courier",
      "/api/vendor/orders",
      "/api/vendor/products",
      "/api/vendor/products/{id}",
      "/api/vendor/products/{id}/stock",
    ],
    ...[
      "/api/vendor/couriers",
      "/api/vendor/branches/{id}",
      "/api/vendor/stats",
      "/api/vendor/applications",
      "/api/admin/applications",
    ],
    ...[
      "/api/admin/applications/{id}/decision",
      "/api/courier/shift",
      "/api/courier/tasks",
      "/api/courier/positions",
    ],
  ];
  expect(contract.filter((path) => !named.includes(path))).toEqual([]);
});

it("every route that needs someone answers a stranger with 401", async () => {
  const wrong: string[] = [];
  for (const { method, path, operation, name } of operations()) {
    if (operation.security.length === 0) continue;
    const reply = await api(method, path, {
      key: randomUUID(),
      ...(operation.requestBody ? { body: {} } : {}),
    });
    if (reply.status !== 401) wrong.push(`${name} answered ${reply.status}`);
  }
  expect(wrong).toEqual([]);
});

it("a role that is not named never gets in: 403, or 400 and 404 before that is asked, and never a success", async () => {
  const wrong: string[] = [];
  let forbidden = 0;
  for (const { method, path, operation, name } of operations()) {
    const allowed = operation["x-roles"];
    if (!allowed) continue;
    for (const [role, token] of Object.entries(tokens)) {
      if (allowed.includes(role)) continue;
      const reply = await api(method, path, {
        token,
        key: randomUUID(),
        ...bodyOf(operation),
      });
      if (![400, 403].includes(reply.status)) wrong.push(`${name} answered a ${role} ${reply.status}`);
      if (reply.status === 403) forbidden += 1;
      if (method === "GET" && reply.status !== 403)
        wrong.push(`${name} answered a ${role} ${reply.status} instead of 403`);
    }
  }
  expect(wrong).toEqual([]);
  expect(forbidden).toBeGreaterThan(20);
});

it("every response carries a request id", async () => {
  for (const path of ["/api/openapi.json", "/api/health/live", "/api/vendors", "/api/nowhere"]) {
    expect((await api("GET", path)).headers.get("x-request-id")).toMatch(/^[\w-]{8,}$/);
  }
  const given = await api("GET", "/api/vendors", { headers: { "X-Request-Id": "from-the-caller" } });
  expect(given.headers.get("x-request-id")).toBe("from-the-caller");
});
