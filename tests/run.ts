// `npm test`: everything a change must pass, or one part of it (static, unit, stack, db, api, e2e). Brings its own stack on its own
// ports and its own build, so that it runs beside `npm run dev`. For what that has no time for: `npm run test:tour`, the longer journeys and
// every page from all sides; `npm run test:outages`, each dependency killed and hung in turn; `npm run contact-sheet`, pictures of all pages.
import { type ChildProcess, spawn } from "node:child_process";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startCron } from "../dev/cron.ts";
import { PUBLISHABLE_KEY } from "../dev/keys.ts";
import { copyMapWorker, firstPage, startNext } from "../dev/next.ts";
import { startStack } from "../dev/stack.ts";
import { measureOutages } from "../ops/outages/measure.ts";
import { type Report, readPlaywright, readVitest } from "./reports.ts";

const PROJECT = resolve(import.meta.dirname, "..");
// Below the range that systems lend to outgoing connections (32768 up on Linux): nothing may hold one of these by chance.
const PORT_BASE = Number(process.env.TEST_PORT_BASE ?? 25320);
const PARTS = ["static", "unit", "stack", "db", "api", "e2e"] as const;
/** Taken only when asked for. */
const ON_REQUEST = ["tour", "contact-sheet", "outages"] as const;
type Part = (typeof PARTS)[number] | (typeof ON_REQUEST)[number];
const WITH_APP: readonly Part[] = ["e2e", "api", ...ON_REQUEST];

const STATIC = [
  ["format and lint", "biome", "ci", "--error-on-warnings", "."],
  // Without what Next generated for an earlier state of the routes.
  ["types", "tsc", "--noEmit", "--project", "tsconfig.check.json"],
  [
    "import rules",
    "depcruise",
    "--config",
    ".dependency-cruiser.cjs",
    "app",
    "components",
    "lib",
    "dev",
    "tests",
    "middleware.ts",
  ],
  ["unused code", "knip"],
  ["duplicate code", "jscpd", "."],
  ["generated files", "node", "dev/generate.ts", "--check"],
] as const;

// `npm run test:tour`, for the time that `npm test` has not: every page from all sides, and the longer journeys.
const TOUR = [
  "days",
  "design",
  "evening",
  "files",
  "happy-hour",
  "keyboard",
  "networks",
  "office",
  "outside",
  "past",
  "promotions",
  "queue",
  "settlement",
  "shop",
  "smooth",
  "visits",
  "wishes",
].map((name) => `tests/e2e/${name}.spec.ts`);
// Brings a town of its own, and asks the other nothing.
const APART = ["tests/api/chaos.test.ts"];
// What measures how the house behaves under load comes last, when nothing else is at work.
const LOAD = ["limits", "overload", "shutdown"].map((name) => `tests/api/${name}.test.ts`);

const APP = {
  NEXT_DIST_DIR: ".next-test",
  NEXT_TELEMETRY_DISABLED: "1",
  WEBHOOK_ALLOW_LOOPBACK: "1",
  RATE_LIMIT_BACKEND: "disabled", // a suite is one address that asks without end; limits have a suite of their own
  KAPGEL_DEMO: "1",
};

const children = new Set<ChildProcess>();
let vitestRuns = 0;
const only = process.argv[2] as Part | undefined;
const total: Report = { passed: 0, failures: [] };

const known: readonly Part[] = [...PARTS, ...ON_REQUEST];
if (only && !known.includes(only)) {
  throw new Error(`Unknown part "${only}". Choose one of: ${known.join(", ")}`);
}
type Output = "inherit" | "pipe";
const BESIDE: Output = only ? "inherit" : "pipe";
let interrupted = false;
const wanted = (part: Part) => !interrupted && (only ? only === part : PARTS.some((each) => each === part));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    interrupted = true; // what has started is stopped, nothing more is begun
    for (const child of children) child.kill("SIGTERM");
    process.exitCode = 130;
  });
}

const built = WITH_APP.some(wanted) ? build() : Promise.resolve(false);
// Two lanes at once, each with stacks of its own: a browser waits more than it works. What runs beside the app says what it did when it is done.
const beside = besideApp().catch(broken);
await Promise.all([beside, withApp().catch(broken)]);
// Once more at the end: a log of a whole run is long, and its beginning may be cut.
for (const failure of total.failures) console.log(`\n✗ ${failure}`);
console.log(`\n${total.passed} passed, ${total.failures.length} failed`);
process.exitCode ||= total.failures.length > 0 ? 1 : 0;

async function besideApp() {
  if (wanted("static")) {
    for (const [name, command, ...args] of STATIC) {
      report(name, await run(command, args, process.env, BESIDE));
    }
  }
  if (wanted("unit")) add(await vitest("unit"));
  if (wanted("stack")) add(await vitest("stack"));
  if (wanted("db")) {
    await withStack(PORT_BASE + 300, async (env) => add(await vitest("db", [], { ...process.env, ...env })));
  }
  if (wanted("api") && (await built)) {
    const env = { ...process.env, ...APP, KAPGEL_URL: `http://localhost:${PORT_BASE + 310}` };
    add(await vitest("api", APART, env));
  }
}

