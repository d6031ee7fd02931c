// `npm test`: everything a change must pass, or one part of it (static, unit, stack, db, api, e2e). Brings its own stack on its own
// ports and its own build, so that it runs beside `npm run dev`.
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
type Part = (typeof PARTS)[number];
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

if (only && !PARTS.includes(only)) {
  throw new Error(`Unknown part "${only}". Choose one of: ${PARTS.join(", ")}`);
}
let interrupted = false;
const wanted = (part: Part) => !interrupted && (!only || only === part);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    interrupted = true; // what has started is stopped, nothing more is begun
    for (const child of children) child.kill("SIGTERM");
    process.exitCode = 130;
  });
}

if (wanted("static")) {
  for (const [name, command, ...args] of STATIC) {
    report(name, await run(command, args));
  }
}
if (wanted("unit")) add(await vitest("unit"));
if (wanted("stack")) add(await vitest("stack"));
if (wanted("db") || wanted("api") || wanted("e2e")) {
  await withStack(async (env) => {
    if (wanted("api") || wanted("e2e")) {
      await withApp(env, async (appEnv) => {
        // First, in a town that no other suite has filled with shops of its own.
        if (wanted("e2e")) {
          const stopCron = startCron(appEnv.KAPGEL_URL ?? "", appEnv.CRON_SECRET ?? "");
          add(await playwright(appEnv));
          stopCron();
        }
        if (wanted("api")) add(await vitest("api", appEnv));
      });
    }
    if (wanted("db")) add(await vitest("db", env));
  });
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode ||= total.failed > 0 ? 1 : 0;

async function withStack(use: (env: NodeJS.ProcessEnv) => Promise<void>) {
  const dataDir = mkdtempSync(join(tmpdir(), "kapgel-test-"));
  const stack = await startStack({ portBase: PORT_BASE, dataDir, log: console.log });
  if (!stack.env.UPSTASH_REDIS_REST_URL) {
    console.log("No redis-server on this machine: the suites that need Redis are left out.");
  }
  try {
    await use({ ...process.env, ...stack.env });
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function withApp(env: NodeJS.ProcessEnv, use: (env: NodeJS.ProcessEnv) => Promise<void>) {
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
): Promise<Count> {
  const file = join(PROJECT, "test-results", `${name}.json`);
  rmSync(file, { force: true });
  const exit = await run(
    "vitest",
    ["run", "--project", name, "--reporter=default", "--reporter=json", `--outputFile=${file}`],
    env,
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

function add(count: Count) {
  total.passed += count.passed;
  total.failed += count.failed;
}

function report(name: string, exit: number): boolean {
  console.log(`${exit === 0 ? "✓" : "✗"} ${name}`);
  add(exit === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return exit === 0;
}

function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const path = `${join(PROJECT, "node_modules", ".bin")}:${env.PATH}`;
  const child = spawn(command, args, {
    cwd: PROJECT,
    env: { ...env, PATH: path },
    stdio: ["ignore", "inherit", "inherit"],
  });
  children.add(child);
  child.on("exit", () => children.delete(child));
  return child;
}

function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return new Promise((done, fail) => {
    start(command, args, env)
      .on("error", fail)
      .on("exit", (code) => done(code ?? 1));
  });
}
