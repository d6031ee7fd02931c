// Two want the same order at the same moment: exactly one gets it, the other is told the state that won. Each race is run many times over
// real connections, for either side must be able to win.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal, SERVICE, sql } from "./database.ts";
import { leaveTown, person } from "./shops.ts";
import {
  assign,
  type Courier,
  courier,
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

const ROUNDS = 20;
let here: World;
let second: Courier;
let colleague: string; // another dispatcher of the vendor

beforeAll(async () => {
  here = await world();
  second = await courier(here.vendorId);
  colleague = await person("vendor_admin");
  await sql`insert into public.vendor_members (vendor_id, user_id) values (${here.vendorId}, ${colleague})`;
  await sql`update public.vendors set courier_capacity = 20 where id = ${here.vendorId}`;
});
afterAll(leaveTown);

const history = async (orderId: string): Promise<string[]> => {
  const rows =
    await sql`select version, coalesce(data ->> 'to', type) as what from public.events where stream_id = ${orderId} order by version`;
  expect(rows.map(({ version }) => version)).toEqual(rows.map((_, n) => n + 1));
  return rows.map(({ what }) => what);
};
const present = async (orderId: string) => {
  const [row] = await sql`select status, version, courier_id from public.orders where id = ${orderId}`;
  return row as unknown as { status: string; version: number; courier_id: string | null };
};
const finish = (order: Order) => sql`update public.orders set status = 'DELIVERED' where id = ${order.id}`; // frees the couriers' hands

/** Runs both at once, many times. @returns how often each pair of outcomes came */
async function race(
  status: string,
  first: (order: Order) => Promise<unknown>,
  other: (order: Order) => Promise<unknown>,
) {
  const pairs = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const order = await orderAt(here, status);
    const before = await history(order.id);
    const starts = round % 2 ? [first(order), other(order)] : [other(order), first(order)].reverse();
    const outcomes = (await Promise.all(starts.map(outcome))).join(" / ");
    pairs.set(outcomes, (pairs.get(outcomes) ?? 0) + 1);
    const after = await history(order.id);
    expect(after.length).toBe((await present(order.id)).version);
    expect(after.length - before.length).toBe(outcomes.split("ok").length - 1); // an event for each that was accepted, none for a refusal
    await finish(order);
  }
  return [...pairs.keys()];
}

describe("exactly one wins", () => {
  const oneWins = (lost: string) => [`ok / ${lost}`, `${lost} / ok`];

  it("when two dispatchers choose different couriers", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await orderAt(here, "CONFIRMED");
      const choices = [
        assign(here.ownerId, order.id, here.courier.id),
        assign(colleague, order.id, second.id),
      ];
      const lost = (await Promise.all(choices.map(outcome))).indexOf("VERSION_CONFLICT");
      expect(await tally(choices)).toEqual({ ok: 1, VERSION_CONFLICT: 1 });
      const winner = lost === 0 ? second.id : here.courier.id;
      expect((await present(order.id)).courier_id).toBe(winner);
      const told = await refusal(choices[lost] ?? Promise.resolve());
      expect(told).toMatchObject({ status: "409", details: { current: { courier: { id: winner } } } });
      await finish(order);
    }
  });

  it("when two dispatchers change the courier of one version", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await orderAt(here, "CONFIRMED");
      const { version } = await assign(here.ownerId, order.id, here.courier.id);
      const choices = [
        assign(here.ownerId, order.id, null, { version }),
        assign(colleague, order.id, second.id, { version }),
      ];
      expect(await tally(choices)).toEqual({ ok: 1, VERSION_CONFLICT: 1 });
      await finish(order);
    }
  });

  it("when the customer cancels while the vendor confirms, from screens that show the same version", async () => {
    const outcomes = await race(
      "NEW",
      (order) => move(here.customerId, order.id, "CANCELED_BY_USER", { version: order.version }),
      (order) => move(here.ownerId, order.id, "CONFIRMED", { version: order.version }),
    );
    expect(oneWins("VERSION_CONFLICT")).toEqual(expect.arrayContaining(outcomes));
  });

  it("when two confirm", async () => {
    const outcomes = await race(
      "NEW",
      (order) => move(here.ownerId, order.id, "CONFIRMED"),
      (order) => move(colleague, order.id, "CONFIRMED"),
    );
    expect(oneWins("INVALID_TRANSITION")).toEqual(expect.arrayContaining(outcomes));
  });

  it("when the customer cancels while the vendor rejects", async () => {
    const outcomes = await race(
      "NEW",
      (order) => move(here.customerId, order.id, "CANCELED_BY_USER"),
      (order) => move(here.ownerId, order.id, "REJECTED"),
    );
    expect(oneWins("INVALID_TRANSITION")).toEqual(expect.arrayContaining(outcomes));
  });

  it("when the courier picks up while the vendor cancels", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await orderAt(here, "READY");
      await assign(here.ownerId, order.id, here.courier.id);
      const sides = [
        move(here.courier.userId, order.id, "PICKED_UP"),
        move(here.ownerId, order.id, "CANCELED_BY_VENDOR"),
      ];
      expect(await tally(sides)).toEqual({ ok: 1, INVALID_TRANSITION: 1 });
      expect(["PICKED_UP", "CANCELED_BY_VENDOR"]).toContain((await present(order.id)).status);
      await finish(order);
    }
  });

  it("when the dispatcher takes the order back while its courier picks it up", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await orderAt(here, "READY");
      const { version } = await assign(here.ownerId, order.id, here.courier.id);
      const [taken, back] = await Promise.all(
        [
          move(here.courier.userId, order.id, "PICKED_UP"),
          assign(here.ownerId, order.id, null, { version }),
        ].map(outcome),
      );
      const { status, courier_id } = await present(order.id);
      expect([taken, back, status, courier_id]).toEqual(
        taken === "ok"
          ? ["ok", "VERSION_CONFLICT", "PICKED_UP", here.courier.id]
          : ["NOT_FOUND", "ok", "READY", null],
      );
      await finish(order);
    }
  });
});

