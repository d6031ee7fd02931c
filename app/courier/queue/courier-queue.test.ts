import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CourierQueue } from "./courier-queue";
import type { Op } from "./op";
import { keepPhoto, photoOf } from "./photo-store";

// The boundary: a network that can be taken away, and a browser's storage.
type Sent = { path: string; key: string | null };
let sent: Sent[];
let answer: (path: string) => Response;
let storage: Map<string, string>;
const lost = () => {
  throw new TypeError("fetch failed");
};
const json = (status: number, body: unknown) => Response.json(body, { status });
const order = (status: string) => ({ id: "a", status });
let stop: () => void = () => undefined;
const listeners = new Map<string, (event: unknown) => void>();
const online = () => listeners.get("online")?.({});

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  storage = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
  });
  vi.stubGlobal("navigator", {}); // one tab
  vi.stubGlobal("window", {
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener),
    removeEventListener: (name: string) => listeners.delete(name),
  });
  vi.stubGlobal("fetch", async (path: string, { headers }: { headers: Record<string, string> }) => {
    sent.push({ path, key: headers["idempotency-key"] ?? null });
    return answer(path);
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function opened(onOrder: (order: unknown) => void = () => undefined): CourierQueue {
  const queue = new CourierQueue("courier", onOrder);
  stop = queue.start();
  return queue;
}
const tap = (key: string, at: number, more: Partial<Op> = {}) =>
  ({ key, orderId: "a", number: "1001", at, kind: "move", to: "ON_ROUTE", ...more }) as Op;
const handover = tap("k2", 2, { kind: "handover", code: null, place: null } as Partial<Op>);

it("answers a tap with its order when there is a network", async () => {
  answer = () => json(200, order("ON_ROUTE"));
  const queue = opened();
  expect(await queue.act(tap("k1", 1))).toEqual(order("ON_ROUTE"));
  expect(queue.read().ops).toEqual([]);
});

it("keeps taps without a network, over a reload, and sends them once, in order, with their keys", async () => {
  answer = lost;
  const before = opened();
  expect(await before.act(tap("k1", 1))).toBeNull();
  expect(await before.act(handover)).toBeNull();
  stop();
  expect(sent.every(({ key }) => key === "k1")).toBe(true); // the second stands on the first

  const orders: unknown[] = [];
  const after = opened((one) => orders.push(one));
  expect(after.read().ops).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(0);
  sent = [];
  answer = (path) => json(200, order(path.endsWith("handover") ? "DELIVERED" : "ON_ROUTE"));
  online();
  await vi.advanceTimersByTimeAsync(0);
  expect(sent.map(({ key }) => key)).toEqual(["k1", "k2"]);
  expect(orders).toEqual([order("ON_ROUTE"), order("DELIVERED")]);
  expect(after.read()).toEqual({ ops: [], dropped: [] });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(2);
});

it("tries again by itself, less and less often", async () => {
  answer = () => json(503, { code: "UNAVAILABLE", error: "busy" });
  void opened().act(tap("k1", 1));
  await vi.advanceTimersByTimeAsync(120_000);
  expect(sent.length).toBeGreaterThan(4);
  expect(sent.length).toBeLessThan(10);
});

it("takes a move that had arrived for done, and explains what was canceled meanwhile", async () => {
  answer = lost;
  const queue = opened();
  await queue.act(tap("k1", 1));
  await queue.act(handover);
  const current = (path: string) => order(path.endsWith("handover") ? "CANCELED_BY_VENDOR" : "ON_ROUTE");
  answer = (path) =>
    json(409, { code: "INVALID_TRANSITION", error: "no", details: { current: current(path) } });
  online();
  await vi.advanceTimersByTimeAsync(0);
  expect(queue.read().ops).toEqual([]);
  expect(queue.read().dropped).toEqual([
    { op: handover, code: "INVALID_TRANSITION", status: "CANCELED_BY_VENDOR" },
  ]);
  queue.dismiss();
  expect(queue.read().dropped).toEqual([]);
});

it("throws a refusal to the screen that waits for it, and tells it nowhere else", async () => {
  answer = () => json(422, { code: "CODE_WRONG", error: "no", details: { attempts_left: 3 } });
  const queue = opened();
  await expect(queue.act(handover)).rejects.toMatchObject({
    code: "CODE_WRONG",
    details: { attempts_left: 3 },
  });
  expect(queue.read()).toEqual({ ops: [], dropped: [] });
});

describe("a photograph", () => {
  const photo = tap("p1", 3, { kind: "photo", of: "proof" } as Partial<Op>);
  const isPhoto = (path: string) => path.includes("/photos?");
  beforeEach(() => keepPhoto("p1", new Blob(["x"], { type: "image/jpeg" })));

  it("goes after the taps, with its key, and is forgotten", async () => {
    answer = lost;
    const queue = opened();
    await queue.act(handover);
    await queue.act(photo);
    await vi.advanceTimersByTimeAsync(0);
    sent = [];
    answer = (path) => json(isPhoto(path) ? 201 : 200, order("DELIVERED"));
    online();
    await vi.advanceTimersByTimeAsync(10);
    await vi.waitFor(() => expect(queue.read().ops).toEqual([]));
    expect(sent.map(({ key }) => key)).toEqual(["k2", "p1"]);
    expect(sent[1]?.path).toBe("/api/orders/a/photos?kind=proof&at=1970-01-01T00%3A00%3A00.003Z");
    expect(await photoOf("p1")).toBeNull();
  });

  it("that cannot be sent holds up no tap", async () => {
    answer = (path) =>
      isPhoto(path) ? json(503, { code: "UNAVAILABLE", error: "away" }) : json(200, order("ON_ROUTE"));
    const queue = opened();
    await queue.act(photo);
    expect(await queue.act(tap("k1", 4, { orderId: "b" }))).toEqual(order("ON_ROUTE"));
    expect(queue.read().ops).toEqual([photo]); // it waits on
  });

  it("that is refused is let go without a word", async () => {
    answer = () => json(415, { code: "UNSUPPORTED_MEDIA_TYPE", error: "no" });
    const queue = opened();
    await queue.act(photo).catch(() => undefined);
    expect(queue.read()).toEqual({ ops: [], dropped: [] });
  });
});
