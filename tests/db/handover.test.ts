// The hand-over at the door: the customer's code, who may know it, the proof, and deliveries that fail.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { as, call, outcome, refusal, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { fund } from "./money.ts";
import { leaveTown, person } from "./shops.ts";
import {
  type Body,
  bring,
  delivery,
  move,
  type Order,
  orderAt,
  place,
  setStock,
  stockOf,
  tally,
  type World,
  world,
} from "./world.ts";

type Report = { id: string; reason: string; note: string | null; decision: string | null };
type Handover = {
  code: string | null;
  code_required: boolean;
  attempts_left: number;
  waived: { reason: string } | null;
  proof: { kind: string; at: string; lat: number | null } | null;
  reports: Report[];
};
type Handed = Order & { handover: Handover | null; end_reason: string | null };

let here: World;
let strict: World; // its branch wants the code
let operator: string;
beforeAll(async () => {
  [here, strict, operator] = [await world(), await world(), await person("admin")];
  await sql`update public.vendors set courier_capacity = 20 where id in (${here.vendorId}, ${strict.vendorId})`;
  await call(strict.ownerId, "update_branch", {
    branch_id: strict.branchId,
    patch: { handover_code_required: true },
  });
});
afterAll(() => ledgerIsSound().finally(leaveTown));

const see = (actor: string, order: Order) => call<Handed>(actor, "get_order", { order_id: order.id });
const codeOf = async (at: World, order: Order) => (await see(at.customerId, order)).handover?.code ?? "";
const wrong = (code: string) => String((Number(code) + 1) % 10_000).padStart(4, "0");
const handOver = (at: World, order: Order, handover: Body = {}, key = randomUUID()) =>
  call<{ replayed: boolean; body: { order: Handed | null; attempts_left: number } }>(
    at.courier.userId,
    "hand_over_order",
    { order_id: order.id, handover, idempotency_key: key },
  );
const report = (at: World, order: Order, more: Body = {}, key = randomUUID()) =>
  call<{ replayed: boolean; body: Handed }>(at.courier.userId, "report_failed_delivery", {
    order_id: order.id,
    report: { reason: "nobody_there", ...more },
    idempotency_key: key,
  });
const decide = (actor: string, order: Order, decision: string, more: Body = {}) =>
  call<Handed>(actor, "decide_failed_delivery", { order_id: order.id, verdict: { decision, ...more } });
const waive = (actor: string, order: Order, reason = "Kapıcıya bırakıldı") =>
  call<Handed>(actor, "waive_handover_code", { order_id: order.id, waiver: { reason } });
const provedAt = (order: Handed | null) => Date.parse(order?.handover?.proof?.at ?? "");
const typesOf = async (order: Order) =>
  (await sql`select type from public.events where stream_id = ${order.id} order by version`).map(
    ({ type }) => type,
  );

