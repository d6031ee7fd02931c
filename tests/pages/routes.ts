// Every page there is: read from the folders, so that a new one is looked at before anybody remembers to ask for it.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const APP = resolve(import.meta.dirname, "../../app");

/** Every page's route as its folders spell it, without groups: "/orders/[id]". */
export function pageRoutes(): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => join("/", file, "..").replace(/\/\([^)]+\)/g, "") || "/")
    .sort();
}
