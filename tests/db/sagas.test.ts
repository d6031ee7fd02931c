// A saga's row is all that is left after a crash: each that is due is taken by one worker, given back by a dead one, and ends with somebody.
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, SERVICE, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { balanceOf, fund, moneyOf, paymentOf } from "./money.ts";
import { leaveTown, person } from "./shops.ts";
import { pickup, place, type World, world } from "./world.ts";

type Claimed = { id: string; kind: string; step: string; payment: { id: string } };
let here: World;
let operator: string;
beforeAll(async () => {
  here = await world();
  operator = await person("admin");
});
afterAll(() => ledgerIsSound().finally(leaveTown));

/** The payment of a card order, and its saga. */
async function opened() {
  const order = await place(here.customerId, pickup(here, [[here.productId, 1]], { payment_method: "card" }));
  const payment = await paymentOf(order.id);
  const [row] = await sql`select id from public.sagas where subject_id = ${payment}`;
  return { payment, saga: row?.id as string };
}
const claim = (subject: string | null = null, batch = 50) =>
  call<Claimed[]>(SERVICE, "claim_sagas", { batch, subject });
const fail = (saga_id: string, lasting = false) =>
  call(SERVICE, "fail_saga", { saga_id, error: "Deneme", lasting });
const stands = async (saga: string) => {
  const [row] =
    await sql`select state, attempts, last_error, extract(epoch from next_run_at - updated_at)::float8 as waits
    from public.sagas where id = ${saga}`;
  return row as unknown as { state: string; attempts: number; last_error: string | null; waits: number };
};

it("that is due is taken by exactly one of many workers", async () => {
  const made = await Promise.all(Array.from({ length: 12 }, opened));
  // Long ago, so that these are first whatever else is due.
  await sql`update public.sagas set next_run_at = '2000-01-01' where id = any (${made.map(({ saga }) => saga)})`;
  const taken = (await Promise.all(Array.from({ length: 8 }, () => claim(null, 12))))
    .flat()
    .map(({ id }) => id);
  for (const { saga } of made) expect(taken.filter((id) => id === saga)).toHaveLength(1);
});

it("says what is to be done, about what", async () => {
  const { payment, saga } = await opened();
  expect(await claim(payment)).toMatchObject([
    {
      id: saga,
      kind: "card_payment",
      step: "create",
      payment: { id: payment, amount_minor: 10_000, status: "created" },
      refund: null,
    },
  ]);
});

it("is taken before its time by who serves its request, but never out of another worker's hands", async () => {
  const { payment, saga } = await opened();
  await sql`update public.sagas set next_run_at = now() + interval '1 hour' where id = ${saga}`;
  expect(await claim(payment)).toHaveLength(1);
  expect(await claim(payment)).toHaveLength(0);
  await sql`update public.sagas set leased_until = now() - interval '1 second' where id = ${saga}`; // it died
  expect(await claim(payment)).toHaveLength(1);
});

it("that fails waits twice as long each time, give or take half, at most a minute and a half, and is stuck after twelve tries", async () => {
  const { payment, saga } = await opened();
  for (let tries = 1; tries <= 12; tries++) {
    expect(await claim(payment)).toHaveLength(1);
    await fail(saga);
    const { attempts, waits, last_error } = await stands(saga);
    const usual = Math.min(2 ** (tries - 1), 60);
    expect([attempts, last_error]).toEqual([tries, "Deneme"]);
    expect(waits).toBeGreaterThanOrEqual(usual * 0.5);
    expect(waits).toBeLessThanOrEqual(usual * 1.5);
  }
  expect(await stands(saga)).toMatchObject({ state: "stuck" });
  expect(await claim(payment)).toHaveLength(0);
});

it("that was refused for good is stuck at once, until an operator sends it on", async () => {
  const { payment, saga } = await opened();
  await claim(payment);
  await fail(saga, true);
  expect(await claim(payment)).toHaveLength(0);
  await call(operator, "act_on_saga", { saga_id: saga, action: "retry" });
  expect(await claim(payment)).toMatchObject([{ step: "create" }]);
  await fail(saga, true);
  await call(operator, "act_on_saga", { saga_id: saga, action: "compensate" });
  expect(await claim(payment)).toMatchObject([{ step: "cancel" }]);
});

it("of a payment that never came is put before an operator when its branch has the order all the same", async () => {
  const { payment, saga } = await opened();
  await sql`update public.orders set placed_at = now() where id = (select order_id from public.payments where id = ${payment})`;
  await call(SERVICE, "sweep_money");
  await call(SERVICE, "sweep_money");
  expect(await stands(saga)).toMatchObject({ state: "stuck" });
  const findings = await sql`select kind, outcome from public.money_findings where payment_id = ${payment}`;
  expect([...findings]).toEqual([{ kind: "order_without_payment", outcome: "stuck" }]);
});

it("or not: money that an order which ended still holds goes back with the next sweep, once", async () => {
  const customerId = await person("customer");
  await fund(customerId, 10_000);
  const order = await place(customerId, pickup(here, [[here.productId, 1]], { payment_method: "wallet" }));
  await sql`update public.orders set status = 'CANCELED_BY_USER' where id = ${order.id}`; // as a fault might leave it
  await Promise.all([call(SERVICE, "sweep_money"), call(SERVICE, "sweep_money")]);
  expect([await balanceOf(customerId), (await moneyOf(order.id)).refunded]).toEqual([10_000, 10_000]);
});
