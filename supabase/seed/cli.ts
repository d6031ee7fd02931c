// Seeds a database by hand, hosted ones included. Demo accounts have a published password: they are refused on any
// database that is not on this machine unless --yes-demo is given.
//   node supabase/seed/cli.ts geography --db-url postgres://…
//   node supabase/seed/cli.ts demo --db-url postgres://… [--yes-demo]
import { parseArgs } from "node:util";
import postgres from "postgres";
import { seedGeography } from "./geography.ts";
import { seed } from "./main.ts";

const USAGE = "usage: node supabase/seed/cli.ts geography|demo --db-url postgres://… [--yes-demo]";
const LOCAL_HOSTS = ["127.0.0.1", "localhost", "::1"];

/** Runs the command line given in `args`; answers the process's exit code. */
async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { "db-url": { type: "string" }, "yes-demo": { type: "boolean", default: false } },
  });
  const [part] = positionals;
  const url = values["db-url"];
  if (!url || positionals.length !== 1 || (part !== "geography" && part !== "demo")) {
    console.error(USAGE);
    return 2;
  }
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    // The driver's own reading of the URL decides, so that no second parser can disagree with it.
    const local = sql.options.host.every((host) => LOCAL_HOSTS.includes(host));
    if (part === "demo" && !local && !values["yes-demo"]) {
      console.error("Refused: this database is not local, and the demo accounts' password is public.");
      console.error("Give --yes-demo to put the demo town there all the same.");
      return 1;
    }
    await (part === "demo" ? seed(sql) : seedGeography(sql));
    console.log(`Seeded: ${part}.`);
    return 0;
  } finally {
    await sql.end();
  }
}

process.exitCode = await run(process.argv.slice(2));
