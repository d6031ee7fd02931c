// Disputes: opened by the order's customer, answered by its vendor, decided by an operator, the refund in the same transaction.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, sql } from "./database.ts";
import { handOver, placePaid } from "./money.ts";
import { toldOf } from "./notifications.ts";
import { leaveTown, person } from "./shops.ts";
import { delivery, orderAt, type World, world } from "./world.ts";

type Dispute = {
  id: string;
  state: string;
  outcome: string | null;
  answer: string | null;
  refund_minor: number | null;
  order: { id: string; refundable_minor: number };
};
type Keyed = { replayed: boolean; body: Dispute };

let here: World;
let elsewhere: World;
let operator: string;
beforeAll(async () => {
  [here, elsewhere, operator] = [await world(), await world(), await person("admin")];
});
afterAll(leaveTown);

/** An order of the world's customer, paid by card and handed over. */
async function sold(): Promise<string> {
  const order = await placePaid(here.customerId, delivery(here, [[here.productId, 1]]));
  await handOver(here, order);
  return order.id;
}
const open = (order_id: string, text = "Ayran yoktu", actor = here.customerId) =>
  call<Dispute>(actor, "open_dispute", { order_id, dispute: { kind: "missing", text } });
const answer = (dispute_id: string, text = "Gönderdik", actor = here.ownerId) =>
  call<Dispute>(actor, "answer_dispute", { dispute_id, answer: text });
const decide = (dispute_id: string, decision: Record<string, unknown>, key: string = randomUUID()) =>
  call<Keyed>(operator, "decide_dispute", {
    dispute_id,
    decision: { reason: "Haklısınız", ...decision },
    idempotency_key: key,
  });
const listed = async (actor: string, filter: Record<string, unknown> = {}) =>
  (await call<{ data: Dispute[] }>(actor, "list_disputes", { filter: { limit: 50, ...filter } })).data;

describe("opening", () => {
  it("ten taps open one", async () => {
    const order = await sold();
    const opened = await Promise.all(Array.from({ length: 10 }, () => open(order)));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect((await refusal(open(order, "Başka bir şey"))).details).toMatchObject({
      current: { id: opened[0]?.id },
    });
  });

  it("is for the order's own customer, once its branch has taken it", async () => {
    const order = await sold();
    expect(await outcome(open(order, "Benim değil", elsewhere.customerId))).toBe("NOT_FOUND");
    expect(await outcome(open((await orderAt(here, "NEW")).id))).toBe("INVALID_TRANSITION");
    expect(await outcome(open(order, "x".repeat(1001)))).toBe("23514");
    await sql`update public.orders set created_at = now() - interval '31 days' where id = ${order}`;
    expect(await outcome(open(order))).toBe("INVALID_TRANSITION");
  });
});

it("is answered once, by its own vendor", async () => {
  const { id } = await open(await sold());
  expect(await outcome(answer(id, "Bize ait", elsewhere.ownerId))).toBe("NOT_FOUND");
  expect(await answer(id)).toMatchObject({ state: "answered", answer: "Gönderdik" });
  expect((await refusal(answer(id, "Tekrar"))).code).toBe("INVALID_TRANSITION");
});

describe("deciding", () => {
  it("a refund is given with the decision, once, whoever decides at once", async () => {
    const order = await sold();
    const { id } = await open(order);
    const ends = await Promise.all(
      Array.from({ length: 5 }, () =>
        outcome(decide(id, { outcome: "refunded", amount_minor: 500, to: "wallet" })),
      ),
    );
    expect(ends.sort()).toEqual([
      "INVALID_TRANSITION",
      "INVALID_TRANSITION",
      "INVALID_TRANSITION",
      "INVALID_TRANSITION",
      "ok",
    ]);
    const refunds =
      await sql`select amount_minor::int, actor_id from public.refunds where order_id = ${order}`;
    expect([...refunds]).toEqual([{ amount_minor: 500, actor_id: operator }]);
    expect((await listed(here.customerId, { order_id: order }))[0]).toMatchObject({
      state: "resolved",
      outcome: "refunded",
      refund_minor: 500,
    });
    const record = await call<{ data: { action: string }[] }>(operator, "list_audit", {
      filter: { subject_id: id },
    });
    expect(record.data.map(({ action }) => action)).toEqual(["dispute.refunded"]);
  });

  it("a repeat with its key is answered the same", async () => {
    const { id } = await open(await sold());
    const key = randomUUID();
    const [first, again] = [
      await decide(id, { outcome: "refused" }, key),
      await decide(id, { outcome: "refused" }, key),
    ];
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(again.body).toEqual(first.body);
  });

  it("more than was paid is refused, and then nothing is decided", async () => {
    const order = await sold();
    const { id } = await open(order);
    expect(
      await outcome(decide(id, { outcome: "refunded", amount_minor: 99_999_999, to: "wallet" })),
    ).not.toBe("ok");
    expect((await listed(operator, { order_id: order }))[0]).toMatchObject({ state: "open", outcome: null });
  });

  it("a resolved order may have another", async () => {
    const order = await sold();
    await decide((await open(order)).id, { outcome: "refused" });
    expect((await open(order, "Hâlâ sorun var")).state).toBe("open");
    expect(await listed(here.customerId, { order_id: order })).toHaveLength(2);
    expect(await listed(here.ownerId, { order_id: order, state: "undecided" })).toHaveLength(1);
  });
});

it("both sides are told, each of the other's word", async () => {
  const order = await sold();
  const { id } = await open(order);
  await answer(id);
  await decide(id, { outcome: "refused" });
  const told = (await toldOf(order)).filter(({ kind }) => kind.startsWith("dispute"));
  expect(told.map(({ kind, user_id }) => [kind, user_id]).sort()).toEqual(
    [
      ["dispute_answered", here.customerId],
      ["dispute_opened", here.ownerId],
      ["dispute_resolved", here.customerId],
      ["dispute_resolved", here.ownerId],
    ].sort(),
  );
});
