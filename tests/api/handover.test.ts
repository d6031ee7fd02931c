// The hand-over through the API: the code is the customer's alone, a wrong one is counted, a failed delivery is told and decided, a trail comes late.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { MODA } from "../db/shops.ts";
import { api, courierOf, expectError, move, placed, signedIn, type Town, town } from "./client.ts";

let here: Town;
let customer: { token: string };
let courier: { token: string; courierId: string };
beforeAll(async () => {
  [here, customer] = await Promise.all([town(), signedIn("customer")]);
  courier = await courierOf(here);
});

async function riding(): Promise<string> {
  const { id } = await placed(here, customer.token);
  for (const to of ["CONFIRMED", "PREPARING", "READY"]) await move(here.owner, id, to);
  await api("PUT", `/api/orders/${id}/courier`, {
    token: here.owner,
    body: { courier_id: courier.courierId },
  });
  for (const to of ["PICKED_UP", "ON_ROUTE"]) expect((await move(courier.token, id, to)).status).toBe(200);
  return id;
}
const see = async (token: string, id: string) => (await api("GET", `/api/orders/${id}`, { token })).body;
const codeOf = async (id: string) => ((await see(customer.token, id)).handover as { code: string }).code;
const hand = (id: string, body: unknown, key: string | undefined = randomUUID()) =>
  api("POST", `/api/orders/${id}/handover`, { token: courier.token, key, body });

describe("the code", () => {
  it("is in the customer's answer only", async () => {
    const id = await riding();
    expect(await codeOf(id)).toMatch(/^\d{4}$/);
    for (const token of [courier.token, here.owner])
      expect((await see(token, id)).handover).toMatchObject({ code: null, code_required: false });
    await move(courier.token, id, "DELIVERED"); // it never had to be asked for
    expect((await see(customer.token, id)).handover).toMatchObject({
      code: null,
      proof: { kind: "courier" },
    });
  });

  it("wrong is 422 with the tries left, the same for a repeated key; right hands over and replays", async () => {
    const id = await riding();
    const code = await codeOf(id);
    const wrong = String((Number(code) + 1) % 10_000).padStart(4, "0");
    const key = randomUUID();
    for (let n = 0; n < 2; n++) {
      const refused = await hand(id, { code: wrong }, key);
      expectError(refused, 422, "CODE_WRONG");
      expect(refused.body.details).toEqual({ attempts_left: 4 });
      expect(JSON.stringify(refused.body)).not.toContain(code);
    }
    const right = randomUUID();
    const first = await hand(id, { code, ...MODA }, right);
    expect([first.status, first.body.status]).toEqual([200, "DELIVERED"]);
    const again = await hand(id, { code, ...MODA }, right);
    expect([again.headers.get("idempotency-status"), again.body]).toEqual(["replayed", first.body]);
  });

  it("asks for a key, four digits, and both halves of a place", async () => {
    const id = await riding();
    const keyless = await api("POST", `/api/orders/${id}/handover`, { token: courier.token, body: {} });
    expectError(keyless, 400, "IDEMPOTENCY_KEY_REQUIRED");
    for (const body of [{ code: "12" }, { code: "12345" }, { code: "abcd" }, { lat: 41 }])
      expectError(await hand(id, body), 400, "VALIDATION_ERROR");
    await move(courier.token, id, "DELIVERED");
  });

  it("is wanted where the branch says so, until the vendor waives it", async () => {
    const patch = (on: boolean) =>
      api("PATCH", `/api/vendor/branches/${here.branchId}`, {
        token: here.owner,
        body: { handover_code_required: on },
      });
    expect((await patch(true)).body.handover_code_required).toBe(true);
    const id = await riding();
    expectError(await move(courier.token, id, "DELIVERED"), 422, "CODE_REQUIRED");
    const waived = await api("POST", `/api/orders/${id}/code-waiver`, {
      token: here.owner,
      body: { reason: "Telefonu kapalı" },
    });
    expect(waived.body.handover).toMatchObject({ waived: { reason: "Telefonu kapalı" } });
    expect((await hand(id, {})).body.status).toBe("DELIVERED");
    await patch(false);
  });
});

it("a failed delivery is told once, seen by its customer, decided by its vendor, and of another vendor's unknown", async () => {
  const id = await riding();
  const path = `/api/orders/${id}`;
  const key = randomUUID();
  const told = () =>
    api("POST", `${path}/delivery-reports`, { token: courier.token, key, body: { reason: "unreachable" } });
  expect([(await told()).status, (await told()).headers.get("idempotency-status")]).toEqual([
    201,
    "replayed",
  ]);
  expect((await see(customer.token, id)).handover).toMatchObject({
    reports: [{ reason: "unreachable", decision: null }],
  });
  const stranger = await town();
  const decide = (token: string) =>
    api("POST", `${path}/delivery-decision`, { token, body: { decision: "cancel" } });
  expectError(await decide(stranger.owner), 404, "NOT_FOUND");
  expect((await decide(here.owner)).body).toMatchObject({
    status: "CANCELED_BY_VENDOR",
    end_reason: "DELIVERY_UNREACHABLE",
  });
  expectError(await decide(here.owner), 409, "INVALID_TRANSITION");
});

it("a trail comes with the next position, and not of more than two hundred places", async () => {
  const trail = (length: number) =>
    Array.from({ length }, (_, n) => ({ ...MODA, seconds_ago: 10 * (n + 1) }));
  const tell = (length: number) =>
    api("POST", "/api/courier/positions", { token: courier.token, body: { ...MODA, trail: trail(length) } });
  expect((await tell(200)).status).toBe(202);
  expectError(await tell(201), 400, "VALIDATION_ERROR");
});

it("a courier reads what they earned, and nobody else", async () => {
  const mine = await api("GET", "/api/courier/earnings", { token: courier.token });
  expect(mine.body).toMatchObject({ currency: "TRY", today: { deliveries: expect.any(Number) } });
  expectError(await api("GET", "/api/courier/earnings", { token: customer.token }), 403, "FORBIDDEN");
});
