import { expect, it } from "vitest";
import { routeOf } from "./route-template";

it.each([
  ["/api/vendors", {}, "/api/vendors"],
  ["/api/orders/1/events", { id: "1" }, "/api/orders/{id}/events"],
  ["/api/vendors/vendors", { slug: "vendors" }, "/api/vendors/{slug}"], // the value, not the fixed part
  ["/api/vendors/caf%C3%A9", { slug: "café" }, "/api/vendors/{slug}"],
  ["/api/vendors/caf%C3%A9", { slug: "caf%C3%A9" }, "/api/vendors/{slug}"],
  ["/api/no/such/thing", { path: ["no", "such", "thing"] }, "/api/{path}"],
  ["/api//no///such/", { path: ["no", "such"] }, "/api/{path}"],
  ["/api/%zz", { path: ["%zz"] }, "/api/{path}"],
  ["/api/a%252Fb", { path: ["something", "else"] }, "other"],
])("%s", (path, params, route) => {
  expect(routeOf(path, params)).toBe(route);
});
