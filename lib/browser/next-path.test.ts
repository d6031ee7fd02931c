import { expect, it } from "vitest";
import { homeOf, safeNextPath } from "./next-path.ts";

it.each(["/", "/checkout", "/v/moda-lezzet?branch=1#menu"])("keeps %s", (path) => {
  expect(safeNextPath(path)).toBe(path);
});

it.each([
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/..//evil.example",
  "javascript:alert(1)",
  "checkout",
  "/api/auth/sign-out",
  "",
  null,
  undefined,
])("refuses %s", (path) => {
  expect(safeNextPath(path)).toBeNull();
});

it("sends each role to its own first page", () => {
  expect(["customer", "vendor_admin", "courier", "admin"].map(homeOf)).toEqual([
    "/",
    "/vendor",
    "/courier",
    "/admin",
  ]);
});
