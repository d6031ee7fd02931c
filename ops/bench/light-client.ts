// A second client beside a flood, in a thread of its own and with a handful of requests at a time, so that what it measures is the server and not
// the generator.
import { Agent, request } from "node:http";
import { setPriority } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { Shot } from "./load.ts";

/** `atMs`: when it was answered, since the client began. */
export type Seen = { name: string; status: number; retryAfter: number; ms: number; atMs: number };
type Work = { base: string; seconds: number; everyMs: number; callers: { name: string; shots: Shot[] }[] };

/** Lets each caller ask for its shots, one after another, for `seconds`. Returns what they saw. */
export function lightly(work: Work): Promise<Seen[]> {
  return new Promise((done, fail) => {
    new Worker(new URL(import.meta.url), { workerData: work }).once("message", done).once("error", fail);
  });
}

async function look({ base, seconds, everyMs, callers }: Work): Promise<Seen[]> {
  const start = performance.now();
  const end = start + seconds * 1000;
  const all = callers.map(async ({ name, shots }) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const seen: Seen[] = [];
    for (let turn = 0; performance.now() < end; turn++) {
      const shot = shots[turn % shots.length];
      if (shot) {
        const answer = await timed(new URL(shot.path, base), shot, agent);
        seen.push({ name, ...answer, atMs: performance.now() - start });
      }
      await sleep(everyMs);
    }
    agent.destroy();
    return seen;
  });
  return (await Promise.all(all)).flat();
}

function timed(
  url: URL,
  { method = "GET", headers, body }: Shot,
  agent: Agent,
): Promise<Omit<Seen, "name" | "atMs">> {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const type = payload === undefined ? {} : { "Content-Type": "application/json" };
  const start = performance.now();
  return new Promise((done, fail) => {
    request(url, { method, agent, headers: { ...type, ...headers } }, (response) => {
      response.resume().on("end", () =>
        done({
          status: response.statusCode ?? 0,
          retryAfter: Number(response.headers["retry-after"] ?? 0),
          ms: performance.now() - start,
        }),
      );
    })
      .on("error", fail)
      .end(payload);
  });
}

if (parentPort) {
  try {
    setPriority(-10); // of this thread: it would else count how long it waits for a processor that the flood has
  } catch {
    // Only root may, and without it the figures are higher than what a visitor from another machine would see.
  }
  parentPort.postMessage(await look(workerData as Work));
}
