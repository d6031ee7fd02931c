// A real server behind the door, in a process whose event loop is really blocked.
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { metricsText } from "../metrics";
import { guardDoor } from "./door";
import { remembered } from "./pressure";

const OPEN = 40; // requests that are waiting for their answer: more than few
const SLOW = "/api/metrics?slow"; // of a class that has no bounds
const waiting: ServerResponse[] = [];
const server = createServer((asked, response) => {
  if (asked.url === SLOW) waiting.push(response);
  else response.end("let in");
});
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  const kept = ["SIGTERM", "SIGINT"].map(
    (signal) => [signal, process.listeners(signal as "SIGTERM")] as const,
  );
  vi.stubEnv("NODE_ENV", "production");
  guardDoor();
  for (const [signal, listeners] of kept) {
    process.removeAllListeners(signal);
    for (const listener of listeners) process.on(signal, listener);
  }
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  vi.unstubAllEnvs();
  agent.destroy();
  server.closeAllConnections();
  server.close();
});

function ask(path: string): Promise<{ status: number; headers: IncomingMessage["headers"]; body: string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, fail) => {
    request({ port, path, agent, host: "127.0.0.1" }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on("error", fail)
      .end();
  });
}
const statusOf = async (path: string) => (await ask(path)).status;

/** Keeps the event loop from coming round, as work that is too much does: half a second at a time. */
async function press(ms: number) {
  for (const end = performance.now() + ms; performance.now() < end; await sleep(1)) {
    for (const until = performance.now() + 500; performance.now() < until; );
  }
}

it("under pressure reports are turned away and the menu is not; afterwards everybody is let in", async () => {
  const slow = Array.from({ length: OPEN }, () => ask(SLOW));
  while (waiting.length < OPEN) await sleep(10);
  expect(await statusOf("/api/vendor/stats")).toBe(200);

  await press(4000);
  const [report, menu, page, health] = await Promise.all(
    ["/api/vendor/stats?period=day", "/api/branches/1/menu", "/admin/money", "/api/health"].map(ask),
  );
  expect([menu?.status, health?.status]).toEqual([200, 200]);
  expect(report?.status).toBe(503);
  expect(JSON.parse(report?.body ?? "")).toMatchObject({
    code: "UNAVAILABLE",
    details: {},
    request_id: report?.headers["x-request-id"],
  });
  expect(Number(report?.headers["retry-after"])).toBeGreaterThan(0);
  expect(report?.headers["x-content-type-options"]).toBe("nosniff");
  // A person sees a page, which asks again by itself.
  expect(page?.status).toBe(503);
  expect(page?.headers["content-type"]).toContain("text/html");
  expect(page?.headers.refresh).toBe(page?.headers["retry-after"]);
  expect(await metricsText()).toContain('kapgel_shed_total{class="reports"} 2');

  for (const response of waiting) response.end();
  await Promise.all(slow);
  expect(await statusOf("/api/vendor/stats")).toBe(200); // so few are open that refusing would help nobody
});

it("one pause of a second is no pressure, a loop that is always late is, and it is forgotten in seconds", () => {
  const pause = remembered(0, 1050);
  expect(pause).toBeLessThan(500);
  let late = 0;
  for (let turn = 0; turn < 5; turn++) late = remembered(late, 1050);
  expect(late).toBeGreaterThan(850);
  for (let turn = 0; turn < 100; turn++) late = remembered(late, 50);
  expect(late).toBeLessThan(100);
});
