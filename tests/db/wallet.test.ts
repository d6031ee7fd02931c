// Store credit is spent once: many connections want one wallet's credit, and many wallets' owners send each other credit at once.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, invoke, outcome, refusal, SERVICE, sql, waiting } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { balanceOf, fund, placePaid, send } from "./money.ts";
import { leaveTown, person } from "./shops.ts";
import { delivery, type Order, pickup, place, tally, type World, world } from "./world.ts";

const many = <T>(n: number, make: (n: number) => T): T[] =>
  Array.from({ length: n }, (_, each) => make(each));

let here: World;
let friends: string[];
beforeAll(async () => {
  here = await world();
  friends = await Promise.all(many(50, () => person("customer")));
}, 120_000);
afterAll(() => ledgerIsSound().finally(leaveTown));

const friend = (n: number): string => friends[n % friends.length] ?? "";
const buy = (customerId: string) =>
  place(customerId, pickup(here, [[here.productId, 1]], { payment_method: "wallet" }));

describe("a wallet that can bear 37 of 100", () => {
  it("pays 37 orders, and the others are told that there is not enough", async () => {
    const customerId = await person("customer");
    await fund(customerId, 370_000);
    expect(await tally(many(100, () => buy(customerId)))).toEqual({ ok: 37, INSUFFICIENT_FUNDS: 63 });
    expect(await balanceOf(customerId)).toBe(0);
    expect(await sql`select from public.orders where customer_id = ${customerId}`).toHaveLength(37);
  });

  it("sends credit 37 times, and 37 times it arrives", async () => {
    const customerId = await person("customer");
    const before = await Promise.all(friends.map(balanceOf));
    await fund(customerId, 37_999);
    expect(await tally(many(100, (n) => send(customerId, friend(n), 1000)))).toEqual({
      ok: 37,
      INSUFFICIENT_FUNDS: 63,
    });
    expect(await balanceOf(customerId)).toBe(999);
    const after = await Promise.all(friends.map(balanceOf));
    const sum = (balances: number[]) => balances.reduce((total, each) => total + each, 0);
    expect(sum(after) - sum(before)).toBe(37_000);
  });

  it("bears 37 in all when half of them are orders and half are sent", async () => {
    const customerId = await person("customer");
    await fund(customerId, 370_000);
    const debits = many(100, (n) => (n % 2 ? buy(customerId) : send(customerId, friend(n), 10_000)));
    expect(await tally(debits)).toEqual({ ok: 37, INSUFFICIENT_FUNDS: 63 });
    expect(await balanceOf(customerId)).toBe(0);
  });

  it("refuses with 422, and leaves neither order nor stock nor money behind", async () => {
    const customerId = await person("customer");
    await fund(customerId, 9_999);
    expect(await refusal(buy(customerId))).toMatchObject({ status: "422", code: "INSUFFICIENT_FUNDS" });
    expect(await sql`select from public.orders where customer_id = ${customerId}`).toHaveLength(0);
    expect(await balanceOf(customerId)).toBe(9_999);
  });
});

