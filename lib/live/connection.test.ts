import type { RealtimeClient } from "@supabase/supabase-js";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { backoff, LiveConnection, type LiveMessage } from "./connection.ts";

/** A channel and a client with the part of the realtime client's surface that the connection uses. */
class FakeChannel {
  topic: string;
  report: (status: string) => void = () => {};
  deliver: (message: { event: string; payload: Record<string, unknown> }) => void = () => {};
  constructor(topic: string) {
    this.topic = topic;
  }
  on(_type: string, _filter: unknown, callback: FakeChannel["deliver"]) {
    this.deliver = callback;
    return this;
  }
  subscribe(callback: FakeChannel["report"]) {
    this.report = callback;
    return this;
  }
}
class FakeClient {
  channels: FakeChannel[] = [];
  connected = true;
  tokens: string[] = [];
  channel(topic: string) {
    const channel = new FakeChannel(topic);
    this.channels.push(channel);
    return channel;
  }
  async removeChannel(channel: FakeChannel) {
    this.channels = this.channels.filter((other) => other !== channel);
    return "ok";
  }
  async disconnect() {
    this.connected = false;
    this.channels = [];
  }
  async setAuth(token: string) {
    this.tokens.push(token);
  }
  isConnected() {
    return this.connected;
  }
}

let clients: FakeClient[];
let connection: LiveConnection;
const access = vi.fn();
const newest = () => clients.at(-1) as FakeClient;
const channelOf = (topic: string) =>
  newest().channels.find((channel) => channel.topic === topic) as FakeChannel;
const settle = () => vi.advanceTimersByTimeAsync(0);

function listen(topic: string) {
  const messages: LiveMessage[] = [];
  const listener = {
    onMessage: (message: LiveMessage) => messages.push(message),
    onChange: vi.fn(),
    onJoin: vi.fn(),
  };
  return { ...listener, messages, stop: connection.subscribe(topic, listener) };
}

beforeEach(() => {
  vi.useFakeTimers();
  clients = [];
  let issued = 0;
  access.mockReset().mockImplementation(async () => {
    issued += 1;
    return { url: "", key: "", access_token: `token ${issued}`, expires_at: Date.now() / 1_000 + 600 };
  });
  connection = new LiveConnection(access, async () => {
    const client = new FakeClient();
    clients.push(client);
    return client as unknown as RealtimeClient;
  });
});
afterEach(() => vi.useRealTimers());

it("several listeners share one socket and one channel a topic", async () => {
  const first = listen("order:1");
  const second = listen("order:1");
  listen("branch:1");
  await settle();
  expect(clients).toHaveLength(1);
  expect(newest().channels.map(({ topic }) => topic)).toEqual(["order:1", "branch:1"]);
  channelOf("order:1").report("SUBSCRIBED");
  expect(first.onJoin).toHaveBeenCalledOnce();
  channelOf("order:1").deliver({ event: "order.status_changed", payload: { version: 2 } });
  expect(second.messages).toEqual([
    { topic: "order:1", event: "order.status_changed", payload: { version: 2 } },
  ]);
});

it("a lost socket is replaced as a whole, and every join tells its listeners to read again", async () => {
  const order = listen("order:1");
  await settle();
  channelOf("order:1").report("SUBSCRIBED");
  newest().connected = false;
  channelOf("order:1").report("CHANNEL_ERROR");
  expect(connection.isJoined("order:1")).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(clients).toHaveLength(2);
  channelOf("order:1").report("SUBSCRIBED");
  expect(order.onJoin).toHaveBeenCalledTimes(2);
});

it("a refused topic is asked again later without disturbing the others", async () => {
  listen("order:1");
  listen("order:2");
  await settle();
  channelOf("order:1").report("SUBSCRIBED");
  const refused = channelOf("order:2");
  refused.report("CHANNEL_ERROR");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(clients).toHaveLength(1);
  expect(connection.isJoined("order:1")).toBe(true);
  expect(channelOf("order:2")).not.toBe(refused);
});

it("leaves a topic nobody wants, keeps it over a short absence, and closes the socket after the last", async () => {
  const first = listen("order:1");
  await settle();
  first.stop();
  const second = listen("order:1"); // a second mount, or the next page
  await vi.advanceTimersByTimeAsync(2_000);
  expect(newest().channels).toHaveLength(1);
  second.stop();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(newest().channels).toHaveLength(0);
  expect(newest().connected).toBe(false);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(clients).toHaveLength(1);
});

it("renews the token before it ends, on the open socket", async () => {
  listen("order:1");
  await settle();
  await vi.advanceTimersByTimeAsync(545_000);
  expect(newest().tokens).toEqual(["token 2"]);
  expect(clients).toHaveLength(1);
});

it("keeps trying while the API cannot be reached, and ignores what an abandoned socket says", async () => {
  access.mockRejectedValueOnce(new Error("offline"));
  const order = listen("order:1");
  await vi.advanceTimersByTimeAsync(1_000);
  const abandoned = channelOf("order:1");
  connection.restart();
  await settle();
  abandoned.report("SUBSCRIBED");
  expect(order.onJoin).not.toHaveBeenCalled();
  expect(clients).toHaveLength(2);
});

it("waits longer each time, up to a limit", () => {
  expect(backoff(0, 1)).toBe(500);
  expect(backoff(3, 1)).toBe(4_000);
  expect(backoff(30, 1)).toBe(15_000);
  expect(backoff(3, 0)).toBe(2_000);
});
