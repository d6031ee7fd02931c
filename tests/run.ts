// `npm test`: everything a change must pass, or one part of it (static, unit, stack, db, api, e2e). Brings its own stack on its own
// ports and its own build, so that it runs beside `npm run dev`. `npm run contact-sheet`: pictures of all pages, from the same build.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startCron } from "../dev/cron.ts";
import { copyMapWorker, firstPage, startNext } from "../dev/next.ts";
import { startStack } from "../dev/stack.ts";

const PROJECT = resolve(import.meta.dirname, "..");
// Below the range that systems lend to outgoing connections (32768 up on Linux): nothing may hold one of these by chance.
const PORT_BASE = Number(process.env.TEST_PORT_BASE ?? 25320);
const WEB_PORT = PORT_BASE + 10;
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

const children = new Set<ChildProcess>();
const only = process.argv[2] as Part | undefined;
const total: Count = { passed: 0, failed: 0 };

if (only && only !== SHEET && !PARTS.some((part) => part === only)) {
  throw new Error(`Unknown part "${only}". Choose one of: ${PARTS.join(", ")}`);
}
const BESIDE = only ? "inherit" : "pipe";
let interrupted = false;
const wanted = (part: Part) => !interrupted && (only ? only === part : part !== SHEET);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    interrupted = true; // what has started is stopped, nothing more is begun
    for (const child of children) child.kill("SIGTERM");
    process.exitCode = 130;
  });
}

// Two lanes at once, each with a stack of its own: a browser waits more than it works. What runs beside the app says what it did when it is done.
await Promise.all([withoutApp(), withApp()].map((lane) => lane.catch(broken)));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode ||= total.failed > 0 ? 1 : 0;

async function withoutApp() {
  if (wanted("static")) {
    for (const [name, command, ...args] of STATIC) {
      report(name, await run(command, args, process.env, BESIDE));
    }
  }
  if (wanted("unit")) add(await vitest("unit"));
  if (wanted("stack")) add(await vitest("stack"));
  if (wanted("db")) {
    await withStack(PORT_BASE + 300, async (env) => add(await vitest("db", { ...process.env, ...env })));
  }
}

async function withApp() {
  if (!wanted("api") && !wanted("e2e") && !wanted(SHEET)) return;
  await withStack(PORT_BASE, (env) =>
    withServer({ ...process.env, ...env }, async (appEnv) => {
      // First, in a town that no other suite has filled with shops of its own.
      if (wanted("e2e")) {
        const stopCron = startCron(appEnv.KAPGEL_URL ?? "", appEnv.CRON_SECRET ?? "");
        add(await playwright(appEnv));
        stopCron();
      }
      if (wanted(SHEET)) report("contact-sheet/index.html", await takePictures(appEnv));
      if (wanted("api")) add(await vitest("api", appEnv, "inherit"));
    }),
  );
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

async function withServer(env: NodeJS.ProcessEnv, use: (env: NodeJS.ProcessEnv) => Promise<void>) {
  const url = `http://localhost:${WEB_PORT}`;
  const appEnv = {
    ...env,
    NEXT_DIST_DIR: ".next-test",
    NEXT_TELEMETRY_DISABLED: "1",
    KAPGEL_URL: url,
    APP_URL: url,
    WEBHOOK_ALLOW_LOOPBACK: "1",
    RATE_LIMIT_BACKEND: "disabled", // a suite is one address that asks without end; limits have a suite of their own
    KAPGEL_DEMO: "1",
  };
  copyMapWorker();
  if (!report("build", await run("next", ["build"], appEnv))) {
    return;
  }
  const server = await startNext(["start", "--port", String(WEB_PORT)], appEnv);
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
  env: NodeJS.ProcessEnv = process.env,
  output: "inherit" | "pipe" = BESIDE,
): Promise<Count> {
  const file = join(PROJECT, "test-results", `${name}.json`);
  rmSync(file, { force: true });
  const exit = await run(
    "vitest",
    ["run", "--project", name, "--reporter=default", "--reporter=json", `--outputFile=${file}`],
    env,
    output,
  );
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : {};
  return { passed, failed: exit === 0 ? 0 : Math.max(1, failed) };
}

async function playwright(env: NodeJS.ProcessEnv): Promise<Count> {
  const exit = await run("playwright", ["test"], env);
  const file = join(PROJECT, "test-results", "e2e.json");
  const { expected = 0, unexpected = 0 } = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8")).stats
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
  output: "inherit" | "pipe" = "inherit",
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
