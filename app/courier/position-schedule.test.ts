import { describe, expect, it } from "vitest";
import {
  backoffMs,
  EVERY_MS,
  type Fix,
  newerOf,
  nextStep,
  REST_AFTER_MS,
  RESTING_EVERY_MS,
  restOf,
  SHORTEST_MS,
  type Sharing,
} from "./position-schedule";

const NOW = 1_800_000_000_000;
const fix = (at: number, metresNorth = 0): Fix => ({
  lat: 40.98 + metresNorth / 111_195,
  lng: 29.02,
  accuracy: 10,
  heading: null,
  speed: null,
  at,
});
const sharing = (given: Partial<Sharing>): Sharing => ({
  newest: null,
  sent: null,
  blockedUntil: 0,
  ...given,
});

describe("the next step of sharing a position", () => {
  it("sends the first fix at once", () => {
    expect(nextStep(sharing({ newest: fix(NOW) }), NOW)).toEqual({ act: "send" });
  });

  it("waits while the device has told nothing", () => {
    expect(nextStep(sharing({}), NOW)).toEqual({ act: "wait", ms: EVERY_MS });
  });

  it("keeps a small move until fifteen seconds are over", () => {
    const resting = sharing({ newest: fix(NOW, 20), sent: { fix: fix(NOW - 6_000), at: NOW - 5_000 } });
    expect(nextStep(resting, NOW)).toEqual({ act: "wait", ms: 10_000 });
    expect(nextStep(resting, NOW + 10_000)).toEqual({ act: "send" });
  });

  it("tells a move of more than fifty metres at once", () => {
    const moving = sharing({ newest: fix(NOW, 51), sent: { fix: fix(NOW - 6_000), at: NOW - 5_000 } });
    expect(nextStep(moving, NOW)).toEqual({ act: "send" });
  });

  it("holds a fast ride to one message in three seconds", () => {
    const fast = sharing({ newest: fix(NOW, 90), sent: { fix: fix(NOW - 1_000), at: NOW - 1_000 } });
    expect(nextStep(fast, NOW)).toEqual({ act: "wait", ms: SHORTEST_MS - 1_000 });
  });

  it("asks a resting device for a fresh fix instead of repeating an old one", () => {
    const old = fix(NOW - 20_000);
    const still = sharing({ newest: old, sent: { fix: old, at: NOW - 20_000 } });
    expect(nextStep(still, NOW)).toEqual({ act: "locate" });
  });

  it("leaves the network alone after a failure, then sends only the newest fix", () => {
    const failed = sharing({
      newest: newerOf(fix(NOW - 9_000, 500), fix(NOW, 900)),
      blockedUntil: NOW + 4_000,
    });
    expect(nextStep(failed, NOW)).toEqual({ act: "wait", ms: 4_000 });
    expect(nextStep(failed, NOW + 4_000)).toEqual({ act: "send" });
    expect(failed.newest).toEqual(fix(NOW, 900));
  });
});

describe("at rest", () => {
  const rest = { at: fix(NOW - 90_000), since: NOW - 90_000 };
  const sent = { fix: fix(NOW - 21_000), at: NOW - 20_000 };

  it("tells less often, and still before a position ages out", () => {
    expect(nextStep(sharing({ newest: fix(NOW, 10), sent, rest }), NOW)).toEqual({
      act: "wait",
      ms: RESTING_EVERY_MS - 20_000,
    });
    expect(RESTING_EVERY_MS).toBeLessThan(45_000);
  });

  it("a move is told at once all the same", () => {
    expect(nextStep(sharing({ newest: fix(NOW, 60), sent, rest }), NOW)).toEqual({ act: "send" });
  });

  it("begins after a minute within the same few metres, and ends with a move", () => {
    const trembling = restOf(restOf(null, fix(NOW)), fix(NOW + 30_000, 20));
    expect(trembling.since).toBe(NOW);
    expect(restOf(trembling, fix(NOW + 40_000, 40)).since).toBe(NOW + 40_000);
    const waits = sharing({ newest: null, sent: { fix: fix(NOW), at: NOW }, rest: trembling });
    expect(nextStep(waits, NOW + REST_AFTER_MS - 1)).toEqual({ act: "locate" });
  });
});

it("a late measurement never replaces a newer one", () => {
  expect(newerOf(fix(NOW), fix(NOW - 1))).toEqual(fix(NOW));
});

it("waits longer after each failure, but never longer than one period", () => {
  expect([1, 2, 3, 4, 9].map(backoffMs)).toEqual([2_000, 4_000, 8_000, EVERY_MS, EVERY_MS]);
});
