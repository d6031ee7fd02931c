// A server of the same build beside the one under test: to be pointed elsewhere, or to be killed.
import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

export type NextServer = { base: string; ended: Promise<void>; stop(): Promise<void> };

/** Starts it on a port counted from the tested server's (not 2: PostgREST is there), with changes to its environment, and waits until it lives. */
export async function startNextServer(offset: number, changes: Record<string, string>): Promise<NextServer> {
  const port = Number(new URL(process.env.KAPGEL_URL ?? "").port) + offset;
  const base = `http://localhost:${port}`;
  const next = resolve(import.meta.dirname, "../../node_modules/.bin/next");
  const env = { ...process.env, ...changes };
  const server: ChildProcess = spawn(next, ["start", "--port", String(port)], { env, stdio: "ignore" });
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  for (let tries = 0; tries < 300; tries++) {
    const live = await fetch(`${base}/api/health/live`).catch(() => null);
    if (live?.ok) {
      return {
        base,
        ended,
        stop: async () => {
          server.kill("SIGTERM");
          await ended;
        },
      };
    }
    if (server.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  server.kill("SIGKILL");
  throw new Error("the second server did not start");
}
