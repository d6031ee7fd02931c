import { expect, it } from "vitest";
import type { Notification, NotificationPage } from "@/lib/notifications/schema";
import { withNewest, withOlder, withRead } from "./pages.ts";

const item = (id: string, read_at: string | null = null): Notification => ({
  id,
  kind: "refund",
  audience: "customer",
  data: {},
  read_at,
  created_at: "2026-11-01T10:00:00Z",
});
const page = (ids: string[], next_cursor: string | null, unread = ids.length): NotificationPage => ({
  data: ids.map((id) => item(id)),
  next_cursor,
  unread,
});
const idsOf = ({ data }: NotificationPage) => data.map(({ id }) => id).join("");

it("what is new comes first, and what was loaded before stays", () => {
  const known = withOlder(page(["c", "b"], "x"), page(["a"], null));
  const now = withNewest(known, page(["d", "c", "b"], "y", 4));
  expect([idsOf(now), now.next_cursor, now.unread]).toEqual(["dcba", null, 4]);
});

it("a newest page that does not reach what was known replaces it: nothing is left out in between", () => {
  const now = withNewest(page(["b", "a"], null), page(["f", "e"], "x"));
  expect([idsOf(now), now.next_cursor]).toEqual(["fe", "x"]);
});

it("the first page is the list, also an empty one", () => {
  expect(withNewest(null, page([], null))).toEqual(page([], null));
});

it("reading counts down only by what was unread", () => {
  const known = {
    ...page(["b", "a"], null),
    data: [item("b"), item("a", "2026-11-01T10:00:00Z")],
    unread: 1,
  };
  expect(withRead(known, ["a"]).unread).toBe(1);
  expect(withRead(known, ["b"])).toMatchObject({ unread: 0, data: [{ read_at: expect.any(String) }, {}] });
  expect(withRead({ ...known, unread: 40 }, "all").unread).toBe(0);
});