it("a customer who cancels without a version while the vendor confirms cancels either way, and the vendor learns it", async () => {
  const outcomes = await race(
    "NEW",
    (order) => move(here.customerId, order.id, "CANCELED_BY_USER"),
    (order) => move(here.ownerId, order.id, "CONFIRMED"),
  );
  expect(["ok / ok", "ok / INVALID_TRANSITION"]).toEqual(expect.arrayContaining(outcomes));
});

describe("a shift", () => {
  it("cannot end while its courier picks up: one of the two is refused", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await orderAt(here, "READY");
      await assign(here.ownerId, order.id, here.courier.id);
      const shift = (action: string) => call(here.courier.userId, "set_courier_shift", { shift: { action } });
      const [taken, ended] = await Promise.all(
        [move(here.courier.userId, order.id, "PICKED_UP"), shift("end")].map(outcome),
      );
      expect(["ok / COURIER_BUSY", "COURIER_OFFLINE / ok"]).toContain(`${taken} / ${ended}`);
      await finish(order);
      await shift("start");
    }
  });

  it("that ends while a pick-up is being written waits for it, and is refused", async () => {
    const order = await orderAt(here, "READY");
    await assign(here.ownerId, order.id, here.courier.id);
    let ended: Promise<string> = Promise.resolve("");
    await sql.begin(async (transaction) => {
      await transaction`select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ${JSON.stringify({ sub: here.courier.userId })}, true)`;
      await transaction`select public.transition_order(${order.id}, '{"to": "PICKED_UP"}')`;
      ended = outcome(call(here.courier.userId, "set_courier_shift", { shift: { action: "end" } }));
      await Promise.race([ended, new Promise((done) => setTimeout(done, 300))]);
    });
    expect(await ended).toBe("COURIER_BUSY");
    await finish(order);
  });
});

describe("the job that rejects what nobody confirmed", () => {
  // Long ago, so that the job, which begins with the oldest, comes to these whatever else is late.
  const makeLate = (ids: string[]) =>
    sql`update public.orders set confirm_by = '2000-01-01' where id = any (${ids})`;
  const job = () => call<number>(SERVICE, "reject_unconfirmed_orders");

  it("or the vendor who confirms: exactly one wins", async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const order = await orderAt(here, "NEW");
      await makeLate([order.id]);
      const [confirmed] = await Promise.all([outcome(move(here.ownerId, order.id, "CONFIRMED")), job()]);
      const { status } = await present(order.id);
      expect([confirmed, status, await history(order.id)]).toEqual(
        confirmed === "ok"
          ? ["ok", "CONFIRMED", ["order.created", "CONFIRMED"]]
          : ["INVALID_TRANSITION", "REJECTED", ["order.created", "REJECTED"]],
      );
      await finish(order);
    }
  });

  it("rejects each order once, however many of it run, and gives its stock back once", async () => {
    await setStock(here.branchId, here.productId, 100);
    const orders = await Promise.all(
      Array.from({ length: 30 }, () => place(here.customerId, delivery(here, [[here.productId, 2]]))),
    );
    expect(await stockOf(here.branchId, here.productId)).toBe(40);
    await makeLate(orders.map(({ id }) => id));
    const counts = await Promise.all([job(), job(), job(), job()]);
    for (const { id } of orders) expect(await history(id)).toEqual(["order.created", "REJECTED"]);
    expect(counts.reduce((sum, n) => sum + n)).toBeGreaterThanOrEqual(30);
    expect(await stockOf(here.branchId, here.productId)).toBe(100);
    await setStock(here.branchId, here.productId, null);
  });

  it("leaves alone what still has time, and what was confirmed in time", async () => {
    const [young, confirmed] = await Promise.all([orderAt(here, "NEW"), orderAt(here, "CONFIRMED")]);
    await makeLate([confirmed.id]);
    await job();
    expect([(await present(young.id)).status, (await present(confirmed.id)).status]).toEqual([
      "NEW",
      "CONFIRMED",
    ]);
  });

  it("says who did it and why", async () => {
    const order = await orderAt(here, "NEW");
    await makeLate([order.id]);
    await job();
    const [event] =
      await sql`select actor_id, actor_role, data from public.events where stream_id = ${order.id} and version = 2`;
    expect(event).toMatchObject({
      actor_id: null,
      actor_role: "system",
      data: { reason: "CONFIRM_TIMEOUT" },
    });
  });
});
