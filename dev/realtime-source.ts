// Carries what SQL sends with realtime.send() to the channels, read from the database's log as on hosted. A NOTIFY would be simpler, but those
// who commit one wait for each other, with all their locks in hand.
import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { reader, taken } from "./pgoutput.ts";

type Deliver = (topic: string, isPrivate: boolean, event: string, payload: unknown) => void;

const PUBLICATION = "supabase_realtime_messages_publication"; // bootstrap.sql
const AGAIN_MS = 200;

/** Delivers every message committed from now on, in the order of their commits. Returns how to stop. */
export async function forwardMessages(databaseUrl: string, deliver: Deliver): Promise<() => Promise<void>> {
  let stopped = false;
  let log = await follow(databaseUrl, deliver);
  const followed = (async () => {
    while (!stopped) {
      await log.ended; // the database went away: a broadcast is a hint, and a client that missed one reads again
      await log.close();
      if (stopped) return;
      await sleep(AGAIN_MS);
      log = await follow(databaseUrl, deliver).catch(() => log);
    }
    await log.close();
  })();
  return async () => {
    stopped = true;
    await log.close();
    await followed;
  };
}

async function follow(databaseUrl: string, deliver: Deliver) {
  let isEnded = () => {};
  const ended = new Promise<void>((done) => {
    isEnded = done;
  });
  const sql = postgres(databaseUrl, {
    max: 1,
    fetch_types: false,
    max_lifetime: null, // it stays
    connection: { replication: "database" },
    onclose: isEnded,
  });
  const close = () => sql.end({ timeout: 0 });
  try {
    await read(sql, deliver);
  } catch (error) {
    await close();
    throw error;
  }
  return { ended, close };
}

async function read(sql: Sql, deliver: Deliver): Promise<void> {
  const slot = `realtime_${crypto.randomUUID().replaceAll("-", "")}`;
  const [made] = await sql.unsafe(
    `CREATE_REPLICATION_SLOT ${slot} TEMPORARY LOGICAL pgoutput NOEXPORT_SNAPSHOT`,
  );
  const options = `(proto_version '1', publication_names '${PUBLICATION}')`;
  const stream = await sql
    .unsafe(`START_REPLICATION SLOT ${slot} LOGICAL ${made?.consistent_point} ${options}`)
    .writable();
  const said = reader();
  stream.on("error", () => {}); // its connection ends, which is heard
  stream.on("data", (part: Buffer) => {
    const next = said(part);
    if (next && "asked" in next) stream.write(taken(next.asked));
    if (!next || !("row" in next)) return;
    const { topic, event, payload } = next.row;
    deliver(topic ?? "", next.row.private === "t", event ?? "", JSON.parse(payload ?? "null"));
  });
}
