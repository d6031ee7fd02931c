// When an order may be wished for: inside the hours, not too soon, not too far; refused with times that work. Inside a rehearsal the clock
// stands still, so that a time on the edge of "too soon" stays where it is.
import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { call, invoke, outcome, refusal, rehearse, sql } from "./database.ts";
import { leaveTown, openHours } from "./shops.ts";
import { type Body, delivery, pickup, place, type World, world } from "./world.ts";

type Quote = { problems: { code: string; details: { alternatives?: string[]; opens_at?: string | null } }[] };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
let here: World;

beforeAll(async () => {
  here = await world(); // prepares in 20 minutes; the ride to its own door takes 3
});
afterAll(leaveTown);
beforeEach(() => hours("00:00", "24:00"));

const hours = (opens: string, closes: string, days = EVERY_DAY) =>
  openHours(
    here.branchId,
    days.map((day) => [day, opens, closes]),
  );
const body = (wished: Date | string | null, type: "delivery" | "pickup" = "delivery"): Body => {
  const more = { scheduled_for: wished instanceof Date ? wished.toISOString() : wished };
  return type === "pickup"
    ? pickup(here, [[here.productId, 1]], more)
    : delivery(here, [[here.productId, 1]], more);
};
const asCustomer = <T>(work: (transaction: TransactionSql) => Promise<T>) => rehearse(here.customerId, work);
const placeIn = (transaction: TransactionSql, order_body: Body) =>
  outcome(
    transaction.savepoint((inner) =>
      invoke(inner, "place_order", { order_body, idempotency_key: randomUUID() }),
    ),
  );
const tryAt = (wished: Date, type?: "pickup") =>
  asCustomer((transaction) => placeIn(transaction, body(wished, type)));

/** An hour of the branch's own clock, so many days from today. İstanbul keeps +03:00 all year. */
function local(daysAhead: number, time: string): Date {
  const today = new Date(Date.now() + 3 * 60 * MINUTE).toISOString().slice(0, 10);
  return new Date(Date.parse(`${today}T${time}:00+03:00`) + daysAhead * DAY);
}

/** Such hours as the database writes instants. */
const utc = (daysAhead: number, ...times: string[]) =>
  times.map((time) => local(daysAhead, time).toISOString().replace(".000Z", "+00:00"));

/** Asks for a time that must be refused; checks that each alternative would be accepted. @returns the alternatives */
async function alternativesTo(wished: Date): Promise<string[]> {
  return asCustomer(async (transaction) => {
    const { problems } = await invoke<Quote>(transaction, "quote_order", { draft: body(wished) });
    expect(problems.map(({ code }) => code)).toEqual(["SLOT_UNAVAILABLE"]);
    const offered = problems[0]?.details.alternatives ?? [];
    expect(offered.length).toBeLessThanOrEqual(3);
    expect([...offered].sort()).toEqual(offered);
    for (const slot of offered) {
      expect([slot, await placeIn(transaction, body(slot))]).toEqual([slot, "ok"]);
      expect(Date.parse(slot) % (15 * MINUTE)).toBe(0);
    }
    expect(await placeIn(transaction, body(wished))).toBe("SLOT_UNAVAILABLE");
    return offered;
  });
}

describe("a wished time", () => {
  it("inside the hours is kept as it was wished", async () => {
    const wished = local(2, "12:34");
    const order = await place(here.customerId, body(wished));
    const [row] = await sql`select scheduled_for, eta_at from public.orders where id = ${order.id}`;
    expect([row?.scheduled_for, row?.eta_at]).toEqual([wished, wished]);
  });

  it("may be as soon as the kitchen and the ride allow", async () => {
    await asCustomer(async (transaction) => {
      const [row] =
        await transaction`select (now() + interval '22 minutes 59 seconds')::text as early, (now() + interval '23 minutes')::text as ready, (now() + interval '20 minutes')::text as counter`;
      expect(await placeIn(transaction, body(row?.early))).toBe("SLOT_UNAVAILABLE");
      expect(await placeIn(transaction, body(row?.ready))).toBe("ok");
      expect(await placeIn(transaction, body(row?.counter, "pickup"))).toBe("ok"); // nobody rides
    });
  });

  it("may be seven days ahead, and no more", async () => {
    await asCustomer(async (transaction) => {
      const [row] =
        await transaction`select (now() + interval '7 days')::text as far, (now() + interval '7 days 1 second')::text as farther`;
      expect(await placeIn(transaction, body(row?.far))).toBe("ok");
      expect(await placeIn(transaction, body(row?.farther))).toBe("SLOT_UNAVAILABLE");
    });
  });

  it("is possible while the branch is shut now", async () => {
    await hours("12:00", "14:00", [local(3, "12:00").getUTCDay()]);
    expect(await tryAt(local(3, "13:00"))).toBe("ok");
  });
});

