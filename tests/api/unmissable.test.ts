// An order nobody answers calls out step by step, and a branch is busy or paused, as a vendor's programs and the scheduler see it.
import { beforeAll, expect, it } from "vitest";
import { sql } from "../db/database.ts";
import { api, expectError, move, order, placed, signedIn, type Town, town } from "./client.ts";

let here: Town;
let other: Town;
let customer: { id: string; token: string };
beforeAll(async () => {
  [here, other, customer] = await Promise.all([town(), town(), signedIn("customer")]);
});

const escalate = () => api("POST", "/api/jobs/escalate-unanswered", { token: process.env.CRON_SECRET });
const alarmsOf = (id: string, token = here.owner) => api("GET", `/api/orders/${id}/alarms`, { token });
const see = (id: string, token = here.owner) => api("PUT", `/api/orders/${id}/seen`, { token });
const pace = (wish: unknown, token = here.owner) =>
  api("PUT", `/api/vendor/branches/${here.branchId}/pace`, { token, body: wish });
const isOpen = async () => {
  const { body } = await api("GET", `/api/vendors/${here.slug}`);
  return (body.branches as { is_open: boolean }[])[0]?.is_open;
};

it("is called for by the job, seen by its vendor, and confirmed in the end", async () => {
  const { id } = await placed(here, customer.token);
  await sql`update public.orders set placed_at = placed_at - interval '5 minutes', confirm_by = confirm_by - interval '5 minutes' where id = ${id}`;
  expect((await escalate()).status).toBe(200);
  const called = await alarmsOf(id);
  expect((called.body.steps as { step: string }[]).map(({ step }) => step).sort()).toEqual(["email", "push"]);

  expectError(await see(id, other.owner), 404, "NOT_FOUND");
  expectError(await see(id, customer.token), 403, "FORBIDDEN");
  expectError(await alarmsOf(id, customer.token), 403, "FORBIDDEN");
  const [first, second] = await Promise.all([see(id), see(id)]);
  expect([first.status, second.status]).toEqual([200, 200]);

  const list = await api("GET", "/api/vendor/alarms", { token: here.owner });
  const waiting = (list.body.data as { order_id: string; steps: unknown[] }[]).find(
    (row) => row.order_id === id,
  );
  expect(waiting?.steps).toHaveLength(3);
  const stranger = await api("GET", "/api/vendor/alarms", { token: other.owner });
  expect(JSON.stringify(stranger.body)).not.toContain(id);
  expect((await move(here.owner, id, "CONFIRMED", { version: 1 })).status).toBe(200); // a step is no new version
});

it("pauses its branch when nobody comes; the shop window knows at once, and so it does when the vendor is back", async () => {
  const { id } = await placed(here, customer.token);
  await sql`update public.orders set placed_at = placed_at - interval '9 minutes', confirm_by = confirm_by - interval '9 minutes' where id = ${id}`;
  expect(await isOpen()).toBe(true);
  await escalate();
  expect(await isOpen()).toBe(false);
  const branch = await api("GET", `/api/vendor/branches/${here.branchId}`, { token: here.owner });
  expect(branch.body.pace).toMatchObject({ mode: "paused", by: "alarm" });
  expect((await pace({ mode: "normal" })).body).toMatchObject({ mode: "normal", until: null });
  expect(await isOpen()).toBe(true);
});

it("a busy kitchen is quoted with its minutes; nonsense and another vendor's branch are refused", async () => {
  const quoted = async () =>
    (await api("POST", "/api/quotes", { body: order(here) })).body.eta_minutes as number;
  const usual = await quoted();
  expect((await pace({ mode: "busy", extra_minutes: 20, for_minutes: 60 })).status).toBe(200);
  expect(await quoted()).toBe(usual + 20);
  await pace({ mode: "normal" });
  for (const wish of [
    {},
    { mode: "busy" },
    { mode: "paused", for_minutes: 0 },
    { mode: "paused", until: "never" },
  ]) {
    expectError(await pace(wish), 400, "VALIDATION_ERROR");
  }
  expectError(await pace({ mode: "normal" }, other.owner), 404, "NOT_FOUND");
  expectError(await pace({ mode: "normal" }, customer.token), 403, "FORBIDDEN");
});

it("the times of its steps are the branch's settings", async () => {
  const path = `/api/vendor/branches/${here.branchId}`;
  const kept = await api("PATCH", path, {
    token: here.owner,
    body: { alarm_push_minutes: 1, alarm_pause_minutes: null },
  });
  expect(kept.body).toMatchObject({
    alarm_push_minutes: 1,
    alarm_email_minutes: 4,
    alarm_pause_minutes: null,
  });
  for (const minutes of [0, 121, 1.5, "2"]) {
    expectError(
      await api("PATCH", path, { token: here.owner, body: { alarm_push_minutes: minutes } }),
      400,
      "VALIDATION_ERROR",
    );
  }
});
