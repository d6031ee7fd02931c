// The inbox over HTTP: pages for people, JSON for tests, and the knob that makes deliveries fail.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Inbox } from "./inbox.ts";
import { listPage, messagePage, PAGE_HEADERS } from "./inbox-page.ts";

const MAX_BODY_BYTES = 10_000;

/** Shares of deliveries, 0 to 1, that go wrong: refused for now (451), refused for good (550), never answered. */
export type Faults = { fail: number; refuse: number; hang: number };

type Room = {
  inbox: Inbox;
  faults: Faults;
  /** Where the pages are; asked for at another port, they are sent on. */
  pagePort: number;
};

/** The server, not listening: `GET /messages?to=`, `GET /messages/{id}`, `DELETE /messages`, `POST /faults` (changes `faults`), and the pages. */
export function inboxServer(room: Room): Server {
  return createServer((request, response) =>
    answer(request, response, room).catch((error) => respond(response, 400, { error: String(error) })),
  );
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { inbox, faults, pagePort }: Room,
): Promise<void> {
  const { host, origin } = request.headers;
  // A page of the web that a developer happens to visit has no business here.
  if (origin && origin !== `http://${host}`)
    return respond(response, 403, { error: "Not from another page." });
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const [, room = "", id] = url.pathname.split("/");
  const asked = `${request.method} /${room}${id ? "/:id" : ""}`;
  if ((room === "" || room === "inbox") && request.socket.localPort !== pagePort) {
    response.writeHead(302, { location: `http://127.0.0.1:${pagePort}${url.pathname}` }).end();
    return;
  }
  if (asked === "GET /") return show(response, listPage(inbox.list()));
  if (asked === "GET /messages") {
    return respond(response, 200, { data: inbox.list(url.searchParams.get("to") ?? undefined) });
  }
  if (asked === "DELETE /messages") {
    inbox.clear();
    return respond(response, 204);
  }
  if (request.method === "POST" && url.pathname === "/inbox/clear") {
    inbox.clear();
    response.writeHead(303, { location: "/" }).end();
    return;
  }
  if (asked === "GET /messages/:id" || asked === "GET /inbox/:id") {
    const message = await inbox.get(id ?? "");
    if (!message) return respond(response, 404, { error: "There is no such message." });
    return room === "inbox" ? show(response, messagePage(message)) : respond(response, 200, message);
  }
  if (asked === "POST /faults") {
    for (const [name, share] of Object.entries(JSON.parse(await bodyOf(request)))) {
      if (!(name in faults) || typeof share !== "number" || share < 0 || share > 1) {
        return respond(response, 400, {
          error: 'Shares from 0 to 1, as {"fail": 0.3, "refuse": 0, "hang": 0.05}',
        });
      }
      faults[name as keyof Faults] = share;
    }
    return respond(response, 200, faults);
  }
  respond(response, 404, { error: "There is no such page." });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) {
    body += chunk;
    if (body.length > MAX_BODY_BYTES) throw new Error("The body is too long.");
  }
  return body || "{}";
}

function show(response: ServerResponse, page: string): void {
  response.writeHead(200, PAGE_HEADERS).end(page);
}

function respond(response: ServerResponse, status: number, body?: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
