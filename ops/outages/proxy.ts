// Stands between the app and what it depends on. Each dependency has a door: it lets through, resets whoever comes (the dependency is killed),
// or takes connections and never says a word (it hangs). What is under way when a door moves meets the same fate.
import {
  createServer as createHttpServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import type { Duplex } from "node:stream";

export type Mode = "pass" | "refuse" | "hang";
export type Proxy = { port: number; close: () => void };

/** One conversation at a door. */
type Passage = {
  /** Begins it, or takes it up again. */
  go: () => void;
  hold: () => void;
  cut: () => void;
};

export class Door {
  #mode: Mode = "pass";
  readonly #inside = new Set<Passage>();

  /** Moves the door, for what is under way and for what comes. */
  set(mode: Mode): void {
    this.#mode = mode;
    for (const passage of [...this.#inside]) this.#treat(passage);
  }

  /** Lets a conversation in. Returns what to call when it has ended. */
  enter(passage: Passage): () => void {
    this.#inside.add(passage);
    this.#treat(passage);
    return () => this.#inside.delete(passage);
  }

  #treat(passage: Passage): void {
    if (this.#mode === "pass") passage.go();
    else if (this.#mode === "hang") passage.hold();
    else passage.cut();
  }
}

/** Passes connections on to a port of this machine through one door. */
export async function tcpProxy(target: number, door: Door): Promise<Proxy> {
  return listening(createServer((client) => converse(client, target, door)));
}

/** Passes requests and WebSockets on to an HTTP server of this machine; `doorOf` a path says through which door. */
export async function httpProxy(target: number, doorOf: (path: string) => Door): Promise<Proxy> {
  const server = createHttpServer((asked, answer) =>
    exchange(asked, answer, target, doorOf(asked.url ?? "")),
  );
  server.keepAliveTimeout = 0; // an idle connection is the client's to close: who is about to use it would take it for an outage
  server.on("upgrade", (asked: IncomingMessage, client: Duplex, rest: Buffer) => {
    const lines = asked.rawHeaders.flatMap((word, at, all) => (at % 2 ? [] : [`${word}: ${all[at + 1]}`]));
    const head = [`${asked.method} ${asked.url} HTTP/1.1`, ...lines, "", ""].join("\r\n");
    converse(client as Socket, target, doorOf(asked.url ?? ""), Buffer.concat([Buffer.from(head), rest]));
  });
  return listening(server);
}

function converse(client: Socket, target: number, door: Door, first?: Buffer): void {
  let upstream: Socket | undefined;
  const begin = () => {
    const opened = connect(target, "127.0.0.1").setNoDelay(true);
    if (first) opened.write(first);
    opened.on("data", (bytes) => client.write(bytes));
    client.on("data", (bytes) => opened.write(bytes));
    opened.on("error", ignore).on("close", () => client.destroy());
    return opened;
  };
  client.on("error", ignore);
  client.setNoDelay(true);
  const leave = door.enter({
    go: () => {
      upstream ??= begin();
      upstream.resume();
      client.resume();
    },
    hold: () => {
      upstream?.pause();
      client.pause();
    },
    cut: () => {
      client.resetAndDestroy();
      upstream?.destroy();
    },
  });
  client.once("close", () => {
    leave();
    upstream?.destroy();
  });
}

// A connection of its own for each request: one that the server is about to close must not pass for an outage.
function exchange(asked: IncomingMessage, answer: ServerResponse, target: number, door: Door): void {
  let outgoing: ReturnType<typeof request> | undefined;
  let incoming: IncomingMessage | undefined;
  let held = false;
  const begin = () => {
    const sent = request({
      port: target,
      host: "127.0.0.1",
      agent: false,
      method: asked.method,
      path: asked.url,
      headers: { ...asked.headers, connection: "close" },
    });
    sent.on("error", () => answer.destroy());
    sent.on("response", (response) => {
      incoming = response;
      const { connection: _, "keep-alive": __, "transfer-encoding": ___, ...headers } = response.headers;
      answer.writeHead(response.statusCode ?? 502, headers);
      if (!held) response.pipe(answer);
    });
    asked.pipe(sent);
    return sent;
  };
  const leave = door.enter({
    go: () => {
      held = false;
      outgoing ??= begin();
      incoming?.pipe(answer);
    },
    hold: () => {
      held = true;
      incoming?.unpipe(answer);
    },
    cut: () => {
      asked.socket.resetAndDestroy();
      outgoing?.destroy();
    },
  });
  answer.once("close", () => {
    leave();
    if (!answer.writableEnded) outgoing?.destroy();
  });
}

async function listening(server: Server): Promise<Proxy> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function ignore(): void {}
