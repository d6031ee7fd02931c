// Catches every e-mail the app sends, instead of a mail server. One port speaks both languages: an HTTP client speaks first, an SMTP
// client waits to be greeted, so whoever is silent for a moment is one of the latter. Browsers open connections they may need later and
// stay silent on them: the pages are on a port of their own.
import { createServer, type Server, type Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import { Inbox } from "./inbox.ts";
import { type Faults, inboxServer } from "./inbox-http.ts";

const SILENCE_MS = 150;
const KEEP = 500;
const HTTP_METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) /;

/**
 * Listens on 127.0.0.1: on `port` for SMTP and HTTP (JSON at /messages; pages are sent on to `inboxPort`), on `inboxPort` for HTTP alone.
 * Rejects when a port is taken.
 * @param keep how many messages are kept; the oldest go first
 */
export async function startSmtp(options: {
  port: number;
  inboxPort: number;
  folder: string;
  keep?: number;
}): Promise<{ close(): Promise<void> }> {
  const inbox = await Inbox.open(options.folder, options.keep ?? KEEP);
  const faults: Faults = { fail: 0, refuse: 0, hang: 0 };
  const smtp = catcher(inbox, faults);
  const http = inboxServer({ inbox, faults, pagePort: options.inboxPort });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    socket.on("error", () => {}); // a client that dies is no news
    const listen = (bytes: Buffer) => {
      clearTimeout(silence);
      handOver(HTTP_METHOD.test(bytes.toString("latin1", 0, 8)) ? http : smtp.server, bytes);
    };
    const handOver = (to: Server, bytes?: Buffer) => {
      socket.off("data", listen);
      socket.pause();
      if (bytes) socket.unshift(bytes);
      to.emit("connection", socket);
      socket.resume();
    };
    const silence = setTimeout(() => handOver(smtp.server), SILENCE_MS);
    socket.once("close", () => clearTimeout(silence));
    socket.on("data", listen);
  });
  const listening = [
    [server, options.port],
    [http, options.inboxPort],
  ] as const;
  for (const [each, port] of listening) {
    each.on("connection", (socket) => {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      each.once("error", reject).listen(port, "127.0.0.1", resolve);
    });
  }
  return {
    close: async () => {
      const closed = listening.map(([each]) => new Promise<void>((resolve) => each.close(() => resolve())));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
}

function catcher(inbox: Inbox, faults: Faults): SMTPServer {
  const happens = (share: number) => Math.random() < share;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_, __, done) =>
      done(happens(faults.refuse) ? refusal(550, "No such mailbox (a fault was asked for)") : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.once("end", () => {
        if (happens(faults.hang)) return;
        if (happens(faults.fail)) return done(refusal(451, "Try again later (a fault was asked for)"));
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        inbox.add(Buffer.concat(chunks), recipients).then(() => done(), done);
      });
    },
  });
  server.on("error", () => {}); // a broken conversation is the client's to repeat
  return server;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
