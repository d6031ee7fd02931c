// A process of its own that outlives a killed parent just long enough to stop what the parent had started.
// It reads "+pid signal" and "-pid" lines from stdin; when the pipe closes, whatever is still listed is stopped.
import { createInterface } from "node:readline";

const GRACE_MS = 5_000;
const wards = new Map<number, NodeJS.Signals>();

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

createInterface({ input: process.stdin })
  .on("line", (line) => {
    const [pid = "", signal = "SIGTERM"] = line.slice(1).split(" ");
    if (line.startsWith("+")) wards.set(Number(pid), signal as NodeJS.Signals);
    else wards.delete(Number(pid));
  })
  .on("close", () => {
    // The newest first: nobody loses the database it is talking to.
    for (const [pid, signal] of [...wards].reverse()) send(pid, signal);
    const deadline = Date.now() + GRACE_MS;
    setInterval(() => {
      const left = [...wards.keys()].filter((pid) => send(pid, 0));
      if (left.length === 0) process.exit(0);
      if (Date.now() < deadline) return;
      for (const pid of left) send(pid, "SIGKILL");
      process.exit(1);
    }, 50);
  });

// A terminal's Ctrl-C or hang-up is the parent's business.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
