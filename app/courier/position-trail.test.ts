import { expect, it } from "vitest";
import { LONGEST, withFix } from "./position-trail";

it("keeps what could not be sent, each once", () => {
  const trail = withFix(withFix([], { at: 1 }), { at: 2 });
  expect(withFix(trail, { at: 2 })).toEqual([{ at: 1 }, { at: 2 }]);
});

it("stays bounded, and the whole way stays visible", () => {
  let trail: { at: number }[] = [];
  for (let at = 0; at < 5 * LONGEST; at++) trail = withFix(trail, { at });
  expect(trail.length).toBeLessThanOrEqual(LONGEST);
  expect(trail.at(-1)).toEqual({ at: 5 * LONGEST - 1 });
  expect(trail[0]).toEqual({ at: 0 });
  expect(trail.map(({ at }) => at)).toEqual(trail.map(({ at }) => at).toSorted((a, b) => a - b));
});
