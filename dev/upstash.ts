// Upstash's REST protocol in front of a Redis: one command (POST /), /pipeline, /multi-exec, a bearer token, and replies
// in base64 when the client asks for them.
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { Redis } from "ioredis";

type Command = [name: string, ...args: string[]];
type Reply = { result: unknown } | { error: string };
type Encode = (value: unknown) => unknown;

/** Serves the protocol on 127.0.0.1. Rejects when the port is taken. */
export function startUpstash(options: { redis: Redis; port: number; token: string }): Promise<Server> {
  const { redis, port, token } = options;
  const scripts = scriptCache();

  const run = async (command: Command, encode: Encode): Promise<Reply> => {
    try {
      return { result: encode(scripts.answer(command, await redis.call(...scripts.rewrite(command)))) };
    } catch (error) {
      return { error: messageOf(error) };
    }
  };
  const runTogether = async (commands: Command[], encode: Encode): Promise<Reply[]> => {
    const transaction = redis.multi();
    for (const command of commands) transaction.call(...scripts.rewrite(command));
    const replies = (await transaction.exec()) ?? [];
    return replies.map(([error, value]) => (error ? { error: error.message } : { result: encode(value) }));
  };

  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${token}`) {
      return answer(401, { error: "WRONGPASS invalid or missing auth token" });
    }
    const encode = request.headers["upstash-encoding"] === "base64" ? toBase64 : plain;
    try {
      let body = "";
      for await (const chunk of request.setEncoding("utf8")) body += chunk;
      const path = (request.url ?? "/").split("?")[0] ?? "/";
      if (path === "/pipeline") {
        const commands = toCommands(JSON.parse(body));
        return answer(200, await Promise.all(commands.map((command) => run(command, encode))));
      }
      if (path === "/multi-exec") return answer(200, await runTogether(toCommands(JSON.parse(body)), encode));
      const command = path === "/" ? JSON.parse(body) : path.slice(1).split("/").map(decodeURIComponent);
      const reply = await run(toCommand(command), encode);
      return answer("error" in reply ? 400 : 200, reply);
    } catch (error) {
      return answer(400, { error: messageOf(error) });
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => resolve(server));
  });
}

/**
 * Upstash's scripts open with a shebang that only Upstash understands. It is taken off, so the script's SHA-1 is not the
 * one the client knows: the cache maps the client's to ours.
 */
function scriptCache() {
  const ours = new Map<string, string>();
  const learn = (script: string): string => {
    const stripped = script.replace(/^#!lua[^\n]*\n/, "");
    ours.set(sha1(script), sha1(stripped));
    return stripped;
  };
  const isLoad = ([name, verb]: Command) => name.toLowerCase() === "script" && verb?.toLowerCase() === "load";
  return {
    rewrite(command: Command): Command {
      const [name, first = "", ...rest] = command;
      if (isLoad(command)) return [name, first, learn(rest[0] ?? "")];
      if (/^eval(_ro)?$/i.test(name)) return [name, learn(first), ...rest];
      if (/^evalsha(_ro)?$/i.test(name)) return [name, ours.get(first.toLowerCase()) ?? first, ...rest];
      return command;
    },
    answer: (command: Command, reply: unknown) => (isLoad(command) ? sha1(command[2] ?? "") : reply),
  };
}

function toCommand(value: unknown): Command {
  if (!Array.isArray(value) || value.length === 0) throw new Error("ERR failed to parse command");
  const [name, ...args] = value.map((part) =>
    typeof part === "object" ? JSON.stringify(part) : String(part),
  );
  return [name ?? "", ...args];
}

function toCommands(value: unknown): Command[] {
  if (!Array.isArray(value)) throw new Error("ERR failed to parse pipeline");
  return value.map(toCommand);
}

const plain: Encode = (value) => value ?? null;

// "OK" stays as it is: Upstash leaves it unencoded too.
function toBase64(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toBase64);
  if (typeof value === "object" && value !== null) return Object.entries(value).flat().map(toBase64); // a hash
  return typeof value === "string" && value !== "OK"
    ? Buffer.from(value).toString("base64")
    : (value ?? null);
}

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
