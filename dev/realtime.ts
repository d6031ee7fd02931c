// A stand-in for Supabase Realtime: private and public broadcast channels on /realtime/v1/websocket. Who may join a
// private channel is decided by the policies on realtime.messages, asked as that user.
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { JWTPayload } from "jose";
import type { Sql } from "postgres";
import { type WebSocket, WebSocketServer } from "ws";
import { PUBLISHABLE_KEY, SECRET_KEY, verifyToken } from "./keys.ts";
import { decode, encode, type Frame } from "./phoenix.ts";
import { mayRead, mayWrite } from "./realtime-policy.ts";
import { forwardMessages } from "./realtime-source.ts";

type ChannelConfig = {
  private?: boolean;
  broadcast?: { ack?: boolean; self?: boolean };
  presence?: { enabled?: boolean };
};

type Channel = {
  topic: string;
  config: ChannelConfig;
  claims: JWTPayload;
  mayWrite?: boolean;
  expiry?: NodeJS.Timeout;
  push(event: string, payload: Record<string, unknown>): void;
};

const MAX_TIMER_MS = 2 ** 31 - 1;

/** Serves Realtime on the server's upgrades: `sql` asks policies, the log of `databaseUrl` tells what was sent. Returns how to close it. */
export async function attachRealtime(
  server: Server,
  sql: Sql,
  databaseUrl: string,
): Promise<() => Promise<void>> {
  const sockets = new WebSocketServer({ noServer: true });
  const channels = new Map<string, Set<Channel>>();

  const broadcast = (
    topic: string,
    isPrivate: boolean,
    event: string,
    payload: unknown,
    except?: Channel,
  ) => {
    for (const channel of channels.get(topic) ?? []) {
      if (channel === except || Boolean(channel.config.private) !== isPrivate) continue;
      channel.push("broadcast", { type: "broadcast", event, payload });
    }
  };

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname !== "/realtime/v1/websocket") return socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
    const key = url.searchParams.get("apikey");
    if (key !== PUBLISHABLE_KEY && key !== SECRET_KEY) return socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n");
    sockets.handleUpgrade(request, socket, head, (ws) =>
      serve(ws, url.searchParams.get("vsn") === "1.0.0" ? 1 : 2, key),
    );
  });

  function serve(ws: WebSocket, version: 1 | 2, key: string): void {
    const joined = new Map<string, Channel>();
    const send = (frame: Frame) => {
      if (ws.readyState === ws.OPEN) ws.send(encode(frame, version));
    };

    const leave = (topic: string, reason?: string) => {
      const channel = joined.get(topic);
      if (!channel) return;
      clearTimeout(channel.expiry);
      joined.delete(topic);
      channels.get(channel.topic)?.delete(channel);
      if (channels.get(channel.topic)?.size === 0) channels.delete(channel.topic);
      if (!reason) return;
      channel.push("system", {
        status: "error",
        extension: "system",
        channel: channel.topic,
        message: reason,
      });
      channel.push("phx_close", {});
    };

    const expireWithToken = (channel: Channel, topic: string) => {
      clearTimeout(channel.expiry);
      if (!channel.claims.exp) return;
      const left = Math.min(MAX_TIMER_MS, channel.claims.exp * 1000 - Date.now());
      channel.expiry = setTimeout(() => leave(topic, "Token has expired"), left);
      channel.expiry.unref();
    };

    const join = async (frame: Frame, reply: Reply) => {
      const topic = frame.topic.replace(/^realtime:/, "");
      const config = (frame.payload.config ?? {}) as ChannelConfig;
      let claims: JWTPayload;
      try {
        claims = await claimsOf(frame.payload.access_token, key);
      } catch {
        return reply("error", { reason: "InvalidJWTToken: the token is malformed or has expired" });
      }
      if (config.private && !(await mayRead(sql, topic, claims))) {
        return reply("error", {
          reason: `Unauthorized: You do not have permissions to read from this Channel topic: ${topic}`,
        });
      }
      leave(frame.topic);
      if (ws.readyState !== ws.OPEN) return; // it went away while the policy was asked
      const push: Channel["push"] = (event, payload) =>
        send({ joinRef: frame.joinRef, ref: null, topic: frame.topic, event, payload });
      const channel: Channel = { topic, config, claims, push };
      joined.set(frame.topic, channel);
      channels.set(topic, (channels.get(topic) ?? new Set()).add(channel));
      expireWithToken(channel, frame.topic);
      reply("ok", { postgres_changes: [] });
      if (config.presence?.enabled) push("presence_state", {});
    };

    const renew = async (channel: Channel, frame: Frame) => {
      try {
        channel.claims = await claimsOf(frame.payload.access_token, key);
      } catch {
        return leave(frame.topic, "Invalid token");
      }
      channel.mayWrite = undefined;
      expireWithToken(channel, frame.topic);
      if (channel.config.private && !(await mayRead(sql, channel.topic, channel.claims)))
        leave(frame.topic, "Unauthorized");
    };

    const fromClient = async (channel: Channel, frame: Frame, reply: Reply) => {
      const { ack = false, self = false } = channel.config.broadcast ?? {};
      if (channel.config.private) {
        channel.mayWrite ??= await mayWrite(sql, channel.topic, channel.claims);
        if (!channel.mayWrite) return ack ? reply("error", { reason: "Unauthorized" }) : undefined;
      }
      const { event, payload } = frame.payload;
      broadcast(
        channel.topic,
        Boolean(channel.config.private),
        String(event),
        payload,
        self ? undefined : channel,
      );
      if (ack) reply("ok");
    };

    const receive = async (frame: Frame): Promise<void> => {
      const reply: Reply = (status, response = {}) =>
        send({ ...frame, event: "phx_reply", payload: { status, response } });
      if (frame.event === "heartbeat") return reply("ok");
      if (frame.event === "phx_join") return join(frame, reply);
      const channel = joined.get(frame.topic);
      if (!channel) return reply("error", { reason: "unmatched topic" });
      if (frame.event === "access_token") return renew(channel, frame);
      if (frame.event === "broadcast") return fromClient(channel, frame, reply);
      if (frame.event === "phx_leave") {
        leave(frame.topic);
        reply("ok");
        return send({ ...frame, event: "phx_close", payload: {} });
      }
      reply("ok");
    };

    ws.on("message", (data, isBinary) => {
      try {
        receive(decode(data, isBinary, version)).catch(() => ws.close(1011));
      } catch {
        ws.close(1007); // not a Phoenix frame
      }
    });
    ws.on("error", () => ws.terminate());
    ws.on("close", () => {
      for (const topic of [...joined.keys()]) leave(topic);
    });
  }

  const unfollow = await forwardMessages(databaseUrl, broadcast);
  return async () => {
    for (const ws of sockets.clients) ws.terminate();
    sockets.close();
    await unfollow();
  };
}

type Reply = (status: "ok" | "error", response?: Record<string, unknown>) => void;

/** Who a join speaks for: the token's user or, with an API key in its place, the key's role. */
async function claimsOf(token: unknown, key: string): Promise<JWTPayload> {
  const presented = typeof token === "string" && token !== "" ? token : key;
  if (presented === SECRET_KEY) return { role: "service_role" };
  if (presented === PUBLISHABLE_KEY) return { role: "anon" };
  return verifyToken(presented);
}
