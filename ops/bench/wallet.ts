// What store credit costs: transfers among many wallets and from a hot one, the wait for a wallet's lock meanwhile, orders paid with credit.
import { randomInt, randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { load, type Result, type Shot } from "./load.ts";
import { signIn } from "./shop.ts";

const PEOPLE = 50;
const CREDIT_MINOR = 4_000_000_000; // more orders than a run can place
const PASSWORD = "kapgel-demo";

export type Person = { email: string; token: string; wallet: string };

/** Customers with plenty of credit. */
export async function rich(base: string, sql: Sql): Promise<Person[]> {
  const people: Person[] = [];
  for (let n = 0; n < PEOPLE; n++) {
    const email = `bench-${randomUUID()}@test.invalid`;
    const [row] = await sql`
      with person as (select app.create_account(${email}, ${PASSWORD}, 'Bench Person') as id)
      select app.account('wallet', id) as wallet from person`;
    await sql`select app.post_transfer('adjustment', gen_random_uuid(), array[app.account('adjustments'), ${row?.wallet}::uuid],
      array[${-CREDIT_MINOR}::bigint, ${CREDIT_MINOR}::bigint])`;
    people.push({ email, token: await signIn(base, email), wallet: row?.wallet as string });
  }
  return people;
}

/** Sends one kuruş from anybody (or always from the first: one hot wallet) to anybody else. */
function transferShot(people: Person[], hot: boolean): Shot {
  const from = hot ? 0 : randomInt(people.length);
  const to = (from + randomInt(1, people.length)) % people.length;
  return {
    method: "POST",
    path: "/api/wallet/transfers",
    headers: { Authorization: `Bearer ${people[from]?.token}`, "Idempotency-Key": randomUUID() },
    body: { to_email: people[to]?.email, amount_minor: 1 },
  };
}

/**
 * Has 16 callers send credit, and a probe ask for the lock of a wallet that they send from.
 * @returns how the transfers went, and how long the probe waited (ms, sorted). The clock is Postgres': ours would also count how long this busy
 *   process takes to look.
 */
export async function transfers(
  base: string,
  sql: Sql,
  people: Person[],
  { seconds, hot }: { seconds: number; hot: boolean },
) {
  const waits: number[] = [];
  let running = true;
  const connection = await sql.reserve();
  await connection`
    create or replace function pg_temp.wait_for(account uuid) returns float8 language plpgsql as $$
    declare
      asked timestamptz := clock_timestamp();
    begin
      perform app.lock_accounts(array[account]); -- the queue every transfer stands in
      perform from public.ledger_accounts where id = account for no key update;
      return extract(epoch from clock_timestamp() - asked) * 1000;
    end $$`;
  const probe = (async () => {
    while (running) {
      const { wallet } = people[hot ? 0 : randomInt(people.length)] as Person;
      const [row] = await connection`select pg_temp.wait_for(${wallet}) as ms`;
      waits.push(row?.ms);
      await new Promise((done) => setTimeout(done, 5));
    }
    connection.release();
  })();
  const result: Result = await load(base, 16, seconds, () => transferShot(people, hot));
  running = false;
  await probe;
  return { result, waits: waits.sort((a, b) => a - b) };
}
