// How many requests of a class are at work at once: a flood of reports fills its own compartment and leaves ordering afloat. The others wait
// outside, first come, first served, where waiting costs nothing: hundreds that are all begun would all be finished late.

import { perProcess } from "../per-process";
import { LOAD_CLASSES, type LoadClass } from "./load-classes";

/** One request, as its compartment sees it. */
export type Visit = {
  enter: () => void;
  /** Whether it takes a place. Who sends or reads slowly takes none: nobody should fill a compartment by dawdling. */
  isAtWork: () => boolean;
  /** Whether nobody waits for the answer any more. */
  hasLeft: () => boolean;
};

type Compartment = { inside: Set<Visit>; waiting: Visit[] };

// The metrics see what the door counts.
const compartments = perProcess("bulkheads", () => new Map<LoadClass, Compartment>());

/** Lets a request in, now or in its turn; false when no more may wait. */
export function admit(name: LoadClass, visit: Visit): boolean {
  const at = compartment(name);
  if (at.waiting.length === 0 && hasRoom(name, at)) {
    enter(at, visit);
    return true;
  }
  if (at.waiting.length >= LOAD_CLASSES[name].waiting) return false;
  at.waiting.push(visit);
  return true;
}

/** A request is over. Whoever is next comes in. */
export function leave(name: LoadClass, visit: Visit): void {
  compartment(name).inside.delete(visit);
  letIn(name);
}

/** Lets in for whom there is room now, since who dawdles says nothing when their work is done. */
export function letAllIn(): void {
  for (const name of compartments.keys()) letIn(name);
}

/** How many requests of each class are being answered or are waiting. */
export function requestsInFlight(): [LoadClass, number][] {
  return [...compartments].map(([name, { inside, waiting }]) => [name, inside.size + waiting.length]);
}

function letIn(name: LoadClass): void {
  const at = compartment(name);
  while (at.waiting.length > 0 && hasRoom(name, at)) {
    const visit = at.waiting.shift();
    if (visit && !visit.hasLeft()) enter(at, visit);
  }
}

function enter(at: Compartment, visit: Visit): void {
  at.inside.add(visit);
  visit.enter();
}

function hasRoom(name: LoadClass, { inside }: Compartment): boolean {
  const { atOnce } = LOAD_CLASSES[name];
  if (inside.size < atOnce) return true;
  let atWork = 0;
  for (const visit of inside) if (visit.isAtWork()) atWork += 1;
  return atWork < atOnce;
}

function compartment(name: LoadClass): Compartment {
  let found = compartments.get(name);
  if (!found) {
    found = { inside: new Set(), waiting: [] };
    compartments.set(name, found);
  }
  return found;
}