describe("fifty wallets", () => {
  it("send each other credit for twenty seconds: nothing is lost, nobody owes, nobody is refused but for want of credit", async () => {
    await Promise.all(friends.map((id) => fund(id, 5_000)));
    const sumOfAll = async () => {
      const [row] = await sql`select sum(balance_minor)::int as sum, min(balance_minor)::int as least
        from public.ledger_accounts where kind = 'wallet' and owner_id = any (${friends})`;
      return row as unknown as { sum: number; least: number };
    };
    const before = await sumOfAll();
    const counts: Record<string, number> = {};
    const end = Date.now() + 20_000;
    const random = (below: number) => Math.floor(Math.random() * below);
    await Promise.all(
      many(20, async () => {
        while (Date.now() < end) {
          const from = random(50);
          const word = await outcome(send(friend(from), friend(from + 1 + random(49)), 1 + random(4_000)));
          counts[word] = (counts[word] ?? 0) + 1;
        }
      }),
    );
    expect(Object.keys(counts).filter((word) => word !== "ok" && word !== "INSUFFICIENT_FUNDS")).toEqual([]);
    expect(counts.ok).toBeGreaterThan(50);
    const after = await sumOfAll();
    expect(after.sum).toBe(before.sum);
    expect(after.least).toBeGreaterThanOrEqual(0);
  });

  it("made by their first credit do not wait for each other in a circle", async () => {
    const pairs = await Promise.all(many(8, () => Promise.all([person("customer"), person("customer")])));
    for (const [one, other] of pairs)
      expect(await tally([send(one, other, 1), send(other, one, 1)])).toEqual({ INSUFFICIENT_FUNDS: 2 });
  });

  it("do not meet the job in a circle, which pays back into a wallet that a friend's credit makes at the moment", async () => {
    const [rich, fresh] = await Promise.all([person("customer"), person("customer")]);
    await fund(rich, 50_000);
    const late: Order[] = [await buy(rich), await placePaid(fresh, delivery(here, [[here.productId, 1]]))];
    await sql`update public.orders set confirm_by = '2000-01-01' where id = any (${late.map(({ id }) => id)})`;
    let job: Promise<unknown> = Promise.resolve();
    const sent = sql.begin(async (transaction) => {
      await transaction`select app.account('wallet', ${fresh})`;
      job = call(SERVICE, "reject_unconfirmed_orders");
      await waiting(1);
      await transaction`select set_config('request.jwt.claims', ${JSON.stringify({ sub: rich })}, true)`;
      const transfer = { to_email: `${fresh}@test.invalid`, amount_minor: 1_000 };
      return invoke(transaction, "transfer_credit", { transfer, idempotency_key: randomUUID() });
    });
    expect([await outcome(sent), await outcome(job)]).toEqual(["ok", "ok"]);
    expect([await balanceOf(rich), await balanceOf(fresh)]).toEqual([49_000, 1_000]);
  });
});

describe("credit sent with one key", () => {
  it("twenty times at once is sent once, and everybody hears the same", async () => {
    const customerId = await person("customer");
    await fund(customerId, 5_000);
    const key = randomUUID();
    const before = await balanceOf(friend(0));
    const answers = await Promise.all(many(20, () => send(customerId, friend(0), 1_000, key)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]?.body.balance_minor).toBe(4_000);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect([await balanceOf(customerId), (await balanceOf(friend(0))) - before]).toEqual([4_000, 1_000]);
    expect(await outcome(send(customerId, friend(0), 1_001, key))).toBe("IDEMPOTENCY_CONFLICT");
    expect(await outcome(send(customerId, friend(1), 1_000, key))).toBe("IDEMPOTENCY_CONFLICT");
    expect(await balanceOf(customerId)).toBe(4_000);
  });

  it("that was refused can be sent with the same key when there is credit", async () => {
    const customerId = await person("customer");
    const key = randomUUID();
    expect(await outcome(send(customerId, friend(0), 1_000, key))).toBe("INSUFFICIENT_FUNDS");
    await fund(customerId, 1_000);
    expect(await outcome(send(customerId, friend(0), 1_000, key))).toBe("ok");
  });
});

describe("credit is not sent", () => {
  it("to oneself, to nobody, or to who is no customer", async () => {
    await fund(here.customerId, 1_000);
    const refused = (to: string) => refusal(send(here.customerId, to, 100));
    expect(await refused(here.customerId)).toMatchObject({ status: "400", code: "VALIDATION_ERROR" });
    expect(await refused(randomUUID())).toMatchObject({ status: "404", code: "NOT_FOUND" });
    expect(await refused(here.ownerId)).toMatchObject({ status: "404", code: "NOT_FOUND" });
  });

  it.each([0, -100, 1.5, 5_000_001, Number.MAX_SAFE_INTEGER])("of %s kuruş", async (amount) => {
    expect(await outcome(send(here.customerId, friend(0), amount))).toBe("VALIDATION_ERROR");
  });

  it("while operators have switched it off", async () => {
    const operator = await person("admin");
    const set = (transfers_enabled: boolean) =>
      call(operator, "set_money_settings", {
        settings: { transfers_enabled, adjustment_limit_minor: 50_000 },
      });
    await set(false);
    const word = await outcome(send(here.customerId, friend(0), 100));
    expect(await call(here.customerId, "get_wallet")).toMatchObject({ transfers_enabled: false });
    await set(true);
    expect(word).toBe("FORBIDDEN");
  });
});