describe("a time that cannot be, with the nearest that can", () => {
  it.each([
    ["a minute ago", -MINUTE],
    ["yesterday", -DAY],
    ["in a minute", MINUTE],
    ["in eight days", 8 * DAY],
    ["in a year", 365 * DAY],
  ])("%s", async (_, ahead) => {
    expect(await alternativesTo(new Date(Date.now() + ahead))).toHaveLength(3);
  });

  it("in 1970 or 9999", async () => {
    for (const wished of ["1970-01-01T00:00:00Z", "9999-12-31T00:00:00Z"])
      await alternativesTo(new Date(wished));
  });

  it("outside the hours: the last before and the first after, whichever are nearer", async () => {
    await hours("10:00", "12:00");
    expect(await alternativesTo(local(2, "12:10"))).toEqual(utc(2, "11:15", "11:30", "11:45"));
    expect(await alternativesTo(local(2, "09:00"))).toEqual(utc(2, "10:00", "10:15", "10:30"));
  });

  it("on the minute of closing", async () => {
    await hours("10:00", "12:00");
    expect(await tryAt(local(2, "11:59"))).toBe("ok");
    expect(await alternativesTo(local(2, "12:00"))).toHaveLength(3);
  });

  it("on a day off", async () => {
    const date = local(3, "12:00").toISOString().slice(0, 10);
    await sql`insert into public.branch_special_days (branch_id, date, closed) values (${here.branchId}, ${date}, true)`;
    const offered = await alternativesTo(local(3, "12:00"));
    await sql`delete from public.branch_special_days where branch_id = ${here.branchId}`;
    expect(offered).toHaveLength(3);
    const dayOff = offered
      .map((slot) => new Date(slot))
      .filter((slot) => slot >= local(3, "00:00") && slot < local(4, "00:00"));
    expect(dayOff).toEqual([]);
  });

  it("none at all when the branch never opens", async () => {
    await openHours(here.branchId, []);
    expect(await alternativesTo(local(2, "12:00"))).toEqual([]);
  });

  it("of a branch that opens once a week, however far from the wish", async () => {
    await hours("10:00", "12:00", [new Date(local(6, "12:00")).getUTCDay()]);
    expect(await alternativesTo(local(2, "12:00"))).toEqual(utc(6, "10:00", "10:15", "10:30"));
  });

  it("none lies before the kitchen could be ready, though the branch is open", async () => {
    const offered = await alternativesTo(new Date(Date.now() + MINUTE));
    expect(Date.parse(offered[0] ?? "")).toBeGreaterThanOrEqual(Date.now() + 22 * MINUTE);
    expect(Date.parse(offered[0] ?? "")).toBeLessThanOrEqual(Date.now() + 39 * MINUTE);
  });
});

describe("hours past midnight", () => {
  it("take a wish of the small hours, and none of the gap", async () => {
    await hours("18:00", "02:00");
    expect(
      await Promise.all(["00:00", "01:59", "18:00", "23:59"].map((time) => tryAt(local(3, time)))),
    ).toEqual(["ok", "ok", "ok", "ok"]);
    expect(await Promise.all(["02:00", "12:00", "17:59"].map((time) => tryAt(local(3, time))))).toEqual(
      Array(3).fill("SLOT_UNAVAILABLE"),
    );
    expect(await alternativesTo(local(3, "02:05"))).toEqual(utc(3, "01:15", "01:30", "01:45"));
  });
});

describe("an order for now", () => {
  it("from a shut branch is refused and told when it opens", async () => {
    const opens = local(2, "10:00");
    await hours("10:00", "12:00", [new Date(opens.getTime() + 3 * 60 * MINUTE).getUTCDay()]);
    const refused = await refusal(place(here.customerId, body(null)));
    expect(refused).toMatchObject({ status: "422", code: "BRANCH_CLOSED" });
    expect(new Date(refused.details.opens_at as string)).toEqual(opens);
  });

  it("from a branch that stays shut is told no time", async () => {
    await openHours(here.branchId, []);
    expect(await refusal(place(here.customerId, body(null)))).toMatchObject({
      code: "BRANCH_CLOSED",
      details: { opens_at: null },
    });
  });

  it("is taken while it is open, promised for when it can be there", async () => {
    const order = await call<{ body: { eta_at: string; created_at: string } }>(
      here.customerId,
      "place_order",
      { order_body: body(null), idempotency_key: randomUUID() },
    );
    expect(Date.parse(order.body.eta_at) - Date.parse(order.body.created_at)).toBe(23 * MINUTE);
  });
});
