// The one door of the local Supabase: checks the API key, then passes /rest/v1 to PostgREST, /auth/v1 and /storage/v1 to the
// auth server. Every request of the app and every benchmark goes through here, so it does as little as it can.
import { createServer as createHttpServer, type Server } from "node:http";
import { createServer, type Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { FetchHandler } from "./auth.ts";
import { mintServiceToken, PUBLISHABLE_KEY, SECRET_KEY, verifyToken } from "./keys.ts";
import { type RestTunnel, tunnel } from "./rest-tunnel.ts";

export type Gateway = {
  /** Emits `upgrade` for WebSockets. */
  http: Server;
  close(): Promise<void>;
};

/** Listens on 127.0.0.1. `postgrestPort` null: the auth server answers /rest/v1 too. Rejects when the port is taken. */
export async function startGateway(options: {
  port: number;
  postgrestPort: number | null;
  auth: FetchHandler;
}): Promise<Gateway> {
  const { postgrestPort, auth } = options;
  const serviceToken = `Bearer ${await mintServiceToken()}`;
  const authorize: RestTunnel["authorize"] = (key, authorization) => {
    if (key !== PUBLISHABLE_KEY && key !== SECRET_KEY) return null;
    if (authorization && !/^Bearer sb_/i.test(authorization)) return authorization; // a user's token
    return key === SECRET_KEY ? serviceToken : undefined;
  };

  const answer = getRequestListener(async (request) => {
    const url = new URL(request.url);
    const isRest = url.pathname.startsWith("/rest/v1");
    if (!isRest && !/^\/(auth|storage)\/v1\//.test(url.pathname))
      return refusal(404, "No such service in the local stack.");
    if (url.pathname.startsWith("/storage/v1/object/public/")) return auth(request); // needs no key, as on hosted
    const key = request.headers.get("apikey") ?? url.searchParams.get("apikey") ?? undefined;
    const authorization = authorize(key, request.headers.get("authorization") ?? undefined);
    if (authorization === null && request.method !== "OPTIONS") {
      return refusal(401, key ? "Invalid API key" : "No API key found in request");
    }
    if (!isRest) return auth(request);
    if (postgrestPort === null) {
      // lite would take a garbage token for a stranger's
      const token = authorization?.slice("Bearer ".length);
      const isValid = !token || (await verifyToken(token).then(Boolean, () => false));
      return isValid ? auth(request) : refusal(401, "The access token is malformed or has expired.");
    }
    return forward(
      request,
      `http://127.0.0.1:${postgrestPort}${url.pathname.slice(8)}${url.search}`,
      authorization,
    );
  });
  const http = createHttpServer((incoming, outgoing) => {
    // The client's next request may be for the tunnel: it comes on a connection of its own.
    if (postgrestPort !== null) outgoing.shouldKeepAlive = false;
    return answer(incoming, outgoing);
  });

  const rest: RestTunnel = {
    port: postgrestPort ?? 0,
    authorize,
    decline: (client, bytes) => {
      client.pause();
      client.unshift(bytes);
      http.emit("connection", client);
      client.resume();
    },
  };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.once("close", () => sockets.delete(client));
    if (postgrestPort === null) http.emit("connection", client);
    else tunnel(client, rest);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port, "127.0.0.1", resolve);
  });
  return {
    http,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** The rare request the tunnel declines: a preflight, a chunked body, a refused key. */
async function forward(
  request: Request,
  url: string,
  authorization: string | null | undefined,
): Promise<Response> {
  const headers = new Headers(request.headers);
  for (const name of ["apikey", "authorization", "connection", "host", "transfer-encoding"])
    headers.delete(name);
  if (authorization) headers.set("authorization", authorization);
  const body = request.body ? await request.arrayBuffer() : undefined;
  try {
    return await fetch(url, { method: request.method, headers, body });
  } catch {
    return refusal(503, "The REST server does not answer.");
  }
}

function refusal(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
