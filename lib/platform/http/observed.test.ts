// What is written of a request, and what is not.
import { NextRequest } from "next/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError } from "../errors";
import { metricsText } from "../metrics";
import { observed } from "./observed";

const PERSON = "5f0c7b0e-93a5-4a57-8a0a-2f1d6c1c9d11";
let lines: Record<string, unknown>[];
beforeEach(() => {
  lines = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => {
    lines.push(JSON.parse(String(line)));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const ask = (answer: Parameters<typeof observed>[0], headers: Record<string, string> = {}) =>
  observed(answer)(new NextRequest("http://localhost/api/orders/secret-id?token=t", { headers }), {
    params: Promise.resolve({ id: "secret-id" }),
  });

it("an answer: one line with who, what and how long, by the route's name", async () => {
  const response = await ask(
    async (_request, _context, seen) => {
      seen.actorId = PERSON;
      return new Response("x", { status: 201 });
    },
    { "x-request-id": "request-1", authorization: "Bearer abc" },
  );
  expect(response.status).toBe(201);
  expect(lines).toEqual([
    {
      level: "info",
      time: expect.any(String),
      message: "request",
      request_id: "request-1",
      method: "GET",
      route: "/api/orders/{id}",
      status: 201,
      duration_ms: expect.any(Number),
      actor_id: PERSON,
    },
  ]);
  expect(await metricsText()).toContain(
    'kapgel_http_requests_total{route="/api/orders/{id}",method="GET",status="2xx"} 1',
  );
});

it("a request that names its vendor, or whose answer does: the vendor", async () => {
  await ask(async (_request, _context, seen) => {
    seen.vendorId = PERSON;
    return new Response(null);
  });
  expect(lines).toMatchObject([{ vendor_id: PERSON }]);
});

it("a refusal: its code, and no stack", async () => {
  const response = await ask(async () => {
    throw new ApiError("NOT_FOUND", "There is nothing at this address.");
  });
  expect(response.status).toBe(404);
  expect(lines).toMatchObject([{ level: "info", status: 404, code: "NOT_FOUND" }]);
  expect(lines[0]).not.toHaveProperty("error");
});

it("what nobody foresaw: an error with its stack, of which the answer says nothing", async () => {
  const response = await ask(async () => {
    throw new Error("relation of ayse@firma.com is gone");
  });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("gone");
  expect(lines).toMatchObject([
    {
      level: "error",
      status: 500,
      error: { message: "relation of [redacted] is gone", stack: expect.stringContaining("observed.test") },
    },
  ]);
});

it("a dependency that is away: a warning", async () => {
  await ask(async () => {
    throw new ApiError("UNAVAILABLE", "The service is busy.");
  });
  expect(lines).toMatchObject([{ level: "warn", status: 503, code: "UNAVAILABLE" }]);
});

it("a route without parameters, which Next gives none", async () => {
  const request = new NextRequest("http://localhost/api/vendors");
  await observed(async () => new Response(null))(request, { params: Promise.resolve(undefined) } as never);
  expect(lines).toMatchObject([{ route: "/api/vendors", status: 200 }]);
});

it("an actor that is no id, as a forged token may name, is left out", async () => {
  await ask(async (_request, _context, seen) => {
    seen.actorId = "ayse";
    return new Response(null);
  });
  expect(lines[0]).not.toHaveProperty("actor_id");
});