describe("the code", () => {
  it("comes with the pick-up and is four digits", async () => {
    expect((await see(here.customerId, await orderAt(here, "READY"))).handover).toBeNull();
    expect(await codeOf(here, await orderAt(here, "PICKED_UP"))).toMatch(/^\d{4}$/);
  });

  it("is shown to its customer and to nobody else, by no function and no table", async () => {
    const order = await orderAt(here, "ON_ROUTE");
    await sql`update public.handovers set code = '7391' where order_id = ${order.id}`;
    expect(await codeOf(here, order)).toBe("7391");
    for (const actor of [here.courier.userId, here.ownerId, operator]) {
      const seen = await see(actor, order);
      expect(seen.handover).toMatchObject({ code: null, attempts_left: 5, proof: null });
      const past = await call<Handed>(actor, "get_order_at", {
        order_id: order.id,
        moment: new Date().toISOString(),
      });
      const lists = [
        await call(actor, "list_orders", { filter: {} }),
        await call(actor, "list_order_events", { order_id: order.id, page: { limit: 50 } }),
      ];
      expect(JSON.stringify([seen, past, lists])).not.toMatch(/"code":"|"7391"/);
      const table = as(actor, (tx) => tx`select code from public.handovers where order_id = ${order.id}`);
      expect(await refusal(table)).toMatchObject({ status: "42501" });
    }
    const tasks = await call(here.courier.userId, "list_courier_tasks");
    const board = await call(here.ownerId, "list_vendor_orders", { filter: {} });
    expect(JSON.stringify([tasks, board])).not.toContain('"7391"');
    const told =
      await sql`select 1 from public.events where stream_id = ${order.id} and (data::text like '%7391%' or changes::text like '%"7391"%')`;
    expect(told).toHaveLength(0);
    expect(await outcome(see((await world()).customerId, order))).toBe("NOT_FOUND");
  });

  it("is gone from the page once the order is there", async () => {
    const order = await orderAt(here, "DELIVERED");
    expect((await see(here.customerId, order)).handover).toMatchObject({
      code: null,
      proof: { kind: "courier" },
    });
  });

  it("proves the hand-over, with time and place", async () => {
    const order = await orderAt(here, "ON_ROUTE");
    const { body } = await handOver(here, order, { code: await codeOf(here, order), lat: 40.98, lng: 29.03 });
    expect(body.order).toMatchObject({
      status: "DELIVERED",
      handover: { proof: { kind: "code", lat: 40.98, lng: 29.03 } },
    });
    expect(Date.now() - provedAt(body.order)).toBeLessThan(5_000);
  });

  it("is counted when it is wrong, once a key, and locked after the fifth", async () => {
    const order = await orderAt(here, "ON_ROUTE");
    const code = await codeOf(here, order);
    const key = randomUUID();
    const first = await handOver(here, order, { code: wrong(code) }, key);
    expect(first.body).toEqual({ order: null, attempts_left: 4 });
    expect(await handOver(here, order, { code: wrong(code) }, key)).toEqual({ ...first, replayed: true });
    for (const left of [3, 2, 1, 0])
      expect((await handOver(here, order, { code: wrong(code) })).body.attempts_left).toBe(left);
    expect(await outcome(handOver(here, order, { code }))).toBe("CODE_LOCKED");
    expect(await typesOf(order)).toContain("order.code_locked");
    expect((await see(here.ownerId, order)).status).toBe("ON_ROUTE");
    // Nobody asks for it here: the courier's word is enough, as ever.
    expect((await handOver(here, order)).body.order).toMatchObject({
      handover: { proof: { kind: "courier" } },
    });
  });

  it("guessed by many at once is still tried five times", async () => {
    const order = await orderAt(here, "ON_ROUTE");
    const code = wrong(await codeOf(here, order));
    const tries = await tally(Array.from({ length: 12 }, () => handOver(here, order, { code })));
    expect(tries).toEqual({ ok: 5, CODE_LOCKED: 7 });
  });

  it("hands over once, however often the phone repeats itself", async () => {
    const order = await orderAt(here, "ON_ROUTE");
    const [code, key] = [await codeOf(here, order), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 6 }, () => handOver(here, order, { code }, key)));
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.order?.version)).size).toBe(1);
    expect(await outcome(handOver(here, order, { code: wrong(code) }, key))).toBe("IDEMPOTENCY_CONFLICT");
  });

  it("told late keeps the phone's time, within the ride", async () => {
    const order = await orderAt(here, "ON_ROUTE");
    await sql`update public.handovers set created_at = now() - interval '20 minutes' where order_id = ${order.id}`;
    const at = new Date(Date.now() - 5 * 60_000).toISOString();
    expect(provedAt((await handOver(here, order, { at })).body.order)).toBe(Date.parse(at));
    const early = await orderAt(here, "ON_ROUTE");
    const [row] = await sql`select created_at from public.handovers where order_id = ${early.id}`;
    const told = await handOver(here, early, { at: "2020-01-01T00:00:00Z" });
    expect(provedAt(told.body.order)).toBe(row?.created_at.getTime());
  });
});

