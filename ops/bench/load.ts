// A closed-loop load generator: `concurrency` callers, each sending its next request when the last is answered.
import { Agent, request } from "node:http";
import { quantile } from "./quantile.ts";

export type Shot = { method?: string; path: string; headers?: Record<string, string>; body?: unknown };
export type Result = {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  failed: number;
  count: number;
};

/** Sends shots for `seconds` and returns the rate (1/s), latencies (ms) and how many were not answered with 2xx. */
export async function load(
  base: string,
  concurrency: number,
  seconds: number,
  next: (caller: number) => Shot,
): Promise<Result> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const latencies: number[] = [];
  let failed = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: concurrency }, async (_, caller) => {
      while (performance.now() < end) {
        const sent = performance.now();
        const { status } = await send(base, next(caller), agent);
        latencies.push(performance.now() - sent);
        if (status < 200 || status > 299) failed += 1;
      }
    }),
  );
  const elapsed = (performance.now() - start) / 1000;
  agent.destroy();
  return {
    perSecond: (latencies.length - failed) / elapsed,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    failed,
    count: latencies.length,
  };
}

/** One request; resolves when its body has been read. */
export function send(base: string, shot: Shot, agent?: Agent): Promise<{ status: number; body: string }> {
  const payload = shot.body === undefined ? undefined : JSON.stringify(shot.body);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(shot.path, base),
      {
        method: shot.method ?? "GET",
        agent,
        headers: {
          ...(payload
            ? { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(payload) }
            : {}),
          ...shot.headers,
        },
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          body += chunk;
        });
        response.on("error", reject); // whoever answers may be killed in the middle of a sentence
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(payload);
  });
}
