// The ledger's ground: a movement is written whole, once, and for ever; a wallet is filled by what its owner bought, and says what became of it.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { as, call, outcome, rehearse, SERVICE, sql } from "./database.ts";
import { ledgerIsSound } from "./ledger.ts";
import { balanceOf, fund, record, send } from "./money.ts";
import { leaveTown, person } from "./shops.ts";
import { move, pickup, place, type World, world } from "./world.ts";

let here: World;
let wallet: string;
let provider: string;
beforeAll(async () => {
  here = await world();
  await fund(here.customerId, 50_000);
  [wallet, provider] = await account("wallet", here.customerId).then(async (id) => [
    id,
    await account("provider"),
  ]);
});
afterAll(() => ledgerIsSound().finally(leaveTown));

async function account(kind: string, owner: string | null = null): Promise<string> {
  const [row] = await sql`select app.account(${kind}::public.account_kind, ${owner}::uuid) as id`;
  return row?.id;
}
async function post(
  reference: string,
  parts: [account: string, amount: number][],
  kind = "funding",
): Promise<string | null> {
  const [row] = await sql`select app.post_transfer(${kind}, ${reference}, ${parts.map(([id]) => id)}::uuid[],
    ${parts.map(([, amount]) => amount)}::bigint[]) as id`;
  return row?.id;
}

describe("what is written", () => {
  const LOGS: [table: string, column: string][] = [
    ["ledger_entries", "amount_minor"],
    ["ledger_transfers", "kind"],
    ["wallet_transactions", "amount_minor"],
    ["events", "type"],
  ];
  const changes = ([table, column]: [string, string]) => [
    `update public.${table} set ${column} = ${column}`,
    `delete from public.${table}`,
    `truncate public.${table} cascade`,
  ];

  it("is changed by nobody, whatever rights they have", async () => {
    const actors = [null, here.customerId, here.ownerId, await person("admin"), SERVICE];
    for (const statement of LOGS.flatMap(changes)) {
      for (const actor of actors) {
        const word = await outcome(rehearse(actor, (transaction) => transaction.unsafe(statement)));
        expect(["42501", "INVALID_TRANSITION"], `${statement} by ${actor}`).toContain(word);
      }
      expect(await outcome(sql.unsafe(statement)), statement).toBe("INVALID_TRANSITION"); // the database's owner
    }
  });

  it("sums to zero, or is not written", async () => {
    const uneven: [string, number][] = [
      [wallet, 100],
      [provider, -99],
    ];
    expect(await outcome(post(randomUUID(), uneven))).toBe("23514");
    expect(await outcome(post(randomUUID(), [[wallet, 100]]))).toBe("23514");
    const half = sql.begin(async (transaction) => {
      const [transfer] =
        await transaction`insert into public.ledger_transfers (kind, reference_id) values ('funding', ${randomUUID()}) returning id`;
      await transaction`insert into public.ledger_entries (transfer_id, account_id, amount_minor) values (${transfer?.id}, ${wallet}, 100)`;
      await transaction`insert into public.ledger_entries (transfer_id, account_id, amount_minor) values (${transfer?.id}, ${provider}, -100)`;
    });
    expect(await outcome(half)).toBe("23514");
    expect(await balanceOf(here.customerId)).toBe(50_000);
  });

  it("is written once for what it is for, also when twenty write it at once", async () => {
    const reference = randomUUID();
    const posts = Array.from({ length: 20 }, () =>
      post(reference, [
        [provider, -100],
        [wallet, 100],
      ]),
    );
    expect((await Promise.all(posts)).filter((id) => id !== null)).toHaveLength(1);
    expect(await balanceOf(here.customerId)).toBe(50_100);
  });

  it("adds up the parts of one account", async () => {
    const id = await post(randomUUID(), [
      [wallet, 300],
      [provider, -200],
      [wallet, -400],
      [provider, 300],
    ]);
    const rows =
      await sql`select account_id, amount_minor::int from public.ledger_entries where transfer_id = ${id} order by amount_minor`;
    expect([...rows]).toEqual([
      { account_id: wallet, amount_minor: -100 },
      { account_id: provider, amount_minor: 100 },
    ]);
  });

  it("never takes a wallet below zero, not even by a kuruş", async () => {
    const holds = await balanceOf(here.customerId);
    const take = (amount: number) =>
      post(randomUUID(), [
        [wallet, -amount],
        [provider, amount],
      ]);
    expect(await outcome(take(holds + 1))).toBe("INSUFFICIENT_FUNDS");
    const past = sql`update public.ledger_accounts set balance_minor = -1 where id = ${wallet}`;
    expect(await outcome(past)).toBe("23514");
  });
});

