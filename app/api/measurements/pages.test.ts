import { globSync } from "node:fs";
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { pageOf } from "./pages";

it("knows every page of the site, and no order by its id", () => {
  const files = globSync("**/page.tsx", { cwd: resolve(import.meta.dirname, "../..") });
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const parts = file.split("/").slice(0, -1);
    const template = parts.filter((part) => !part.startsWith("("));
    const path = template.map((part) => (part.startsWith("[") ? "5f0c7b0e" : part)).join("/");
    const name = template.map((part) => part.replace(/^\[(\w+)\]$/, "{$1}")).join("/");
    expect(pageOf(`/${path}`)).toBe(`/${name}`);
  }
});

it.each(["/yok", "/orders/", "/orders/a/b/c", "//orders", "", "/vendor/x"])("%s is no page", (path) => {
  expect(pageOf(path)).toBe("other");
});
