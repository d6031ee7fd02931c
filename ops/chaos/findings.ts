// What an evening left behind, told from the tables themselves: what was lost, what happened twice, what died.
import type { Sql } from "postgres";

export type Findings = {
  orders: number;
  events: number;
  /** Events of orders and wallets that the outbox never got, or never handed on. */
  unpublished: number;
  /** Pairs of consumer and event that were neither consumed nor buried. */
  unconsumed: number;
  /** Sentences on effects that are missing, or there more than once. */
  wrongEffects: string[];
  emails: number;
  /** Sent by our books, and in nobody's inbox. */
  lostEmails: number;
  repeatedEmails: number;
  /** The share of jobs that ended without a human. */
  deliveredShare: number;
  /** Dead letters that were not poisoned. */
  wronglyDead: string[];
  poisonedDead: number;
};

/** Looks when everything is quiet. `mailed` are the Message-IDs that were caught, repeats included. */
export async function findings(
  sql: Sql,
  { orders, poisoned, mailed }: { orders: number; poisoned: string[]; mailed: string[] },
): Promise<Findings> {
  const one = async (query: Promise<readonly Record<string, unknown>[]>) => Number((await query)[0]?.n);
  const sent =
    await sql`select notification_id::text as id from notification_deliveries where channel = 'email' and state = 'sent'`;
  const caught = new Map<string, number>();
  for (const id of mailed) {
    const of = id.slice(1).split("@")[0] ?? "";
    caught.set(of, (caught.get(of) ?? 0) + 1);
  }
  const dead = await sql`select event_id::text as event, consumer, last_error from jobs where state = 'dead'`;
  const consumed = await one(sql`select count(*) as n from consumed_events`);
  return {
    orders: await one(sql`select count(*) as n from orders where payment_method = 'cash'`),
    events: await one(sql`select count(*) as n from events`),
    unpublished: await one(sql`
      select (select count(*) from outbox_events where published_at is null and due_at <= now())
        + (select count(*) from events) - (select count(*) from outbox_events where stream_type in ('order', 'wallet') and data ? 'version') as n`),
    unconsumed: await one(sql`
      select count(*) as n from outbox_events e join consumers c on e.type = any (c.event_types)
      where e.published_at is not null
        and not exists (select from consumed_events x where x.consumer = c.name and x.event_id = e.id)
        and not exists (select from jobs j where j.consumer = c.name and j.event_id = e.id and j.state = 'dead')`),
    wrongEffects: await wrongEffects(sql, orders),
    emails: sent.length,
    lostEmails: sent.filter(({ id }) => !caught.has(id)).length,
    repeatedEmails: [...caught.values()].filter((times) => times > 1).length,
    deliveredShare: consumed / (consumed + dead.filter(({ event }) => !poisoned.includes(event)).length),
    wronglyDead: dead
      .filter(({ event }) => !poisoned.includes(event))
      .map(({ consumer, event, last_error }) => `${consumer} ${event}: ${last_error}`),
    poisonedDead: dead.filter(({ event }) => poisoned.includes(event)).length,
  };
}

// Counted from the orders, not from the queue: what people must have been told, and what the projections must say.
async function wrongEffects(sql: Sql, orders: number): Promise<string[]> {
  const told = await sql<{ kind: string; n: number; wanted: number }[]>`
    select w.kind, (select count(*) from notifications n where n.kind = w.kind)::int as n, w.wanted::int as wanted from (
      select 'order_placed' as kind, (select count(*) from orders o join vendor_members m on m.vendor_id = o.vendor_id
        join users u on u.id = m.user_id where u.role = 'vendor_admin') as wanted
      union all select 'order_confirmed', (select count(*) from events where type = 'order.status_changed' and data ->> 'to' = 'CONFIRMED')
      union all select 'order_ready', (select count(*) from events where type = 'order.status_changed' and data ->> 'to' = 'READY')
      union all select 'order_delivered', (select count(*) from orders where status = 'DELIVERED')) w`;
  const wrong = told
    .filter(({ n, wanted }) => n !== wanted)
    .map(({ kind, n, wanted }) => `${kind}: ${n} told, not ${wanted}`);
  const [placed] = await sql`select count(*)::int as n from orders where payment_method = 'cash'`;
  if (placed?.n !== orders) wrong.push(`${placed?.n} orders placed, not ${orders}`);
  return wrong;
}
