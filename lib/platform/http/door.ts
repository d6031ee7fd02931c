// The server's door: what a request meets before Next does. It comes in, waits for its turn or is turned away, which costs a fraction of what
// answering would. A process that is told to end says so here before it closes. Where the platform keeps the server to itself (serverless)
// there is no door: there it is the platform that starts more of us.
import "server-only";
import { AsyncResource } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import en from "../../../messages/en/errors.json";
import tr from "../../../messages/tr/errors.json";
import { STATUS_OF } from "../errors";
import { corsHeaders } from "../headers/cors";
import { headerTable } from "../headers/table";
import { log } from "../logger";
import { count } from "../metrics";
import { beforeNext } from "./before-next";
import { admit, leave, letAllIn, type Visit } from "./bulkheads";
import { classOf, LOAD_CLASSES, type LoadClass } from "./load-classes";
import { pressure, watchLoop } from "./pressure";

const NOTICE_MS = 1000; // in which whoever has a connection in hand, as a proxy does, still comes with it
const GRACE_MS = 20_000; // for what has begun: longer than a database call or a job may take

// Longer than balancers keep a connection that nobody uses: should we close it first, the request that is just coming over it is lost.
const KEEP_ALIVE_MS = 75_000;

const open = new Set<ServerResponse>();
let isEnding = false;

/** From now on every request of this process passes the door. Not in development, where a compiler looks like a crowd. */
export function guardDoor(): void {
  if (process.env.NODE_ENV !== "production") return;
  watchLoop(letAllIn);
  endInTime();
  beforeNext((request, response, letIn, server) => {
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    meet(request, response, letIn);
  });
}

// Next closes its port at once and then waits for everybody, however long: a request just sent over an open connection is lost, and who
// keeps a connection busy is served for ever. So Next is told a moment later, meanwhile each answer ends its connection, and the wait ends.
function endInTime(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    const closers = process.listeners(signal);
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (isEnding) return;
      isEnding = true;
      for (const response of open) closeWith(response);
      log("info", "the server finishes what it has begun");
      setTimeout(() => {
        for (const close of closers) close(signal);
      }, NOTICE_MS);
      setTimeout(() => {
        log("error", "the server ends without having finished");
        process.exit(1);
      }, GRACE_MS).unref();
    });
  }
}

function closeWith(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
}

function meet(request: IncomingMessage, response: ServerResponse, letIn: () => void): void {
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  const name = classOf(path);
  if (isEnding) closeWith(response);
  if (isEnding && path === "/api/health/ready") {
    turnAway(request, response, path);
    return;
  }
  const visit: Visit = {
    enter: AsyncResource.bind(letIn), // not as a part of the request that made room
    isAtWork: () => request.complete && !response.headersSent,
    hasLeft: () => response.closed,
  };
  open.add(response);
  response.once("close", () => {
    open.delete(response);
    leave(name, visit);
  });
  if (isShed(name) || !admit(name, visit)) {
    count("kapgel_shed_total", { class: name });
    turnAway(request, response, path);
  }
}

// By chance between the two bounds: the share grows with the pressure, so that it settles instead of swinging between all and none.
function isShed(name: LoadClass): boolean {
  const { shed } = LOAD_CLASSES[name];
  if (!shed) return false;
  const [from, all] = shed;
  return Math.random() < (pressure(open.size) - from) / (all - from);
}

const everywhere = headerTable(process.env)
  .filter(({ source }) => source === "/:path*")
  .flatMap(({ headers }) => headers.map(({ key, value }): [string, string] => [key, value]));
const PAGE = `<!doctype html><meta charset="utf-8"><title>KapGel</title><p lang="tr">${tr.UNAVAILABLE}</p><p lang="en">${en.UNAVAILABLE}</p>`;

function turnAway(request: IncomingMessage, response: ServerResponse, path: string): void {
  const seconds = String(2 + Math.floor(Math.random() * 4)); // those turned away together should not come back together
  const requestId = crypto.randomUUID();
  const isApi = path.startsWith("/api/");
  response.writeHead(STATUS_OF.UNAVAILABLE, {
    ...Object.fromEntries(everywhere),
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Retry-After": seconds,
    "X-Request-Id": requestId,
    ...(isApi
      ? { ...corsHeaders(request.headers.origin ?? null), "Content-Type": "application/json" }
      : { Refresh: seconds, "Content-Type": "text/html; charset=utf-8" }),
  });
  const envelope = {
    error: "The service is busy. Try again in a few seconds.",
    code: "UNAVAILABLE",
    details: {},
    request_id: requestId,
  };
  response.end(isApi ? JSON.stringify(envelope) : PAGE);
}
