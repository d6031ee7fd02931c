// The local Redis gateway speaks Upstash's REST protocol.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { redisBinary, startRedis } from "../../dev/redis.ts";
import { startUpstash } from "../../dev/upstash.ts";

const PORT = 26484;
const TOKEN = "token";
const root = mkdtempSync(join(tmpdir(), "kapgel-redis-"));
const binary = redisBinary();
if (!binary) console.warn("No redis-server on PATH: the Upstash gateway is not tested here.");
const undo: (() => unknown)[] = [() => rmSync(root, { recursive: true, force: true })];

beforeAll(async () => {
  if (!binary) return;
  const { child, client } = await startRedis(binary, root, 26483);
  undo.push(
    () => child.stop(),
    () => client.disconnect(),
  );
  const server = await startUpstash({ redis: client, port: PORT, token: TOKEN });
  undo.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
});

afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

describe.skipIf(!binary)("Upstash", () => {
  const call = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`http://127.0.0.1:${PORT}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

  it("answers commands, pipelines, transactions and base64, and refuses a wrong token", async () => {
    expect(await call("/", ["SET", "a", "ğ"])).toEqual({ status: 200, body: { result: "OK" } });
    expect((await call("/", ["GET", "a"], { "upstash-encoding": "base64" })).body).toEqual({
      result: "xJ8=",
    });
    const pipeline = await call("/pipeline", [["INCR", "n"], ["NONSENSE"], ["GET", "none"]]);
    expect(pipeline.body).toMatchObject([
      { result: 1 },
      { error: expect.stringContaining("unknown command") },
      { result: null },
    ]);
    expect(
      (
        await call("/multi-exec", [
          ["INCR", "n"],
          ["INCR", "n"],
        ])
      ).body,
    ).toEqual([{ result: 2 }, { result: 3 }]);
    expect((await call("/", ["GET", "a"], { authorization: "Bearer wrong" })).status).toBe(401);
    expect((await call("/", ["INCR", "a"])).status).toBe(400);
  });

  it("runs Upstash's scripts under the SHA-1 the client knows", async () => {
    const script = '#!lua flags=allow-key-locking\nreturn redis.call("INCRBY", KEYS[1], ARGV[1])';
    const sha = createHash("sha1").update(script).digest("hex");
    expect((await call("/", ["EVALSHA", sha, 1, "counter", 2])).body.error).toMatch(/NOSCRIPT/);
    expect((await call("/", ["EVAL", script, 1, "counter", 2])).body).toEqual({ result: 2 });
    expect((await call("/", ["EVALSHA", sha, 1, "counter", 3])).body).toEqual({ result: 5 });
    expect((await call("/", ["SCRIPT", "LOAD", script])).body).toEqual({ result: sha });
  });
});
