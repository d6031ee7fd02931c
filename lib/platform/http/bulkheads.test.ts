// One class's flood stays in its own compartment, and is served in its order.
import { expect, it } from "vitest";
import { admit, leave, letAllIn, requestsInFlight, type Visit } from "./bulkheads";
import { LOAD_CLASSES, type LoadClass } from "./load-classes";

type Guest = Visit & { entered: boolean; dawdles: boolean; gone: boolean };

function guest(): Guest {
  const visit: Guest = {
    entered: false,
    dawdles: false,
    gone: false,
    enter: () => {
      visit.entered = true;
    },
    isAtWork: () => !visit.dawdles,
    hasLeft: () => visit.gone,
  };
  return visit;
}
function guests(name: LoadClass, count: number): Guest[] {
  return Array.from({ length: count }, () => {
    const visit = guest();
    expect(admit(name, visit)).toBe(true);
    return visit;
  });
}
const entered = (all: Guest[]) => all.filter((visit) => visit.entered).length;
const inFlight = (name: LoadClass) => new Map(requestsInFlight()).get(name);

it("reports beyond their places wait, beyond those are refused, and ordering notices nothing", () => {
  const { atOnce, waiting } = LOAD_CLASSES.reports;
  const all = guests("reports", atOnce + waiting);
  expect(entered(all)).toBe(atOnce);
  expect(inFlight("reports")).toBe(atOnce + waiting);
  expect(admit("reports", guest())).toBe(false);

  const [order] = guests("ordering", 1);
  expect(order?.entered).toBe(true);

  for (const [turn, visit] of all.entries()) {
    expect(visit.entered).toBe(true); // each in its turn
    expect(entered(all)).toBe(Math.min(atOnce + turn, all.length));
    leave("reports", visit);
  }
  expect(inFlight("reports")).toBe(0);
});

it("who left while waiting does not take the turn of the next", () => {
  const { atOnce } = LOAD_CLASSES.jobs;
  const [first, ...inside] = guests("jobs", atOnce);
  const [impatient, patient] = guests("jobs", 2);
  if (impatient) impatient.gone = true;
  if (first) leave("jobs", first);
  expect([impatient?.entered, patient?.entered]).toEqual([false, true]);
  for (const visit of [...inside, patient]) if (visit) leave("jobs", visit);
});

it("who sends or reads slowly takes no place", () => {
  const { atOnce } = LOAD_CLASSES.session;
  const slow = guests("session", atOnce);
  const [next] = guests("session", 1);
  expect(next?.entered).toBe(false);
  for (const visit of slow) visit.dawdles = true;
  letAllIn();
  expect(next?.entered).toBe(true);
  const [another] = guests("session", 1);
  expect(another?.entered).toBe(true);
});
