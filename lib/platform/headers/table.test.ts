// That every address answers with these is tests/api/headers.test.ts; production's own cannot be seen there.
import { expect, it } from "vitest";
import { headerTable } from "./table";

const hsts = (settings: Record<string, string>) =>
  headerTable(settings)
    .flatMap(({ source, headers }) => headers.map(({ key, value }) => [source, key, value]))
    .filter(([, key]) => key === "Strict-Transport-Security");

it("binds browsers to https in production, on every address, and nowhere else", () => {
  expect(hsts({ VERCEL_ENV: "production" })).toEqual([
    ["/:path*", "Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"],
  ]);
  expect(hsts({ VERCEL_ENV: "preview" })).toEqual([]);
  expect(hsts({})).toEqual([]);
});
