// The database server itself, taken away or stopped with all its processes: nothing stands between it and the rest of the stack.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Child } from "../../dev/children.ts";
import { startPostgres } from "../../dev/postgres.ts";
import type { Mode } from "./proxy.ts";

export type PostgresDoor = {
  set: (mode: Mode) => Promise<void>;
  /** Stops the server that was started here, if one was. */
  close: () => Promise<void>;
};

/** The door of a stack's Postgres, by its data folder and port. */
export function postgresDoor(dataDir: string, port: number): PostgresDoor {
  let mode: Mode = "pass";
  let stopped: number[] = [];
  let restarted: Child | undefined;
  return {
    async set(next) {
      if (mode === "hang") signal(stopped.reverse(), "SIGCONT");
      if (mode === "refuse") restarted = (await start(dataDir, port)).child;
      mode = next;
      if (mode === "pass") return;
      stopped = familyOf(dataDir);
      signal(stopped, mode === "hang" ? "SIGSTOP" : "SIGKILL");
      if (mode === "refuse") await gone(stopped);
    },
    close: async () => restarted?.stop(),
  };
}

async function start(dataDir: string, port: number): Promise<{ child: Child }> {
  const { child, sql } = await startPostgres(dataDir, port);
  await sql.end({ timeout: 1 });
  return { child };
}

type Process = { pid: number; parent: number; isDead: boolean };

/** The postmaster, then its children: it makes no new ones once it has been stopped. */
function familyOf(dataDir: string): number[] {
  const postmaster = Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(postmaster, "SIGSTOP");
  const children = processes().filter(({ parent }) => parent === postmaster);
  return [postmaster, ...children.map(({ pid }) => pid)];
}

function processes(): Process[] {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" }).trim();
  return table.split("\n").map((line) => {
    const [pid, parent, state = ""] = line.trim().split(/\s+/);
    return { pid: Number(pid), parent: Number(parent), isDead: state.startsWith("Z") };
  });
}

function signal(pids: number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // a child that has ended meanwhile
    }
  }
}

// While one lives, its shared memory keeps a new server from starting.
async function gone(pids: number[]): Promise<void> {
  while (processes().some(({ pid, isDead }) => !isDead && pids.includes(pid))) await sleep(20);
}
