// `npm test`: everything a change must pass, or one part of it (static, unit, stack, db, api, e2e). Brings its own stack on its own
// ports and its own build, so that it runs beside `npm run dev`. `npm run contact-sheet`: pictures of all pages, from the same build.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startCron } from "../dev/cron.ts";
import { PUBLISHABLE_KEY } from "../dev/keys.ts";
import { copyMapWorker, firstPage, startNext } from "../dev/next.ts";
import { startStack } from "../dev/stack.ts";

const PROJECT = resolve(import.meta.dirname, "..");
// Below the range that systems lend to outgoing connections (32768 up on Linux): nothing may hold one of these by chance.
const PORT_BASE = Number(process.env.TEST_PORT_BASE ?? 25320);
const PARTS = ["static", "unit", "stack", "db", "api", "e2e"] as const;
/** Taken only when asked for. */
const SHEET = "contact-sheet";
type Part = (typeof PARTS)[number] | typeof SHEET;
type Count = { passed: number; failed: number };

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

// What looks at a whole page and waits for little can share the machine; so can what asks the API one thing after another. What measures how the
// house behaves under load, or when something dies, comes last and alone.
const LOOKS = ["design", "desk", "visits"].map((name) => `tests/e2e/${name}.spec.ts`);
const ALONE = [
  ...["chaos", "crash", "health", "limits", "measurements", "metrics", "overload", "seeing", "shutdown"],
  ...["tracking", "unavailable"],
].map((name) => `tests/api/${name}.test.ts`);

const APP = {
  NEXT_DIST_DIR: ".next-test",
  NEXT_TELEMETRY_DISABLED: "1",
  WEBHOOK_ALLOW_LOOPBACK: "1",
  RATE_LIMIT_BACKEND: "disabled", // a suite is one address that asks without end; limits have a suite of their own
  KAPGEL_DEMO: "1",
};

const children = new Set<ChildProcess>();
const only = process.argv[2] as Part | undefined;
const total: Count = { passed: 0, failed: 0 };

if (only && only !== SHEET && !PARTS.some((part) => part === only)) {
  throw new Error(`Unknown part "${only}". Choose one of: ${PARTS.join(", ")}`);
}
type Output = "inherit" | "pipe";
const BESIDE: Output = only ? "inherit" : "pipe";
let interrupted = false;
const wanted = (part: Part) => !interrupted && (only ? only === part : part !== SHEET);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    interrupted = true; // what has started is stopped, nothing more is begun
    for (const child of children) child.kill("SIGTERM");
    process.exitCode = 130;
  });
}

// Two lanes at once, each with stacks of its own: a browser waits more than it works. What the second lane does is printed when it is done.
const built = wanted("api") || wanted("e2e") || wanted(SHEET) ? build() : Promise.resolve(false);
await Promise.all([firstLane(), secondLane()].map((lane) => lane.catch(broken)));
if ((await built) && wanted("api")) await inTown(PORT_BASE, (env) => api(ALONE, env)).catch(broken);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode ||= total.failed > 0 ? 1 : 0;

async function firstLane() {
  if (!(wanted("e2e") || wanted(SHEET)) || !(await built)) return;
  const journeys = globSync("tests/e2e/*.spec.ts", { cwd: PROJECT }).filter((file) => !LOOKS.includes(file));
  await inTown(PORT_BASE, async (env) => {
    if (wanted("e2e")) await browsers("journeys", journeys, env);
    if (wanted(SHEET)) report("contact-sheet/index.html", await takePictures(env));
  });
}

async function secondLane() {
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
  if (!(await built)) return;
  const rest = globSync("tests/api/*.test.ts", { cwd: PROJECT }).filter((file) => !ALONE.includes(file));
  if (wanted("e2e")) await inTown(PORT_BASE + 600, (env) => browsers("looks", LOOKS, env, BESIDE));
  if (wanted("api")) await inTown(PORT_BASE + 600, (env) => api(rest, env, BESIDE));
}

/** Browsers in a town whose schedule is kept. */
async function browsers(name: string, files: string[], env: NodeJS.ProcessEnv, output: Output = "inherit") {
  const stopCron = startCron(env.KAPGEL_URL ?? "", env.CRON_SECRET ?? "");
  add(await playwright(name, files, env, output));
  stopCron();
}

async function api(files: string[], env: NodeJS.ProcessEnv, output: Output = "inherit") {
  add(await vitest("api", files, env, output));
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
): Promise<Count> {
  const file = join(PROJECT, "test-results", `${name}.json`);
  rmSync(file, { force: true });
  const exit = await run(
    "vitest",
    ["run", "--project", name, "--reporter=default", "--reporter=json", `--outputFile=${file}`, ...files],
    env,
    output,
  );
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : {};
  return { passed, failed: exit === 0 ? 0 : Math.max(1, failed) };
}

async function playwright(
  name: string,
  files: string[],
  env: NodeJS.ProcessEnv,
  output: Output,
): Promise<Count> {
  const folder = join("test-results", name);
  const report = join(PROJECT, "test-results", `${name}.json`);
  const exit = await run(
    "playwright",
    ["test", `--output=${folder}`, ...files],
    { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    output,
  );
  const { expected = 0, unexpected = 0 } = existsSync(report)
    ? JSON.parse(readFileSync(report, "utf8")).stats
    : {};
  return { passed: expected, failed: exit === 0 ? 0 : Math.max(1, unexpected) };
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

function add(count: Count) {
  total.passed += count.passed;
  total.failed += count.failed;
}

function broken(error: unknown) {
  console.error(error);
  add({ passed: 0, failed: 1 });
}

function report(name: string, exit: number): boolean {
  console.log(`${exit === 0 ? "✓" : "✗"} ${name}`);
  add(exit === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
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
