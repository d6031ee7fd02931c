// A server that is told to end: nobody who has asked goes without an answer, what it has begun for the queue is finished, and it does end.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { sql } from "../db/database.ts";
import { order, signedIn, town } from "./client.ts";
import { startNextServer } from "./next-server.ts";

const CALLERS = 16;
const LIMIT_MS = 15_000;

type Answer = { status: number; connection: string | undefined };

afterAll(() => sql.end());

it("answers what was asked, closes each connection with its answer, says that it is not ready, and ends", async () => {
  const at = await town();
  const { id, token } = await signedIn("customer");
  const server = await startNextServer(4, { QUEUE_KICK: "on" });
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const answers: Answer[] = [];
  const failures: string[] = [];
  const place = () =>
    new Promise<boolean>((done) => {
      request(`${server.base}/api/orders`, {
        method: "POST",
        agent,
        headers: {
          "Content-Type": "application/json",
          Authorization: `Bearer ${token}`,
          "Idempotency-Key": randomUUID(),
        },
      })
        .on("response", (response) => {
          const { connection } = response.headers;
          response.resume().on("end", () => {
            answers.push({ status: response.statusCode ?? 0, connection });
            done(connection !== "close"); // a proxy goes elsewhere
          });
        })
        .on("error", ({ code = "" }: NodeJS.ErrnoException) => {
          failures.push(code);
          done(false);
        })
        .end(JSON.stringify(order(at)));
    });
  const callers = Array.from({ length: CALLERS }, async () => {
    while (await place());
  });
  await expect.poll(() => answers.length, { timeout: 30_000 }).toBeGreaterThan(4 * CALLERS);

  const toldAt = performance.now();
  const stopped = server.stop();
  await sleep(300); // the signal has arrived
  expect((await fetch(`${server.base}/api/health/ready`)).status).toBe(503);
  expect((await fetch(`${server.base}/api/health/live`)).status).toBe(200);
  await stopped;
  expect(performance.now() - toldAt).toBeLessThan(LIMIT_MS);
  await Promise.all(callers);
  agent.destroy();

  expect(failures).toEqual([]);
  expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
  expect(answers.filter(({ connection }) => connection === "close").length).toBe(CALLERS);
  const [row] = await sql`select count(*)::int as orders from public.orders where customer_id = ${id}`;
  expect(row?.orders).toBe(answers.length);

  const [held] = await sql`
    select count(*)::int as jobs from public.jobs j join public.orders o on o.id = j.stream_id
    where o.customer_id = ${id} and j.state = 'running'`;
  expect(held?.jobs).toBe(0);
});