describe("credit bought by card", () => {
  const begin = (amount_minor: number, key: string = randomUUID()) =>
    call<{ body: { id: string } }>(here.customerId, "fund_wallet", {
      funding: { amount_minor },
      idempotency_key: key,
    });

  it("is there when the card has paid, once however often that is told, and not before", async () => {
    const before = await balanceOf(here.customerId);
    const { body } = await begin(1_000);
    for (const status of ["requires_payment", "processing"] as const) await record(body.id, status);
    expect(await balanceOf(here.customerId)).toBe(before);
    await Promise.all(Array.from({ length: 10 }, () => record(body.id, "succeeded")));
    await record(body.id, "canceled");
    expect(await balanceOf(here.customerId)).toBe(before + 1_000);
  });

  it("begun with one key is one payment", async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => begin(2_000, key)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await outcome(begin(2_001, key))).toBe("IDEMPOTENCY_CONFLICT");
  });

  it.each([99, 5_000_001, 100.5, -100])("is not sold for %s kuruş", async (amount) => {
    expect(await outcome(begin(amount))).toBe("VALIDATION_ERROR");
  });
});

describe("a statement", () => {
  type Line = { id: string; kind: string; amount_minor: number; balance_minor: number };
  type Page = { data: Line[]; next_cursor: string | null };

  it("tells every movement, newest first, in pages that lose and repeat nothing", async () => {
    const [customerId, friendId] = [await person("customer"), await person("customer")];
    await fund(customerId, 50_000);
    await send(customerId, friendId, 1_500);
    const order = await place(
      customerId,
      pickup(here, [[here.productId, 1]], { payment_method: "wallet", tip_minor: 250 }),
    );
    await move(customerId, order.id, "CANCELED_BY_USER");
    const expected = [
      { kind: "order_release", amount_minor: 10_250, balance_minor: 48_500, order: { id: order.id } },
      { kind: "order_payment", amount_minor: -10_250, balance_minor: 38_250, order: { id: order.id } },
      { kind: "transfer", amount_minor: -1_500, balance_minor: 48_500, counterparty: "Deneme K." },
      { kind: "funding", amount_minor: 50_000, balance_minor: 50_000, order: null, counterparty: null },
    ];
    expect(await call(customerId, "wallet_statement")).toMatchObject(expected);
    const seen: Line[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await call(customerId, "list_wallet_transactions", { filter: { limit: 3, cursor } });
      seen.push(...page.data);
      cursor = page.next_cursor;
    } while (cursor);
    expect(seen).toMatchObject(expected);
    expect(await call(friendId, "wallet_statement")).toMatchObject([
      { kind: "transfer", amount_minor: 1_500, balance_minor: 1_500, counterparty: "Deneme K." },
    ]);
  });

  it("is backed by an event for every version of the wallet", async () => {
    const [row] = await as(
      here.customerId,
      (transaction) => transaction`
      select array_agg(version order by version) as versions, count(*)::int as events from public.events where stream_id = ${wallet}`,
    );
    expect(row?.versions).toEqual(Array.from({ length: row?.events }, (_, n) => n + 1));
  });
});
