// Starts and stops child processes. Each is in a process group of its own, so that a Ctrl-C in the terminal reaches
// only the parent, which stops them in order; the guardian stops them when the parent is killed outright.
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";

export type Child = {
  pid: number;
  /** Resolves with a sentence on how it ended. Never rejects. */
  ended: Promise<string>;
  /** Asks it to stop, waits `graceMs`, then kills it. Harmless when it has ended already. */
  stop(graceMs?: number): Promise<void>;
};

export type ChildOptions = Pick<SpawnOptions, "cwd" | "uid" | "gid" | "stdio"> & {
  env?: Record<string, string | undefined>;
  /** What asks it to stop. */
  stopSignal?: NodeJS.Signals;
};

let guardianPipe: Writable | undefined;

function tellGuardian(line: string): void {
  if (!guardianPipe) {
    const guardian = spawn(process.execPath, [join(import.meta.dirname, "guardian.ts")], {
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    });
    guardian.unref();
    guardianPipe = guardian.stdin;
    // A pipe to a child is a socket, which would keep this process alive.
    (guardian.stdin as Writable & { unref?: () => void }).unref?.();
    guardian.stdin.on("error", () => {});
  }
  guardianPipe.write(`${line}\n`);
}

/** Starts a program. Throws when it cannot be executed at all. */
export async function startChild(
  command: string,
  args: string[],
  options: ChildOptions = {},
): Promise<Child> {
  const { stopSignal = "SIGTERM", env, ...spawnOptions } = options;
  const child = spawn(command, args, {
    stdio: "ignore",
    detached: process.platform !== "win32",
    env: (env ?? process.env) as NodeJS.ProcessEnv,
    ...spawnOptions,
  });
  const pid = await started(child);
  tellGuardian(`+${pid} ${stopSignal}`);
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => {
      tellGuardian(`-${pid}`);
      resolve(signal ? `killed by ${signal}` : `exit code ${code}`);
    });
  });
  const running = () => child.exitCode === null && child.signalCode === null;
  return {
    pid,
    ended,
    async stop(graceMs = 5_000) {
      if (!running()) return;
      child.kill(stopSignal);
      const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

function started(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("spawn", () => resolve(child.pid ?? 0));
    child.once("error", reject);
  });
}

/** The last lines of a log file, for a message about a crash. Empty when there is none. */
export function lastLines(file: string, count = 8): string {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n").slice(-count).join("\n");
  } catch {
    return "";
  }
}
