// The local commands: `dev`, `demo`, `reset`. Whatever ends this process, what it started ends with it.
import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { startCron } from "./cron.ts";
import { isLocked } from "./lock.ts";
import { copyMapWorker, firstPage, startNext } from "./next.ts";
import { DEFAULT_PORT_BASE, isPortFree } from "./ports.ts";
import { type Stack, startStack } from "./stack.ts";
import { startWorker } from "./worker.ts";

const PROJECT = resolve(import.meta.dirname, "..");

const WELCOME = (url: string, inbox: string | null) => `
  KapGel is ready:  ${url}${inbox ? `\n  E-mails it sends: ${inbox}` : ""}

  customer   customer@kapgel.test    customer2@kapgel.test
  vendor     vendor@kapgel.test      vendor2@kapgel.test
  courier    courier@kapgel.test     courier2@kapgel.test    courier3@kapgel.test
  operator   admin@kapgel.test
  Everyone's password is kapgel-demo. Ctrl-C stops everything.
`;

type Settings = { dataDir: string; portBase: number; port: number };

function settings(): Settings {
  for (const file of [".env.local", ".env"]) {
    if (existsSync(join(PROJECT, file))) process.loadEnvFile(join(PROJECT, file)); // what is set already wins
  }
  return {
    dataDir: resolve(process.env.KAPGEL_DATA_DIR ?? join(PROJECT, ".data")),
    portBase: portOf("STACK_PORT_BASE", DEFAULT_PORT_BASE),
    port: portOf("PORT", 3000),
  };
}

function portOf(name: string, fallback: number): number {
  const value = process.env[name] ?? String(fallback);
  if (!/^\d{2,5}$/.test(value) || Number(value) > 65_000)
    throw new Error(`${name} must be a port number, not "${value}".`);
  return Number(value);
}

/** Runs the app with its stack until something ends it. Returns the exit code. */
async function serve(mode: "dev" | "demo"): Promise<number> {
  const { dataDir, portBase, port } = settings();
  const stops: (() => unknown)[] = [];
  const interrupted = new Promise<number>((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => done(0));
  });
  const ended = (async () => {
    if (!(await isPortFree(port, "::"))) {
      throw new Error(
        `Port ${port} is already taken. Stop what uses it, or choose another: PORT=${port + 1} npm run ${mode}`,
      );
    }
    let stack: Stack | undefined;
    if (!process.env.NEXT_PUBLIC_SUPABASE_URL) {
      stack = await startStack({ portBase, dataDir, log: (line) => console.log(`  ${line}`) });
      stops.push(stack.stop);
    }
    // A worker of its own does the queue's work, so that requests need not.
    const env: Record<string, string | undefined> = {
      QUEUE_KICK: "off",
      APP_URL: `http://localhost:${port}`,
      ...process.env,
      ...stack?.env,
      PORT: String(port),
    };
    copyMapWorker();
    if (mode === "demo") {
      const build = await startNext(["build"], env);
      stops.push(() => build.stop());
      const how = await build.ended;
      if (how !== "exit code 0") throw new Error(`The build failed (${how}).`);
    }
    const next = await startNext([mode === "dev" ? "dev" : "start", "--port", String(port)], env);
    stops.push(() => next.stop());
    const url = `http://localhost:${port}`;
    const inbox = stack ? `http://127.0.0.1:${stack.ports.inbox}` : null;
    if (env.CRON_SECRET) stops.push(startCron(url, env.CRON_SECRET, { hasWorker: true }));
    const worked = firstPage(url).then(async (answered) => {
      if (answered) console.log(WELCOME(url, inbox));
      // Not before: the first page is waited for. Here it shares a machine with the database and the app: requests come first.
      const worker = await startWorker({ WORKER_PARALLEL: "1", WORKER_SHARE: "0.25", ...env });
      stops.push(() => worker.stop());
      return `The worker stopped (${await worker.ended}).`;
    });
    const how = await Promise.race([
      next.ended.then((end) => `Next stopped (${end}).`),
      worked,
      ...(stack ? [stack.crashed] : []),
    ]);
    throw new Error(how);
  })();
  try {
    return await Promise.race([interrupted, ended]);
  } finally {
    ended.catch(() => {}); // stopping makes Next end, which is then no news
    for (const stop of stops.reverse()) await stop();
  }
}

async function reset(): Promise<number> {
  const { dataDir } = settings();
  if (await isLocked(dataDir))
    throw new Error("The stack is running on this data. Stop it first (Ctrl-C where it runs).");
  rmSync(dataDir, { recursive: true, force: true });
  console.log(`Removed ${dataDir}. The next start makes a new town.`);
  return 0;
}

const command = process.argv[2];
const commands: Record<string, () => Promise<number>> = {
  dev: () => serve("dev"),
  demo: () => serve("demo"),
  reset,
};

try {
  const run = commands[command ?? ""];
  if (!run) throw new Error(`Usage: node dev/main.ts ${Object.keys(commands).join(" | ")}`);
  process.exit(await run());
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
