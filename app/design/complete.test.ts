// The design page shows the whole design system: a component that nobody put there is missing here.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const UI = new URL("../../components/ui/", import.meta.url);
/** `…-later` is the same component, fetched after the page. */
const components = readdirSync(UI)
  .filter((file) => file.endsWith(".tsx") && !file.endsWith("-later.tsx"))
  .map((file) => file.replace(".tsx", ""));
const shown = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => readFileSync(new URL(file, import.meta.url), "utf8"))
  .join("\n");

it("every component of components/ui stands on the design page", () => {
  expect(components.length).toBeGreaterThan(25);
  expect(components.filter((name) => !shown.includes(`"@/components/ui/${name}"`))).toEqual([]);
});
