// An order as it was, over HTTP: the same shape as today's, for whoever may see it, at any time of its life.
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, it } from "vitest";
import { api, expectError, move, placed, signedIn, type Town, town } from "./client.ts";

let here: Town;
let customer: { id: string; token: string };
let operator: { id: string; token: string };
let id: string;
let between: string; // after the confirmation, before the preparing

beforeAll(async () => {
  [here, customer, operator] = await Promise.all([town(), signedIn("customer"), signedIn("admin")]);
  ({ id } = await placed(here, customer.token));
  await sleep(20);
  await move(here.owner, id, "CONFIRMED");
  await sleep(20);
  between = new Date().toISOString();
  await sleep(20);
  await move(here.owner, id, "PREPARING");
});

const at = (time: string, token: string) =>
  api("GET", `/api/orders/${id}?at=${encodeURIComponent(time)}`, { token });

it("answers what was true then, and nothing to press", async () => {
  const now = await api("GET", `/api/orders/${id}`, { token: customer.token });
  const then = await at(between, customer.token);
  expect(then.status).toBe(200);
  expect(then.body).toMatchObject({
    id,
    status: "CONFIRMED",
    version: 2,
    total_minor: now.body.total_minor,
    allowed_transitions: [],
  });
  expect(Object.keys(then.body).sort()).toEqual(Object.keys(now.body).sort());
  expect(then.body.items).toEqual(now.body.items);
  expect(now.body.status).toBe("PREPARING");
});

it("shows it to the same people as today's, and to nobody else", async () => {
  const [stranger, otherTown] = await Promise.all([signedIn("customer"), town()]);
  for (const token of [here.owner, operator.token]) expect((await at(between, token)).status).toBe(200);
  for (const token of [stranger.token, otherTown.owner])
    expectError(await at(between, token), 404, "NOT_FOUND");
});

it("knows no order before it was placed, no future, and no time that is none", async () => {
  expectError(await at("2020-01-01T00:00:00Z", customer.token), 404, "NOT_FOUND");
  for (const time of [new Date(Date.now() + 3_600_000).toISOString(), "yesterday", "2026-13-45T99:00:00Z"]) {
    expectError(await at(time, customer.token), 400, "VALIDATION_ERROR");
  }
});

it("lets operators, and nobody else, hold the row against its events", async () => {
  const path = `/api/admin/rebuilt-state?stream=order&id=${id}`;
  const { status, body } = await api("GET", path, { token: operator.token });
  expect(status).toBe(200);
  expect((body.data as object[])[0]).toMatchObject({ id, version: 3, differences: [] });
  expectError(await api("GET", path, { token: here.owner }), 403, "FORBIDDEN");
});
