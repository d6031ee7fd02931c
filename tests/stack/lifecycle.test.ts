// However a stack ends, nothing of it is left running and its data folder starts again.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { isPortFree, portsFrom } from "../../dev/ports.ts";

const BASE = 26440;
const PROGRAM = join(import.meta.dirname, "program.ts");
const root = mkdtempSync(join(tmpdir(), "kapgel-lifecycle-"));
chmodSync(root, 0o711); // as root, Postgres runs as another user
const dataDir = join(root, "data");
const programs: ChildProcess[] = [];

type Run = {
  process: ChildProcess;
  ready: Promise<boolean>;
  ended: Promise<number | null>;
  said: () => string;
};

function run(base = BASE, folder = dataDir): Run {
  const child = spawn(process.execPath, [PROGRAM, String(base), folder]);
  programs.push(child);
  let output = "";
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  const ready = new Promise<boolean>((resolve) => {
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.stdout.once("data", () => resolve(true));
    void ended.then(() => resolve(false));
  });
  return { process: child, ready, ended, said: () => output };
}

const freePorts = async () =>
  (await Promise.all(Object.values(portsFrom(BASE)).map((port) => isPortFree(port)))).every(Boolean);

type Process = { pid: number; parent: number; command: string };

function processes(): Process[] {
  const list = execFileSync("ps", ["-axo", "pid=,ppid=,command="], { encoding: "utf8" });
  return list.split("\n").flatMap((line) => {
    const [, pid, parent, command = ""] = line.match(/^\s*(\d+)\s+(\d+)\s+(.*)$/) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
}

const childrenOf = (parent = 0) => processes().filter((process) => process.parent === parent);

/** What still runs of the processes a stack had started. */
const survivors = (started: Process[]) =>
  processes().filter(({ pid, command }) => started.some((it) => it.pid === pid && it.command === command));

beforeEach(() => expect.poll(freePorts, { timeout: 6_000 }).toBe(true));

afterAll(() => {
  for (const program of programs) program.kill("SIGKILL");
  rmSync(root, { recursive: true, force: true });
});

it("Ctrl-C stops everything and exits 0 at once", { timeout: 15_000 }, async () => {
  const stack = run();
  expect(await stack.ready).toBe(true);
  const started = childrenOf(stack.process.pid);
  expect(started.length).toBeGreaterThanOrEqual(3);
  const asked = Date.now();
  stack.process.kill("SIGINT");
  expect(await stack.ended).toBe(0);
  expect(Date.now() - asked).toBeLessThan(3_000);
  await expect.poll(() => survivors(started)).toEqual([]);
});

it("a killed parent leaves no orphan, and the folder starts again", { timeout: 20_000 }, async () => {
  const stack = run();
  expect(await stack.ready).toBe(true);
  const started = childrenOf(stack.process.pid);
  stack.process.kill("SIGKILL");
  await stack.ended;
  await expect.poll(() => survivors(started), { timeout: 6_000 }).toEqual([]);
  const again = run();
  expect(await again.ready, again.said()).toBe(true);
  again.process.kill("SIGTERM");
  expect(await again.ended).toBe(0);
});

it("what outlived both its parent and the guardian is stopped by the next start", {
  timeout: 20_000,
}, async () => {
  const stack = run();
  expect(await stack.ready).toBe(true);
  const started = childrenOf(stack.process.pid);
  const guardian = started.find(({ command }) => command.includes("guardian.ts"));
  process.kill(guardian?.pid ?? Number.NaN, "SIGKILL");
  stack.process.kill("SIGKILL");
  await stack.ended;
  expect(survivors(started).length).toBeGreaterThanOrEqual(2);
  const again = run();
  expect(await again.ready, again.said()).toBe(true);
  expect(survivors(started)).toEqual([]);
  again.process.kill("SIGINT");
  expect(await again.ended).toBe(0);
});

it("two runs on one folder: the second is refused in plain words", { timeout: 15_000 }, async () => {
  const first = run();
  expect(await first.ready).toBe(true);
  const second = run(BASE + 20);
  expect(await second.ended).toBe(1);
  expect(second.said()).toMatch(/already runs on .*KAPGEL_DATA_DIR/);
  first.process.kill("SIGINT");
  expect(await first.ended).toBe(0);
});

it("a taken port is named before anything is started", { timeout: 15_000 }, async () => {
  const squatter = createServer().listen(BASE + 4, "127.0.0.1");
  const stack = run(BASE, join(root, "untouched"));
  expect(await stack.ended).toBe(1);
  expect(stack.said()).toMatch(
    new RegExp(`${BASE + 4} \\(upstash\\) is already taken.*STACK_PORT_BASE=${BASE + 1000}`),
  );
  expect(readdirSync(join(root, "untouched"))).toEqual([]);
  squatter.close();
});

it("a part that dies is reported with its log", { timeout: 15_000 }, async () => {
  const stack = run();
  expect(await stack.ready).toBe(true);
  const postgrest = childrenOf(stack.process.pid).find(({ command }) => /postgrest/.test(command));
  process.kill(postgrest?.pid ?? Number.NaN, "SIGKILL");
  expect(await stack.ended).toBe(3);
  expect(stack.said()).toMatch(/PostgREST stopped unexpectedly \(killed by SIGKILL\).*postgrest\.log/);
  await expect.poll(freePorts, { timeout: 6_000 }).toBe(true); // the guardian has stopped the others
});
