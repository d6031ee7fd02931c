import { describe, expect, it } from "vitest";
import type { ConsumerState, QueueState, ScheduledJob } from "@/lib/operations/schema";
import { healthOf, scheduleHealth, waitingIn } from "./health.ts";

const consumer = (patch: Partial<ConsumerState> = {}): ConsumerState => ({
  name: "email",
  event_types: [],
  ordered: false,
  paused_at: null,
  ready: 0,
  running: 0,
  retrying: 0,
  dead: 0,
  oldest_seconds: 0,
  died_at: null,
  done_hour: 0,
  failed_hour: 0,
  ...patch,
});
const queue = (consumers: ConsumerState[], patch: Partial<QueueState> = {}): QueueState => ({
  at: "2026-11-01T00:00:00Z",
  driver: "postgres",
  outbox: { waiting: 0, later: 0, oldest_seconds: 0 },
  latency_ms: { p50: 40, p95: 90 },
  consumers,
  minutes: [],
  failures: [],
  schedule: [],
  ...patch,
});

describe("the figures", () => {
  it("are green when everything is known to be fine", () => {
    expect(healthOf(queue([consumer({ ready: 3, oldest_seconds: 2 })]), false)).toEqual({
      waiting: "ok",
      oldest: "ok",
      latency: "ok",
      dead: "ok",
    });
  });
  it("are never green when the server was not heard of", () => {
    expect(new Set(Object.values(healthOf(queue([]), true)))).toEqual(new Set(["unknown"]));
  });
  it("warn of slow work, and alarm when nobody works", () => {
    expect(healthOf(queue([consumer({ oldest_seconds: 15 })]), false)).toMatchObject({
      waiting: "warning",
      oldest: "warning",
    });
    const stuck = queue([], { outbox: { waiting: 1, later: 0, oldest_seconds: 120 } });
    expect(healthOf(stuck, false)).toMatchObject({ waiting: "danger", oldest: "danger" });
  });
  it("do not let a paused consumer look fine", () => {
    expect(healthOf(queue([consumer({ paused_at: "2026-11-01T00:00:00Z" })]), false).waiting).toBe("warning");
  });
  it("claim nothing of a broker's depth, nor of a speed that nobody measured", () => {
    const away = queue([consumer()], { driver: "rabbitmq", latency_ms: { p50: null, p95: null } });
    expect(healthOf(away, false)).toEqual({
      waiting: "unknown",
      oldest: "unknown",
      latency: "unknown",
      dead: "ok",
    });
  });
  it("alarm at one dead letter", () => {
    expect(healthOf(queue([consumer(), consumer({ dead: 1 })]), false).dead).toBe("danger");
  });
  it("count what waits in the outbox and with consumers, and apart from it what will be retried", () => {
    const busy = queue([consumer({ ready: 2, running: 1, retrying: 4 })], {
      outbox: { waiting: 5, later: 9, oldest_seconds: 0 },
    });
    expect(waitingIn(busy)).toEqual({ due: 8, retrying: 4 });
  });
});

const job = (patch: Partial<ScheduledJob>): ScheduledJob => ({
  name: "outbox",
  every_seconds: 60,
  last_started_at: null,
  last_finished_at: null,
  last_error: null,
  lag_seconds: 0,
  ...patch,
});

it.each([
  [{}, "ok"],
  [{ lag_seconds: 60 }, "ok"],
  [{ lag_seconds: 61 }, "late"],
  [{ every_seconds: 86_400, lag_seconds: 3_600 }, "ok"],
  [{ every_seconds: 86_400, lag_seconds: 3_601 }, "late"],
  [{ lag_seconds: null }, "never"],
  [{ last_error: "no", lag_seconds: 0 }, "failed"],
  [{ last_error: "no", lag_seconds: null }, "failed"],
] as const)("a scheduled job with %o is %s", (patch, health) => {
  expect(scheduleHealth(job(patch))).toBe(health);
});
