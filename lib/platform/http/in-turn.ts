// One person's changes, a few at a time. At the database they would stand in one queue anyway, their wallet's, and whoever waits there holds one
// of the dozen connections that everybody needs.
import { type BulkheadPolicy, bulkhead } from "cockatiel";
import { perProcess } from "../per-process";

const AT_ONCE = 3; // more than anybody's two hands; fewer than would keep others from the database

const people = perProcess("in-turn", () => new Map<string, BulkheadPolicy>());

/** Does a person's `work` now, or after what they asked for before. */
export async function inTurn<T>(person: string, work: () => Promise<T>): Promise<T> {
  const turns = people.get(person) ?? bulkhead(AT_ONCE, Number.POSITIVE_INFINITY);
  people.set(person, turns);
  try {
    return await turns.execute(work);
  } finally {
    if (turns.executionSlots === AT_ONCE) people.delete(person);
  }
}
