// What of an event may leave the house, in whatever part of it somebody's data stands.
import type { Event } from "@sentry/nextjs";
import { expect, it } from "vitest";
import { scrubbed, toldAttributes, toldName } from "./scrub";

const EMAIL = "ayse.yilmaz@firma.com";
const event: Event = {
  event_id: "0".repeat(32),
  release: "abc",
  server_name: "ayse-laptop",
  message: `mail to ${EMAIL}`,
  transaction: `GET /api/orders?email=${EMAIL}`,
  tags: { request_id: "r-1", route: "/api/orders/{id}", email: EMAIL },
  user: { email: EMAIL, ip_address: "203.0.113.9" },
  request: {
    url: "http://x/?token=gizli",
    headers: { cookie: "gizli" },
    cookies: { a: "gizli" },
    data: "gizli",
  },
  breadcrumbs: [{ message: "gizli" }],
  extra: { body: "gizli" },
  exception: {
    values: [
      { type: "Error", value: `row of ${EMAIL}`, stacktrace: { frames: [{ filename: "a.js", lineno: 1 }] } },
    ],
  },
  contexts: {
    trace: {
      trace_id: "1".repeat(32),
      span_id: "2".repeat(16),
      data: { "http.target": "/?token=gizli", "http.method": "GET" },
    },
    device: { name: "gizli" },
  },
  spans: [
    {
      trace_id: "1".repeat(32),
      span_id: "3".repeat(16),
      start_timestamp: 1,
      description: "GET /yok?token=gizli",
      data: { "url.full": "http://x/?token=gizli", "kapgel.function": "place_order" },
    },
  ],
};

it("keeps what an error is found by", () => {
  expect(scrubbed(event)).toMatchObject({
    release: "abc",
    transaction: "GET /api/orders",
    tags: { request_id: "r-1", route: "/api/orders/{id}" },
    exception: {
      values: [{ type: "Error", value: "row of [redacted]", stacktrace: { frames: [{ filename: "a.js" }] } }],
    },
    contexts: { trace: { trace_id: "1".repeat(32), data: { "http.method": "GET" } } },
    spans: [{ description: "GET /yok", data: { "kapgel.function": "place_order" } }],
  });
});

it("keeps nobody's data, wherever it stands", () => {
  expect(JSON.stringify(scrubbed(event))).not.toMatch(/ayse|gizli|203\.0\.113|firma/);
});

it("a span says names and codes only", () => {
  const said = {
    "http.route": "/api/orders",
    "http.target": "/api/orders?x=1",
    "user_agent.original": "x",
    "db.statement": "x",
  };
  expect(toldAttributes(said)).toEqual({ "http.route": "/api/orders" });
  expect(toldName(`GET /x?e=${EMAIL}`)).toBe("GET /x");
});
