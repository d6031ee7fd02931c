// The e-mails that were caught, told by when they arrived: an outage must not lose one that became due in it.
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import type { Quality } from "./expectations.ts";

const LOOK_MS = 1000;
const SETTLE_MS = 500; // what was on its way when the outage began
const ON_ITS_WAY_MS = 1500; // what became due just before its end

export type Inbox = {
  /** When each message was caught, by Message-ID; of one that came twice, the first time. */
  caught: () => Promise<Map<string, Date>>;
  /** Every Message-ID, repeats included. */
  ids: () => Promise<string[]>;
  stop: () => Promise<void>;
};

/** Watches the catcher at `url`, which itself keeps the newest messages only. */
export function watchInbox(url: string): Inbox {
  const known = new Map<string, { messageId: string; at: Date }>();
  let isOver = false;
  const look = async () => {
    const { data } = (await (await fetch(`${url}/messages`)).json()) as {
      data: { id: string; message_id: string; at: string }[];
    };
    for (const { id, message_id, at } of data) known.set(id, { messageId: message_id, at: new Date(at) });
  };
  const watching = (async () => {
    for (; !isOver; await sleep(LOOK_MS)) await look();
  })();
  return {
    caught: async () => {
      await look();
      const newestFirst = [...known.values()].sort((a, b) => Number(b.at) - Number(a.at));
      return new Map(newestFirst.map(({ messageId, at }) => [messageId, at]));
    },
    ids: async () => {
      await look();
      return [...known.values()].map(({ messageId }) => messageId);
    },
    stop: async () => {
      isOver = true;
      await watching;
    },
  };
}

/** What became of the e-mails that became due in an outage. To be asked when those that waited have arrived. */
export async function mailIn(
  sql: Sql,
  inbox: Inbox,
  outage: { begun: Date; ended: Date },
): Promise<Quality["mail"]> {
  const due = await sql`
    select n.id::text as id from notifications n join notification_deliveries d on d.notification_id = n.id
    where d.channel = 'email' and d.state <> 'skipped' and n.created_at > ${new Date(Number(outage.begun) + SETTLE_MS)}
      and n.created_at < ${new Date(Number(outage.ended) - ON_ITS_WAY_MS)}`;
  if (due.length === 0) return "none";
  const caught = new Map([...(await inbox.caught())].map(([id, at]) => [id.slice(1).split("@")[0], at]));
  return due.some(({ id }) => (caught.get(id) ?? outage.ended) < outage.ended) ? "arrives" : "waits";
}

/** When the last e-mail that was due before `ended` was sent; null while one waits. */
export async function mailCaughtUp(sql: Sql, ended: Date): Promise<Date | null> {
  const [row] = await sql`
    select bool_or(d.state = 'due') as waits, max(d.sent_at) as last
    from notifications n join notification_deliveries d on d.notification_id = n.id
    where d.channel = 'email' and n.created_at < ${ended}`;
  return row?.waits ? null : (row?.last ?? ended);
}
