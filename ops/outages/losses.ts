// What the outages left behind, told from the tables when all has come to rest: nothing may be lost, and nothing may have happened twice.
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { type Findings, findings } from "../chaos/findings.ts";
import { ask } from "./ask.ts";
import type { Claim } from "./load.ts";
import { isSuccess } from "./load.ts";
import type { Inbox } from "./mail.ts";
import type { Town } from "./town.ts";

const QUIET_MS = 120_000;

export type Losses = Pick<
  Findings,
  "unpublished" | "unconsumed" | "wrongEffects" | "lostEmails" | "wronglyDead"
> & {
  /** Orders and transfers that were asked for, each under a key of its own. */
  claims: number;
  /** Those that got no success while the dependency was away, and were asked for again. */
  repeated: number;
  emails: number;
  /** Sentences on keys that made nothing or more than one, on money, and on cards charged twice or for nothing. */
  wrong: string[];
};

/** Asks again, under the same keys, for all that was not answered; waits until nothing is due; then counts. */
export async function losses(town: Town, claims: Claim[], inbox: Inbox): Promise<Losses> {
  const { sql } = town;
  const wrong: string[] = [];
  const open = claims.filter(({ id }) => id === null);
  for (const claim of open) {
    const { answer, body } = await ask(town.base, {
      method: "POST",
      path: claim.path,
      token: claim.person.token,
      key: claim.key,
      body: claim.body,
    });
    if (isSuccess(answer)) claim.id = (body as { id: string }).id;
    else wrong.push(`${claim.path} asked for again answered ${answer}`);
  }
  await quiet(sql);
  const isCash = ({ body }: Claim) => body.payment_method === "cash";
  const found = await findings(sql, {
    orders: claims.filter(isCash).length,
    poisoned: [],
    mailed: await inbox.ids(),
  });
  const { unpublished, unconsumed, wrongEffects, lostEmails, wronglyDead, emails } = found;
  return {
    claims: claims.length,
    repeated: open.length,
    emails,
    wrong: [...wrong, ...(await keptOnce(town, claims)), ...(await moneyProblems(town))],
    unpublished,
    unconsumed,
    wrongEffects,
    lostEmails,
    wronglyDead,
  };
}

async function keptOnce({ sql, people }: Town, claims: Claim[]): Promise<string[]> {
  const ids = people.map(({ id }) => id);
  const orders = (await sql`select id::text as id from orders where customer_id in ${sql(ids)}`).map(
    (row) => row.id as string,
  );
  const transfers = (
    await sql`select id::text as id from ledger_transfers where kind = 'transfer' and actor_id in ${sql(ids)}`
  ).map((row) => row.id as string);
  const compare = (what: string, path: string, kept: string[]) => {
    const answered = claims.filter((claim) => claim.path === path).map(({ id }) => id);
    const lost = answered.filter((id) => !id || !kept.includes(id)).length;
    const unasked = kept.filter((id) => !answered.includes(id)).length;
    return [
      ...(lost ? [`${lost} ${what} that were answered for are not there`] : []),
      ...(unasked ? [`${unasked} ${what} more than were asked for`] : []),
      ...(new Set(answered).size < answered.length ? [`one of the ${what} answers for two keys`] : []),
    ];
  };
  return [
    ...compare("orders", "/api/orders", orders),
    ...compare("transfers", "/api/wallet/transfers", transfers),
  ];
}

async function moneyProblems({ sql, stripe }: Town): Promise<string[]> {
  const ledger = await sql`
    select 'the ledger does not sum to zero' as problem from ledger_entries having sum(amount_minor) <> 0
    union all
    select format('account %s holds %s, its entries say %s', a.id, a.balance_minor, coalesce(sum(e.amount_minor), 0))
    from ledger_accounts a left join ledger_entries e on e.account_id = a.id where a.balance_minor is not null
    group by a.id having a.balance_minor <> coalesce(sum(e.amount_minor), 0)`;
  const payments = await sql`select id::text as id, status, amount_minor::int as amount from payments`;
  const charged = Map.groupBy(stripe.intents(), ({ metadata }) => metadata.payment_id);
  const cards = payments.flatMap(({ id, status, amount }) => {
    const intents = charged.get(id) ?? [];
    const taken = intents
      .filter((intent) => intent.status === "succeeded")
      .reduce((sum, intent) => sum + intent.amount, 0);
    if (intents.length > 1) return [`payment ${id} was made ${intents.length} times`];
    return status === "succeeded" && taken === amount
      ? []
      : [`payment ${id} is ${status}, of ${amount} were taken ${taken}`];
  });
  return [...ledger.map((row) => row.problem as string), ...cards];
}

/** Until every card has paid, nothing is due any more and no job is left. */
async function quiet(sql: Sql): Promise<void> {
  for (const deadline = Date.now() + QUIET_MS; Date.now() < deadline; await sleep(250)) {
    const [row] = await sql`select
      (select count(*) from outbox_events where published_at is null and due_at <= now())
      + (select count(*) from jobs where state <> 'dead')
      + (select count(*) from sagas where state in ('running', 'waiting')) as open`;
    if (Number(row?.open) === 0) return;
  }
}
