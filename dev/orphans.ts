// Remembers a stack's processes in its data folder. Should parent and guardian both have been killed (or the machine's
// power cut), the next start on the folder stops what still runs. Only for the holder of the folder's lock.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

type Remembered = { pid: number; command: string };

const STOP_TIMEOUT_MS = 10_000;

/** Adds a process that has become ready (some rename themselves while they start). */
export function remember(dataDir: string, pid: number): void {
  writeFileSync(fileIn(dataDir), JSON.stringify([...remembered(dataDir), { pid, command: commandOf(pid) }]));
}

/** Stops what an earlier stack left running, and forgets it. */
export async function stopOrphans(dataDir: string): Promise<void> {
  // A pid alone proves nothing: by now it may belong to another program.
  const alive = () =>
    remembered(dataDir).filter(({ pid, command }) => command !== "" && commandOf(pid) === command);
  for (const { pid } of alive()) process.kill(pid, "SIGINT"); // Postgres' fast shutdown; the others stop by it too
  for (const deadline = Date.now() + STOP_TIMEOUT_MS; alive().length > 0 && Date.now() < deadline; )
    await sleep(50);
  for (const { pid } of alive()) process.kill(pid, "SIGKILL");
  forgetAll(dataDir);
}

/** After an orderly stop nothing is left to remember. */
export function forgetAll(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true });
}

/** The command line of a running process; empty when there is none, or where the platform does not tell. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    if (process.platform === "win32") return "";
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return "";
  }
}

function remembered(dataDir: string): Remembered[] {
  return existsSync(fileIn(dataDir)) ? JSON.parse(readFileSync(fileIn(dataDir), "utf8")) : [];
}

function fileIn(dataDir: string): string {
  return join(dataDir, "processes.json");
}
