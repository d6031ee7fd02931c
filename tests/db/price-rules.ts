// Price rules for the tests, and a second calculation of what they make of a price, apart from the database: minute by minute.
import { call, sql } from "./database.ts";
import type { Body } from "./world.ts";

export type Rule = {
  id: string;
  name: string;
  state: string;
  changes_at: string | null;
  active: boolean;
  version: number;
  branch_ids: string[] | null;
  category_ids: string[];
  products: { product_id: string; price_minor: number | null }[];
};

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** A rule of the maker's: 20 % off the whole menu, always, unless told otherwise. */
export const rule = (maker: string, more: Body = {}): Promise<Rule> =>
  call<Rule>(maker, "create_price_rule", {
    body: {
      ...{ name: "Mutlu saatler", scope: "menu", percent: 20 },
      ...{ weekdays: EVERY_DAY, starts: "00:00", ends: "24:00" },
      ...more,
    },
  });

export const patch = (maker: string, id: string, change: Body): Promise<Rule> =>
  call<Rule>(maker, "update_price_rule", { rule_id: id, patch: change });

export type Priced = { price: number; regular: number; until: number | null };

/** What a product costs at a branch at an instant (ms), as the one function for it says. */
export async function priceAt(branchId: string, productId: string, at: number): Promise<Priced> {
  const [row] = await sql`select p.price_minor, p.regular_minor, p.until
    from public.branches b cross join lateral app.product_prices(b, ${new Date(at).toISOString()}::timestamptz, array[${productId}]::uuid[]) as p
    where b.id = ${branchId}`;
  return {
    price: Number(row?.price_minor),
    regular: Number(row?.regular_minor),
    until: (row?.until as Date | null)?.getTime() ?? null,
  };
}

/** When a price of the branch may next change (ms). */
export async function changeAfter(branchId: string, at: number): Promise<number | null> {
  const [row] = await sql`select app.next_price_change(b, ${new Date(at).toISOString()}::timestamptz) as at
    from public.branches b where b.id = ${branchId}`;
  return (row?.at as Date | null)?.getTime() ?? null;
}

/** The model's rule: minutes of the day, days counted from 1970; all of İstanbul, which keeps +03:00 all year. */
export type Plan = {
  weekdays: number[];
  starts: number;
  ends: number;
  from: number | null;
  until: number | null;
  percent: number | null;
  fixed: number | null;
};

const MINUTE = 60_000;
const DAY = 24 * 60;
const HORIZON = 7 * DAY;
const localMinute = (at: number) => Math.floor((at + 3 * 60 * MINUTE) / MINUTE);
const weekdayOf = (day: number) => (day + 4) % 7; // 1970 began on a Thursday

/** Whether the plan runs in a minute of İstanbul's clock: it started today and has not ended, or yesterday and goes on. */
function runs(plan: Plan, minute: number): boolean {
  const today = Math.floor(minute / DAY);
  const length = plan.ends > plan.starts ? plan.ends - plan.starts : plan.ends + DAY - plan.starts;
  return [today, today - 1].some((day) => {
    const start = day * DAY + plan.starts;
    return (
      plan.weekdays.includes(weekdayOf(day)) &&
      (plan.from === null || day >= plan.from) &&
      (plan.until === null || day <= plan.until) &&
      start <= minute &&
      minute < start + length
    );
  });
}

const instant = (minute: number) => minute * MINUTE - 3 * 60 * MINUTE;
const priceOf = ({ percent, fixed }: Plan, regular: number) =>
  fixed ?? regular - Math.floor((regular * (percent ?? 0) + 50) / 100);

/** The lowest price, and when the longest of the rules that give it ends (null: not within seven days). */
export function modelled(plans: Plan[], regular: number, at: number): Priced {
  const now = localMinute(at);
  const running = plans.filter((plan) => runs(plan, now));
  const price = Math.min(regular, ...running.map((plan) => priceOf(plan, regular)));
  if (price === regular) return { price, regular, until: null };
  const ends = running
    .filter((plan) => priceOf(plan, regular) === price)
    .map((plan) => {
      let end = now + 1;
      while (runs(plan, end)) if (++end - now > HORIZON + 1) break;
      return instant(end);
    });
  const last = Math.max(...ends);
  return { price, regular, until: last - at > HORIZON * MINUTE ? null : last };
}

/** When a rule next starts or ends. */
export function modelledChange(plans: Plan[], at: number): number | null {
  const now = localMinute(at);
  for (let minute = now + 1; instant(minute) - at <= HORIZON * MINUTE; minute++) {
    if (plans.some((plan) => runs(plan, minute) !== runs(plan, minute - 1))) return instant(minute);
  }
  return null;
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const date = (day: number | null) =>
  day === null ? null : new Date(day * DAY * MINUTE).toISOString().slice(0, 10);

/** The plan as a vendor asks for it. */
export const bodyOf = (plan: Plan, productId: string): Body => ({
  weekdays: plan.weekdays,
  starts: clock(plan.starts),
  ends: clock(plan.ends),
  from_date: date(plan.from),
  until_date: date(plan.until),
  ...(plan.fixed === null
    ? { scope: "menu", percent: plan.percent }
    : { scope: "products", percent: null, products: [{ product_id: productId, price_minor: plan.fixed }] }),
});
