import { describe, expect, it } from "vitest";
import { ApiError } from "@/lib/browser/api";
import type { Order } from "@/lib/orders/schema";
import {
  EMPTY,
  nextOf,
  type Op,
  readQueue,
  requestOf,
  type Tap,
  verdictOf,
  withoutRefused,
  withWaiting,
} from "./op";

const task = (status: Order["status"], id = "a") =>
  ({ id, status, allowed_transitions: [] }) as unknown as Order;
const move = (to: "PICKED_UP" | "ON_ROUTE", at = 1, orderId = "a"): Op => ({
  ...{ key: `${orderId}-${to}`, orderId, number: "1001", at },
  ...{ kind: "move", to },
});
const delivered: Tap = {
  ...{ key: "a-d", orderId: "a", number: "1001", at: 3 },
  ...{ kind: "handover", code: "0482", place: { lat: 41, lng: 29, accuracy: 8 } },
};
const refused = (status: number, code: string, current?: Order) =>
  new ApiError({ status, code, message: "", details: current ? { current } : {} });

describe("what an answer means for a tap", () => {
  it.each([
    [0, "NETWORK"],
    [0, "TIMEOUT"],
    [401, "UNAUTHENTICATED"],
    [429, "RATE_LIMITED"],
    [503, "UNAVAILABLE"],
  ])("%s %s: nobody knows yet", (status, code) => {
    expect(verdictOf(delivered, refused(status, code))).toBe("later");
  });

  it("an order that is there already was brought there by a try whose answer was lost", () => {
    const at = (status: Order["status"]) => refused(409, "INVALID_TRANSITION", task(status));
    expect(verdictOf(move("PICKED_UP"), at("PICKED_UP"))).toBe("done");
    expect(verdictOf(move("PICKED_UP"), at("ON_ROUTE"))).toBe("done");
    expect(verdictOf(delivered, at("DELIVERED"))).toBe("done");
    expect(verdictOf(move("ON_ROUTE"), at("PICKED_UP"))).toBe("dropped");
    expect(verdictOf(delivered, at("CANCELED_BY_VENDOR"))).toBe("dropped");
  });

  it.each([
    [404, "NOT_FOUND"],
    [422, "CODE_WRONG"],
    [422, "COURIER_OFFLINE"],
    [409, "IDEMPOTENCY_CONFLICT"],
  ])("%s %s: never again", (status, code) => {
    expect(verdictOf(delivered, refused(status, code))).toBe("dropped");
  });
});

describe("a task while its taps wait", () => {
  it("looks as it will be, and offers the step after", () => {
    const seen = withWaiting(task("READY"), [move("PICKED_UP"), move("ON_ROUTE", 2)]);
    expect([seen.status, seen.allowed_transitions]).toEqual(["ON_ROUTE", ["DELIVERED"]]);
    expect(withWaiting(seen, [delivered])).toMatchObject({ status: "DELIVERED", allowed_transitions: [] });
  });

  it("is not taken back by an older tap, nor moved by another's, nor raised from the dead", () => {
    expect(withWaiting(task("ON_ROUTE"), [move("PICKED_UP")]).status).toBe("ON_ROUTE");
    expect(withWaiting(task("READY"), [move("PICKED_UP", 1, "b")]).status).toBe("READY");
    expect(withWaiting(task("CANCELED_BY_VENDOR"), [delivered]).status).toBe("CANCELED_BY_VENDOR");
  });
});

describe("a refusal", () => {
  const other = move("PICKED_UP", 2, "b");
  const error = refused(409, "INVALID_TRANSITION", task("CANCELED_BY_VENDOR"));

  it("takes the later taps of its order with it, leaves the other orders', and is explained", () => {
    const queue = { ...EMPTY, ops: [move("PICKED_UP"), other, delivered] };
    const after = withoutRefused(queue, queue.ops[0] as Op, error, false);
    expect(after.ops).toEqual([other]);
    expect(after.dropped.map(({ op, status }) => [op.key, status])).toEqual([
      ["a-PICKED_UP", "CANCELED_BY_VENDOR"],
      ["a-d", "CANCELED_BY_VENDOR"],
    ]);
  });

  it("of a tap leaves the photographs, and of a photograph takes nothing else", () => {
    const photo: Op = { key: "p", orderId: "a", number: "1001", at: 4, kind: "photo", of: "proof" };
    const queue = { ...EMPTY, ops: [photo, delivered, move("ON_ROUTE", 2)] };
    expect(withoutRefused(queue, delivered, error, false).ops).toEqual([photo, queue.ops[2]]);
    expect(withoutRefused(queue, photo, error, false)).toEqual({ ops: queue.ops.slice(1), dropped: [] });
    expect([nextOf(queue.ops), nextOf([photo]), nextOf([])]).toEqual([delivered, photo, undefined]);
    expect(withWaiting(task("PICKED_UP"), [photo]).status).toBe("PICKED_UP");
  });

  it("that the screen tells itself is not told twice", () => {
    expect(withoutRefused({ ...EMPTY, ops: [delivered] }, delivered, error, true)).toEqual(EMPTY);
  });
});

it("sends a hand-over with the time and the place of the tap", () => {
  expect(requestOf(delivered)).toEqual({
    path: "/api/orders/a/handover",
    body: { code: "0482", lat: 41, lng: 29, accuracy: 8, at: "1970-01-01T00:00:00.003Z" },
  });
});

it.each([null, "", "{", "[]", '{"ops": 1}'])("reads %j as an empty queue", (text) => {
  expect(readQueue(text)).toEqual(EMPTY);
});
