// Who would only wait for the same row waits here instead, in the order they came, holding no database connection meanwhile: one busy
// wallet must not take the connections of everybody else. Correctness stays with the database: other instances have queues of their own.
import { perProcess } from "./per-process";

const last = perProcess("turns", () => new Map<string, Promise<unknown>>());

/** Does `work` when everything asked before under the same key has ended, well or not. Returns or throws what it does. */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const turn = (last.get(key) ?? Promise.resolve()).then(work);
  const ended = turn
    .catch(() => {})
    .then(() => {
      if (last.get(key) === ended) last.delete(key);
    });
  last.set(key, ended);
  return turn;
}
