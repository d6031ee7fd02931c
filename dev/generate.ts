// Writes what is generated and checked in: the database's types and the list of routes. `--check` only compares.
import { writeRoutes } from "./routes.ts";
import { writeTypes } from "./types.ts";

const check = process.argv.includes("--check");
const fresh = [writeRoutes({ check }), await writeTypes({ check })];

if (fresh.includes(false)) {
  console.error("Generated files are stale: run `npm run generate` and commit what changed.");
  process.exit(1);
}