describe("a branch that wants the code", () => {
  it("takes no courier's word, by no way", async () => {
    const order = await orderAt(strict, "ON_ROUTE");
    expect(await refusal(handOver(strict, order))).toMatchObject({ status: "422", code: "CODE_REQUIRED" });
    expect(await outcome(move(strict.courier.userId, order.id, "DELIVERED"))).toBe("CODE_REQUIRED");
    const { body } = await handOver(strict, order, { code: await codeOf(strict, order) });
    expect(body.order?.status).toBe("DELIVERED");
  });

  it("may be waived by its vendor or an operator, with a reason, and by nobody else", async () => {
    const order = await orderAt(strict, "ON_ROUTE");
    expect(await outcome(waive(strict.ownerId, order, "  "))).toBe("VALIDATION_ERROR");
    expect(await outcome(waive(strict.courier.userId, order))).toBe("FORBIDDEN");
    expect(await outcome(waive(here.ownerId, order))).toBe("NOT_FOUND");
    const waived = await waive(strict.ownerId, order);
    expect(waived.handover?.waived?.reason).toBe("Kapıcıya bırakıldı");
    expect((await waive(operator, order, "Yine")).version).toBe(waived.version); // twice is once
    expect((await move(strict.courier.userId, order.id, "DELIVERED")).status).toBe("DELIVERED");
  });

  it("lets an operator hand over with a reason, and that is the proof", async () => {
    const order = await orderAt(strict, "ON_ROUTE");
    await move(operator, order.id, "DELIVERED", { reason: "Müşteri telefonda onayladı" });
    expect((await see(strict.customerId, order)).handover?.proof?.kind).toBe("operator");
  });

  it("asks what was asked at pick-up: a switch thrown later changes no ride under way", async () => {
    const order = await orderAt(here, "PICKED_UP");
    const patch = (on: boolean) =>
      call(here.ownerId, "update_branch", {
        branch_id: here.branchId,
        patch: { handover_code_required: on },
      });
    await patch(true);
    await move(here.courier.userId, order.id, "ON_ROUTE");
    expect((await handOver(here, order)).body.order?.status).toBe("DELIVERED");
    await patch(false);
  });
});