async function withApp() {
  if (!(await built)) return;
  if (wanted("outages")) {
    // Its app stands behind doors of its own.
    return measureOutages(PORT_BASE + 600, ({ promise, kept }) => report(promise, kept ? 0 : 1));
  }
  const journeys = globSync("tests/e2e/*.spec.ts", { cwd: PROJECT }).filter((file) => !TOUR.includes(file));
  const questions = globSync("tests/api/*.test.ts", { cwd: PROJECT }).filter(
    (file) => ![...APART, ...LOAD].includes(file),
  );
  await inTown(PORT_BASE, async (env) => {
    // First, in a town that no other suite has filled with shops of its own.
    if (wanted("e2e")) await browsers("e2e", journeys, env);
    if (wanted("tour")) await browsers("tour", TOUR, env);
    if (wanted("contact-sheet")) report("contact-sheet/index.html", await takePictures(env));
    if (wanted("api")) {
      add(await vitest("api", questions, env, "inherit"));
      await beside;
      add(await vitest("api", LOAD, env, "inherit"));
    }
  });
}

/** Browsers in a town whose schedule is kept. */
async function browsers(name: string, files: string[], env: NodeJS.ProcessEnv) {
  const stopCron = startCron(env.KAPGEL_URL ?? "", env.CRON_SECRET ?? "");
  add(await playwright(name, files, env));
  stopCron();
}

/** A stack and the built app on it, its page on `portBase` + 10. */
function inTown(portBase: number, use: (env: NodeJS.ProcessEnv) => Promise<void>) {
  return withStack(portBase, (env) => withServer(portBase + 10, { ...process.env, ...env }, use));
}

async function withStack(portBase: number, use: (env: Record<string, string>) => Promise<void>) {
  const dataDir = mkdtempSync(join(tmpdir(), "kapgel-test-"));
  const stack = await startStack({ portBase, dataDir, log: console.log });
  if (!stack.env.UPSTASH_REDIS_REST_URL) {
    console.log("No redis-server on this machine: the suites that need Redis are left out.");
  }
  try {
    await use(stack.env);
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Once for all towns: where the app's Supabase is, it reads when it starts. */
async function build(): Promise<boolean> {
  copyMapWorker();
  const env = {
    NEXT_PUBLIC_SUPABASE_URL: `http://127.0.0.1:${PORT_BASE + 1}`,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
  };
  return report("build", await run("next", ["build"], { ...process.env, ...APP, ...env }));
}

async function withServer(
  port: number,
  env: NodeJS.ProcessEnv,
  use: (env: NodeJS.ProcessEnv) => Promise<void>,
) {
  const url = `http://localhost:${port}`;
  const appEnv = { ...env, ...APP, KAPGEL_URL: url, APP_URL: url };
  const server = await startNext(["start", "--port", String(port)], appEnv);
  try {
    const died = server.ended.then(() => false);
    if (
      report("the app answers", (await Promise.race([firstPage(`${url}/api/health/ready`), died])) ? 0 : 1)
    ) {
      await use(appEnv);
    }
  } finally {
    await server.stop();
  }
}

async function vitest(
  name: "unit" | "stack" | "db" | "api",
  files: string[] = [],
  env: NodeJS.ProcessEnv = process.env,
  output: Output = BESIDE,
): Promise<Report> {
  const file = join(PROJECT, "test-results", `${name}-${++vitestRuns}.json`);
  rmSync(file, { force: true });
  const exit = await run(
    "vitest",
    ["run", "--project", name, "--reporter=default", "--reporter=json", `--outputFile=${file}`, ...files],
    env,
    output,
  );
  return judged(name, exit, readVitest(file));
}

async function playwright(name: string, files: string[], env: NodeJS.ProcessEnv): Promise<Report> {
  const folder = join("test-results", name);
  const report = join(PROJECT, "test-results", `${name}.json`);
  rmSync(report, { force: true });
  const exit = await run("playwright", ["test", `--output=${folder}`, ...files], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return judged(name, exit, readPlaywright(report));
}

/** A runner that failed without naming a test has failed all the same. */
function judged(name: string, exit: number, { passed, failures }: Report): Report {
  return {
    passed,
    failures: exit !== 0 && failures.length === 0 ? [`${name}: exit code ${exit}`] : failures,
  };
}

/** The sheet, and the pictures that the README and the documents show. */
async function takePictures(env: NodeJS.ProcessEnv): Promise<number> {
  const sheet = await run(
    "playwright",
    ["test", "--config", "tests/contact-sheet/playwright.config.ts"],
    env,
  );
  return sheet || run("playwright", ["test", "delivery"], { ...env, KAPGEL_PICTURES: "1" });
}

function add({ passed, failures }: Report) {
  total.passed += passed;
  total.failures.push(...failures);
}

function broken(error: unknown) {
  console.error(error);
  add({ passed: 0, failures: [String(error)] });
}

function report(name: string, exit: number): boolean {
  console.log(`${exit === 0 ? "✓" : "✗"} ${name}`);
  add(exit === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [name] });
  return exit === 0;
}

/** Runs a command to its end; what a piped one prints is shown then. */
function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  output: Output = "inherit",
): Promise<number> {
  const path = `${join(PROJECT, "node_modules", ".bin")}:${env.PATH}`;
  const child = spawn(command, args, {
    cwd: PROJECT,
    env: { ...env, PATH: path },
    stdio: ["ignore", output, output],
  });
  children.add(child);
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => printed.push(chunk));
  return new Promise((done, fail) => {
    child.on("error", fail).on("close", (code) => {
      children.delete(child);
      process.stdout.write(Buffer.concat(printed));
      done(code ?? 1);
    });
  });
}
