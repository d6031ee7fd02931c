// When a branch is open: weekly hours, past midnight, special days, the end of the day, the branch's own clock.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sql } from "./database.ts";
import { city, leaveTown, openHours, type Shop, shop } from "./shops.ts";

let branch: Shop;
// 2026-11-20 is a Friday; Istanbul is three hours ahead of UTC.
const local = (moment: string) => new Date(`2026-11-${moment}:00+03:00`);

async function opening(at: Date) {
  const [row] =
    await sql`select o.*, app.is_open(${branch.branchId}, ${at}) as plain, app.next_opening(${branch.branchId}, ${at}) as next
    from app.opening(${branch.branchId}, ${at}) as o`;
  return row as unknown as {
    is_open: boolean;
    opens_at: Date | null;
    closes_at: Date | null;
    plain: boolean;
    next: Date | null;
  };
}
const isOpen = async (at: Date) => (await opening(at)).plain;
const special = (date: string, closed: boolean, opens: string | null = null, closes: string | null = null) =>
  sql`insert into public.branch_special_days (branch_id, date, closed, opens, closes)
    values (${branch.branchId}, ${date}, ${closed}, ${opens}, ${closes})`;

beforeAll(async () => {
  branch = await shop(await city());
});
beforeEach(async () => {
  await sql`delete from public.branch_special_days where branch_id = ${branch.branchId}`;
  await sql`update public.branches set time_zone = 'Europe/Istanbul' where id = ${branch.branchId}`;
});
afterAll(leaveTown);

describe("weekly hours", () => {
  it("opens at the minute it says and is shut at the minute it closes", async () => {
    await openHours(branch.branchId, [[5, "09:00", "22:00"]]);
    expect(await isOpen(local("20T08:59"))).toBe(false);
    expect(await isOpen(local("20T09:00"))).toBe(true);
    expect(await isOpen(local("20T21:59"))).toBe(true);
    expect(await isOpen(local("20T22:00"))).toBe(false);
  });

  it("runs past midnight into a day of its own hours", async () => {
    await openHours(branch.branchId, [
      [5, "18:00", "02:00"],
      [6, "12:00", "14:00"],
    ]);
    expect(await isOpen(local("21T01:59"))).toBe(true);
    expect(await isOpen(local("21T02:00"))).toBe(false);
    expect((await opening(local("21T02:00"))).opens_at).toEqual(local("21T12:00"));
    expect((await opening(local("20T23:00"))).closes_at).toEqual(local("21T02:00"));
  });

  it("reads equal hours as the whole day round", async () => {
    await openHours(branch.branchId, [[5, "09:00", "09:00"]]);
    expect(await isOpen(local("20T08:59"))).toBe(false);
    expect(await isOpen(local("21T08:59"))).toBe(true);
    expect(await isOpen(local("21T09:00"))).toBe(false);
  });

  it("joins 24:00 to the next day's 00:00 into one opening", async () => {
    await openHours(branch.branchId, [
      [5, "10:00", "24:00"],
      [6, "00:00", "03:00"],
    ]);
    const state = await opening(local("20T23:59"));
    expect(state).toMatchObject({ is_open: true, opens_at: null, closes_at: local("21T03:00") });
    expect(await isOpen(local("21T00:00"))).toBe(true);
  });

  it("promises no closing time when it never closes", async () => {
    await openHours(
      branch.branchId,
      Array.from({ length: 7 }, (_, day) => [day, "00:00", "24:00"]),
    );
    expect(await opening(local("20T12:00"))).toMatchObject({
      is_open: true,
      closes_at: null,
      next: local("20T12:00"),
    });
  });

  it("has no next opening when nothing opens within 14 days", async () => {
    await openHours(branch.branchId, []);
    expect(await opening(local("20T12:00"))).toMatchObject({ is_open: false, opens_at: null, next: null });
  });
});

describe("special days", () => {
  beforeEach(() =>
    openHours(
      branch.branchId,
      Array.from({ length: 7 }, (_, day) => [day, "18:00", "02:00"]),
    ),
  );

  it("closes the day, but not what is left of the night before", async () => {
    await special("2026-11-21", true);
    expect(await isOpen(local("21T01:00"))).toBe(true);
    expect(await isOpen(local("21T19:00"))).toBe(false);
    expect((await opening(local("21T19:00"))).opens_at).toEqual(local("22T18:00"));
  });

  it("replaces the day's hours by its own", async () => {
    await special("2026-11-21", false, "08:00", "24:00");
    expect(await isOpen(local("21T08:00"))).toBe(true);
    expect(await isOpen(local("22T00:00"))).toBe(false);
  });

  it("opens a branch on a weekday it never works", async () => {
    await openHours(branch.branchId, []);
    await special("2026-11-21", false, "08:00", "12:00");
    expect((await opening(local("20T12:00"))).next).toEqual(local("21T08:00"));
  });
});

describe("the branch's own clock", () => {
  it("judges the weekday where the branch is", async () => {
    await openHours(branch.branchId, [[5, "20:00", "23:00"]]);
    await sql`update public.branches set time_zone = 'America/New_York' where id = ${branch.branchId}`;
    expect(await isOpen(new Date("2026-11-21T02:00:00Z"))).toBe(true); // Friday 21:00 there, Saturday in Istanbul
  });

  it("leaves out a window that the spring clock change swallows", async () => {
    await openHours(branch.branchId, [[0, "02:10", "03:05"]]);
    await sql`update public.branches set time_zone = 'America/New_York' where id = ${branch.branchId}`;
    const windows = await sql`select app.open_windows(${branch.branchId}, '2027-03-14', '2027-03-14')`;
    expect(windows).toHaveLength(0);
  });
});

it("agrees with itself: open exactly when the next opening is now", async () => {
  await openHours(branch.branchId, [
    [1, "09:00", "13:00"],
    [1, "15:00", "01:00"],
    [3, "00:00", "24:00"],
    [4, "00:00", "00:00"],
    [6, "22:30", "05:15"],
  ]);
  await special("2026-11-25", false, "07:00", "07:00");
  const [row] = await sql`select count(*)::int as disagreements
    from generate_series(timestamptz '2026-11-15', '2026-12-06', interval '13 minutes') as at, app.opening(${branch.branchId}, at) as o
    where app.is_open(${branch.branchId}, at) <> (app.next_opening(${branch.branchId}, at) = at)
      or app.is_open(${branch.branchId}, at) <> o.is_open
      or app.next_opening(${branch.branchId}, at) is distinct from coalesce(o.opens_at, at)`;
  expect(row?.disagreements).toBe(0);
});
