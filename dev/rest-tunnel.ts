// The fast way to PostgREST. A client's connection gets a PostgREST connection of its own; the head of each request is
// rewritten (API key → role, path), and every other byte passes untouched. Requests of one connection come one after
// the other (no client here pipelines), so an answer needs no parsing. Whatever is unusual goes to the gateway's server.
import { connect, type Socket } from "node:net";

export type RestTunnel = {
  port: number;
  /** The `authorization` to send on, or null when the API key is refused. */
  authorize(key: string | undefined, authorization: string | undefined): string | undefined | null;
  /** Takes over a connection, with the bytes read so far, whose next request is not for the tunnel. */
  decline(client: Socket, bytes: Buffer): void;
};

const PREFIX = "/rest/v1";
const END_OF_HEAD = Buffer.from("\r\n\r\n");
// PostgREST closes a connection that is idle for 30 s; one idle for this long is not used again.
const STALE_MS = 20_000;
const REFUSED = '{"message":"The REST server does not answer."}';

/** Serves one client connection until it closes or is declined. */
export function tunnel(client: Socket, { port, authorize, decline }: RestTunnel): void {
  let upstream: Socket | undefined;
  let lastUsed = 0;
  let head: Buffer = Buffer.alloc(0);
  let bodyLeft = 0;

  const open = (): Socket => {
    const socket = connect(port, "127.0.0.1").setNoDelay(true);
    let answered = false;
    socket.on("data", (bytes) => {
      answered = true;
      lastUsed = Date.now();
      if (!client.write(bytes)) socket.pause();
    });
    socket.on("error", () => {
      if (!answered && upstream === socket) client.write(unavailable());
    });
    socket.on("close", () => {
      if (upstream !== socket) return;
      upstream = undefined;
      if (Date.now() - lastUsed < STALE_MS) client.end(); // it may have been in the middle of an answer
    });
    return socket;
  };

  const forward = (bytes: Buffer | string) => {
    if (!upstream || upstream.write(bytes, "latin1")) return;
    client.pause();
    upstream.once("drain", () => client.resume());
  };

  const beginRequest = (target: string): void => {
    if (upstream && Date.now() - lastUsed > STALE_MS) {
      const stale = upstream;
      upstream = undefined;
      stale.destroy();
    }
    upstream ??= open();
    lastUsed = Date.now();
    forward(target);
  };

  const onData = (chunk: Buffer): void => {
    let bytes = chunk;
    if (bodyLeft > 0) {
      const part = bytes.subarray(0, bodyLeft);
      bodyLeft -= part.length;
      forward(part);
      bytes = bytes.subarray(part.length);
      if (bytes.length === 0) return;
    }
    head = head.length === 0 ? bytes : Buffer.concat([head, bytes]);
    const end = head.indexOf(END_OF_HEAD);
    if (end < 0 && head.length < 16_384) return;
    const request = end < 0 ? null : rewrite(head.toString("latin1", 0, end), authorize);
    if (!request) {
      release();
      decline(client, head);
      return;
    }
    const rest = head.subarray(end + END_OF_HEAD.length);
    head = Buffer.alloc(0);
    bodyLeft = request.bodyLength;
    beginRequest(request.head);
    if (rest.length > 0) onData(rest);
  };

  const onDrain = () => upstream?.resume();
  const onClose = () => upstream?.destroy();
  const release = () => {
    client.off("data", onData).off("drain", onDrain).off("close", onClose).off("error", ignore);
    const idle = upstream;
    upstream = undefined;
    idle?.destroy();
  };
  client.setNoDelay(true);
  client.on("data", onData).on("drain", onDrain).on("close", onClose).on("error", ignore);
}

/** The head to send on and the length of the body behind it; null for a request the tunnel does not take. */
function rewrite(
  head: string,
  authorize: RestTunnel["authorize"],
): { head: string; bodyLength: number } | null {
  const lines = head.split("\r\n");
  const [method = "", target = "", version] = (lines[0] ?? "").split(" ");
  if (!target.startsWith(PREFIX) || version !== "HTTP/1.1" || method === "OPTIONS") return null;
  let key: string | undefined;
  let authorization: string | undefined;
  let bodyLength = 0;
  let out = `${method} ${target.slice(PREFIX.length) || "/"} HTTP/1.1\r\n`;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    if (name === "apikey") key = line.slice(colon + 1).trim();
    else if (name === "authorization") authorization = line.slice(colon + 1).trim();
    else if (name === "transfer-encoding" || name === "expect" || name === "upgrade") return null;
    else {
      if (name === "content-length") bodyLength = Number(line.slice(colon + 1));
      out += `${line}\r\n`;
    }
  }
  const allowed = authorize(key, authorization);
  if (allowed === null || !Number.isSafeInteger(bodyLength)) return null;
  return { head: `${out}${allowed ? `authorization: ${allowed}\r\n` : ""}\r\n`, bodyLength };
}

function unavailable(): string {
  const headers = `content-type: application/json\r\ncontent-length: ${REFUSED.length}\r\nconnection: close`;
  return `HTTP/1.1 503 Service Unavailable\r\n${headers}\r\n\r\n${REFUSED}`;
}

function ignore(): void {}
