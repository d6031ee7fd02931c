// Carries what SQL sends with realtime.send() to the channels. A notification holds only the message's id, so its payload
// may be of any size; ids that arrive while a read is under way are read together, in the order of their commits.
import type { Sql } from "postgres";

type Deliver = (topic: string, isPrivate: boolean, event: string, payload: unknown) => void;

type Message = { id: string; topic: string; private: boolean; event: string; payload: unknown };

/** Delivers every message committed from now on. Returns how to stop. */
export async function forwardMessages(sql: Sql, deliver: Deliver): Promise<() => Promise<void>> {
  let waiting: string[] = [];
  let reading = false;

  const read = async () => {
    if (reading) return;
    reading = true;
    while (waiting.length > 0) {
      const ids = waiting;
      waiting = [];
      try {
        const rows = await sql<
          Message[]
        >`select id, topic, private, event, payload from realtime.messages where id = any(${ids})`;
        const byId = new Map(rows.map((row) => [row.id, row]));
        for (const id of ids) {
          const message = byId.get(id);
          if (message) deliver(message.topic, message.private, message.event, message.payload);
        }
      } catch {
        // The database went away: a broadcast is a hint, and a client that missed one reads again.
      }
    }
    reading = false;
  };

  const { unlisten } = await sql.listen("realtime_broadcast", (id) => {
    waiting.push(id);
    void read();
  });
  return unlisten;
}
