import { expect, it } from "vitest";
import { type Statement, withNewest, withOlder } from "./statement.ts";

const page = (ids: number[], next_cursor: string | null = null): Statement => ({
  data: ids.map((id) => ({
    id: String(id),
    kind: "funding",
    amount_minor: 1,
    balance_minor: id,
    currency: "TRY",
    order: null,
    counterparty: null,
    note: null,
    at: "2026-11-21T10:00:00Z",
  })),
  next_cursor,
});
const ids = ({ data }: Statement) => data.map(({ id }) => Number(id));

it("puts new lines on top and keeps the older pages", () => {
  const known = withOlder(page([9, 8, 7], "7"), page([6, 5], "5"));
  const next = withNewest(known, page([11, 10, 9], "9"));
  expect(ids(next)).toEqual([11, 10, 9, 8, 7, 6, 5]);
  expect(next.next_cursor).toBe("5");
});

it("changes nothing when nothing is new, also when the answer is an old one", () => {
  const known = page([9, 8, 7], "7");
  expect(ids(withNewest(known, page([9, 8, 7], "7")))).toEqual([9, 8, 7]);
  expect(ids(withNewest(known, page([8, 7, 6], "6")))).toEqual([9, 8, 7]);
});

it("starts anew after a gap, and when it was empty", () => {
  expect(withNewest(page([3, 2, 1]), page([9, 8, 7], "7"))).toEqual(page([9, 8, 7], "7"));
  expect(ids(withNewest(page([]), page([1])))).toEqual([1]);
});