describe("a failed delivery", () => {
  it("is seen by customer, vendor and operator, and the order stays on the road", async () => {
    const order = await orderAt(here, "ON_ROUTE");
    const key = randomUUID();
    const told = await report(
      here,
      order,
      { reason: "wrong_address", note: "İkinci kat yok", lat: 40.98, lng: 29.03 },
      key,
    );
    expect(told.body).toMatchObject({ status: "ON_ROUTE", version: order.version + 1 });
    for (const actor of [here.customerId, here.ownerId, operator])
      expect((await see(actor, order)).handover?.reports).toMatchObject([
        { reason: "wrong_address", note: "İkinci kat yok", lat: 40.98, decision: null },
      ]);
    expect(
      (
        await report(
          here,
          order,
          { reason: "wrong_address", note: "İkinci kat yok", lat: 40.98, lng: 29.03 },
          key,
        )
      ).replayed,
    ).toBe(true);
    expect(await outcome(report(here, order))).toBe("INVALID_TRANSITION"); // one waits already
  });

  it("cannot be reported of an order that is not on the road, nor by who does not carry it", async () => {
    expect(await outcome(report(here, await orderAt(here, "DELIVERED")))).toBe("INVALID_TRANSITION");
    const order = await orderAt(here, "ON_ROUTE");
    expect(await outcome(report({ ...here, courier: strict.courier }, order))).toBe("NOT_FOUND");
    expect(await outcome(report({ ...here, courier: { id: "", userId: here.ownerId } }, order))).toBe(
      "FORBIDDEN",
    );
  });

  it("may be tried again: the same courier delivers", async () => {
    const order = await orderAt(here, "ON_ROUTE");
    await report(here, order);
    const again = await decide(here.ownerId, order, "try_again", { note: "Zili çalmayın, arayın" });
    expect(again).toMatchObject({ status: "ON_ROUTE", handover: { reports: [{ decision: "try_again" }] } });
    expect(await outcome(decide(here.ownerId, order, "cancel"))).toBe("INVALID_TRANSITION"); // decided already
    expect((await handOver(here, order)).body.order?.status).toBe("DELIVERED");
    expect((await typesOf(order)).slice(-3)).toEqual([
      "order.delivery_failed",
      "order.delivery_decided",
      "order.status_changed",
    ]);
  });

  it("may be canceled by its vendor: money and stock go back", async () => {
    await fund(here.customerId, 50_000);
    await setStock(here.branchId, here.productId, 10);
    const placed = await place(
      here.customerId,
      delivery(here, [[here.productId, 1]], { payment_method: "wallet" }),
    );
    const order = await bring(here, placed, "ON_ROUTE");
    expect(await stockOf(here.branchId, here.productId)).toBe(9);
    expect(await outcome(move(here.ownerId, order.id, "CANCELED_BY_VENDOR"))).toBe("INVALID_TRANSITION"); // no report, no way
    await report(here, order, { reason: "refused" });
    const ended = await decide(here.ownerId, order, "cancel");
    expect(ended).toMatchObject({
      status: "CANCELED_BY_VENDOR",
      payment_status: "refunded",
      end_reason: "DELIVERY_REFUSED",
    });
    expect(await stockOf(here.branchId, here.productId)).toBe(10);
    await setStock(here.branchId, here.productId, null);
  });

  it("is decided once when two decide at once, and never by a stranger or a courier", async () => {
    const order = await orderAt(here, "ON_ROUTE");
    await report(here, order);
    for (const [actor, code] of [
      [here.courier.userId, "FORBIDDEN"],
      [here.customerId, "FORBIDDEN"],
      [strict.ownerId, "NOT_FOUND"],
    ] as const)
      expect(await outcome(decide(actor, order, "cancel"))).toBe(code);
    const both = await tally([decide(here.ownerId, order, "try_again"), decide(operator, order, "cancel")]);
    expect(both).toEqual({ ok: 1, INVALID_TRANSITION: 1 });
  });

  it("is overtaken when the customer comes down after all", async () => {
    const order = await orderAt(here, "ON_ROUTE");
    await report(here, order);
    const { body } = await handOver(here, order, { code: await codeOf(here, order) });
    expect(body.order?.handover?.reports).toMatchObject([{ decision: "overtaken" }]);
    expect(await outcome(decide(here.ownerId, order, "cancel"))).toBe("INVALID_TRANSITION");
  });

  it("leaves an order that its events still explain", async () => {
    const order = await orderAt(here, "ON_ROUTE");
    await report(here, order);
    await decide(here.ownerId, order, "cancel");
    const page = await call<{ data: { differences: unknown[] }[] }>(operator, "check_rebuilt_state", {
      filter: { stream: "order", id: order.id },
    });
    expect(page.data[0]?.differences).toEqual([]);
  });
});

describe("a courier's earnings", () => {
  it("count what was handed over today and this week: deliveries, tips, metres to the door", async () => {
    const fresh = await world();
    const mine = () => call<Record<string, Record<string, number>>>(fresh.courier.userId, "courier_earnings");
    expect(await mine()).toMatchObject({ today: { deliveries: 0, tips_minor: 0, distance_m: 0 } });
    for (const tip_minor of [500, 1500]) {
      const placed = await place(fresh.customerId, delivery(fresh, [[fresh.productId, 1]], { tip_minor }));
      await bring(fresh, placed, "DELIVERED");
    }
    await orderAt(fresh, "ON_ROUTE"); // not there yet
    const [far] =
      await sql`select round(2 * app.distance_m(b.lat, b.lng, o.address_lat, o.address_lng))::int as metres
      from public.orders o join public.branches b on b.id = o.branch_id where o.branch_id = ${fresh.branchId} limit 1`;
    const sums = { deliveries: 2, tips_minor: 2000, distance_m: far?.metres };
    expect(await mine()).toEqual({ currency: "TRY", today: sums, week: sums });
    await sql`update public.handovers set handed_at = now() - interval '8 days' where courier_id = ${fresh.courier.id} and proof is not null`;
    expect(await mine()).toMatchObject({ week: { deliveries: 0 } });
    expect(await outcome(call(fresh.ownerId, "courier_earnings"))).toBe("FORBIDDEN");
  });
});
