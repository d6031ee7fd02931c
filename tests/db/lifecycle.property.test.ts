// Whatever customers, vendors, couriers, operators and the job do, in whatever order and at the same time, an order's promises hold.
// Random scripts run in several lanes at once over real connections; then everything is counted. fast-check prints the seed of a failure.
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Actor, as, call, invoke, outcome, SERVICE, sql } from "./database.ts";
import { city, leaveTown, person, product, shop } from "./shops.ts";
import {
  assign,
  bring,
  type Courier,
  courier,
  delivery,
  move,
  type Order,
  pickup,
  place,
  STATUSES,
  setStock,
  stockOf,
  type World,
  world,
} from "./world.ts";

const RUNS = 300;
const STOCK = 10_000;
const EXPECTED = new Set([
  "ok",
  "FORBIDDEN",
  "NOT_FOUND",
  "INVALID_TRANSITION",
  "VERSION_CONFLICT",
  "COURIER_BUSY",
  "COURIER_OFFLINE",
]);

let here: World;
let operator: string;
let couriers: Courier[]; // two of the shop, one of another
let counted: string;

beforeAll(async () => {
  here = await world();
  const elsewhere = await shop(await city());
  operator = await person("admin");
  couriers = [here.courier, await courier(here.vendorId), await courier(elsewhere.vendorId)];
  counted = await product(here.vendorId, "Sayılı");
  await setStock(here.branchId, counted, STOCK);
});
afterAll(leaveTown);

// == What can happen ==================================================================================================
type Step =
  | { do: "advance"; order: number; who: number; button: number; stale: boolean } // press a button that is shown
  | { do: "try"; order: number; who: number; to: string } // ask for anything
  | { do: "assign"; order: number; courier: number | null; versioned: boolean }
  | { do: "shift"; courier: number; action: "start" | "end" }
  | { do: "late"; order: number }; // its time to be confirmed is over, and the job comes by

const order = fc.nat(1);
const who = fc.nat(4);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant("advance" as const),
      order,
      who,
      button: fc.nat(2),
      stale: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("try" as const), order, who, to: fc.constantFrom(...STATUSES) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("assign" as const),
      order,
      courier: fc.option(fc.nat(2)),
      versioned: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("shift" as const),
      courier: fc.nat(1),
      action: fc.constantFrom("start" as const, "end" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("late" as const), order }) },
);
const script = fc.record({
  begins: fc.constantFrom("NEW", "NEW", "NEW", "CONFIRMED", "READY", "PICKED_UP", "ON_ROUTE"), // how far the first order has come
  type: fc.constantFrom("delivery", "pickup"), // of the second, which is new
  lanes: fc.array(fc.array(step, { minLength: 3, maxLength: 8 }), { minLength: 2, maxLength: 4 }),
  watcher: who,
});

const persona = (n: number): string =>
  [here.customerId, here.ownerId, here.ownerId, operator, couriers[0]?.userId][n] ?? here.ownerId;
/** The customer, the vendor, the operator, or whichever courier has the order. */
async function actorFor(n: number, orderId: string): Promise<string> {
  if (n < 4) return persona(n);
  const [row] =
    await sql`select c.user_id from public.orders o join public.couriers c on c.id = o.courier_id where o.id = ${orderId}`;
  return row?.user_id ?? persona(4);
}

async function perform(what: Step, orders: Order[]): Promise<string> {
  const id = "order" in what ? (orders[what.order]?.id ?? "") : "";
  switch (what.do) {
    case "advance": {
      const actor = await actorFor(what.who, id);
      const seen = await call<Order>(actor, "get_order", { order_id: id }).catch(() => null);
      const to = seen?.allowed_transitions[what.button % seen.allowed_transitions.length];
      return to
        ? outcome(
            move(actor, id, to, { reason: "Deneme", ...(what.stale ? {} : { version: seen?.version }) }),
          )
        : "ok";
    }
    case "try":
      return outcome(move(await actorFor(what.who, id), id, what.to, { reason: "Deneme" }));
    case "assign": {
      const [row] = what.versioned ? await sql`select version from public.orders where id = ${id}` : [];
      return outcome(
        assign(
          here.ownerId,
          id,
          what.courier === null ? null : (couriers[what.courier]?.id ?? null),
          row ?? {},
        ),
      );
    }
    case "shift":
      return outcome(
        call(couriers[what.courier]?.userId ?? "", "set_courier_shift", { shift: { action: what.action } }),
      );
    case "late":
      await sql`update public.orders set confirm_by = '2000-01-01' where id = ${id} and status = 'NEW'`;
      return outcome(call(SERVICE, "reject_unconfirmed_orders"));
  }
}

// == What must hold ===================================================================================================
/** Every promise an order of `ids` breaks, as [order number, promise]. */
const broken = (ids: string[]) => sql`
  with mine as (select * from public.orders where id = any (${ids})),
  story as (
    select e.*, o.type as order_type, e.data ->> 'from' as came, e.data ->> 'to' as went,
      lag(e.data ->> 'to', 1, 'NEW') over (partition by e.stream_id order by e.version) as was
    from public.events e join mine o on o.id = e.stream_id where e.type <> 'order.courier_assigned')
  select number, 'versions are the events, counted without a gap' as promise from mine o
    where (select array_agg(e.version order by e.version) from public.events e where e.stream_id = o.id)
      is distinct from array(select generate_series(1, o.version))
  union all select number, 'begins with its creation' from mine o
    where (select e.type from public.events e where e.stream_id = o.id and e.version = 1) is distinct from 'order.created'
  union all select o.number, 'moves by the rules' from story s join mine o on o.id = s.stream_id
    where s.type = 'order.status_changed' and not exists (select from public.order_transitions t where t.order_type = s.order_type
      and t.from_status::text = s.came and t.to_status::text = s.went and t.actor::text = s.actor_role)
  union all select o.number, 'each move begins where the last one ended' from story s join mine o on o.id = s.stream_id
    where s.type = 'order.status_changed' and s.version > 1 and s.came <> coalesce(s.was, 'NEW')
  union all select o.number, 'is where its last move led' from mine o
    where o.status::text <> coalesce((select s.went from story s where s.stream_id = o.id order by s.version desc limit 1), 'NEW')
  union all select o.number, 'an end is the end' from mine o join public.events e on e.stream_id = o.id
    where e.data ->> 'to' in ('DELIVERED', 'REJECTED', 'CANCELED_BY_USER', 'CANCELED_BY_VENDOR') and e.version < o.version
  union all select number, 'paid when delivered, void when ended unhappily, else pending' from mine
    where payment_status::text <> case when status = 'DELIVERED' then 'paid'
      when status in ('REJECTED', 'CANCELED_BY_USER', 'CANCELED_BY_VENDOR') then 'void' else 'pending' end
  union all select number, 'the total is the sum of its parts' from mine o
    where total_minor <> subtotal_minor + delivery_fee_minor + tip_minor - discount_minor
      or subtotal_minor <> (select sum(line_total_minor) from public.order_items i where i.order_id = o.id)
  union all select number, 'a courier is of the same vendor, and only on deliveries' from mine o join public.couriers c on c.id = o.courier_id
    where c.vendor_id <> o.vendor_id or o.type <> 'delivery'
  union all select number, 'nothing rides without a courier' from mine where status in ('PICKED_UP', 'ON_ROUTE') and courier_id is null
  union all select o.number, 'who took an order on the road stays on shift' from mine o join public.couriers c on c.id = o.courier_id
    where o.status in ('PICKED_UP', 'ON_ROUTE') and c.shift_status = 'offline'
      and exists (select from public.events e where e.stream_id = o.id and e.data ->> 'to' = 'PICKED_UP' and e.actor_role = 'courier')
  union all select number, 'no courier before confirmation' from mine where courier_id is not null and status in ('NEW', 'REJECTED')`;

/** The stock that orders not ended unhappily hold, and what is left, are what there was. */
async function stockIsWhole(): Promise<void> {
  const [row] =
    await sql`select coalesce(sum(i.quantity), 0)::int as held from public.order_items i join public.orders o on o.id = i.order_id
    where i.product_id = ${counted} and o.status not in ('REJECTED', 'CANCELED_BY_USER', 'CANCELED_BY_VENDOR')`;
  expect((await stockOf(here.branchId, counted)) ?? -1).toBe(STOCK - row?.held);
}

/** The buttons shown to somebody are exactly those that work; each is tried and undone. A courier off shift is asked to start it first. */
async function buttonsWork(actor: Actor, orderId: string): Promise<void> {
  const undone = new Error("undone");
  await as(actor, async (transaction) => {
    const seen = await invoke<Order>(transaction, "get_order", { order_id: orderId });
    const works: string[] = [];
    for (const to of STATUSES) {
      const attempt = transaction.savepoint(async (inner) => {
        await invoke(inner, "transition_order", { order_id: orderId, move: { to, reason: "Deneme" } });
        works.push(to);
        throw undone;
      });
      const refused = await attempt.catch((error) => error as Error & { hint?: string });
      if (refused instanceof Error && refused.hint === "COURIER_OFFLINE") works.push(to);
    }
    expect(works).toEqual(seen.allowed_transitions);
  });
}

/** Delivers nothing and leaves nothing: an operator ends what still runs, so that the next script begins with free hands. */
async function tidy(orders: Order[]): Promise<void> {
  for (const { id } of orders) {
    const { allowed_transitions: buttons } = await call<Order>(operator, "get_order", { order_id: id });
    const end = buttons.find((to) => to === "REJECTED" || to === "CANCELED_BY_VENDOR");
    if (end) await move(operator, id, end, { reason: "Temizlik" });
  }
  await sql`update public.couriers set shift_status = 'online', shift_started_at = coalesce(shift_started_at, now()) where vendor_id = ${here.vendorId}`;
}

it(`keeps every promise over ${RUNS} random scripts`, { timeout: 240_000 }, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(script, async ({ begins, type, lanes, watcher }) => {
      const items: [string, number][] = [
        [here.productId, 1],
        [counted, 2],
      ];
      const orders = await Promise.all([
        place(here.customerId, delivery(here, items)).then((placed) => bring(here, placed, begins)),
        place(here.customerId, (type === "pickup" ? pickup : delivery)(here, items)),
      ]);
      const ids = orders.map(({ id }) => id);
      const outcomes = await Promise.all(
        lanes.map(async (lane) => {
          const results: string[] = [];
          for (const each of lane) results.push(await perform(each, orders));
          return results;
        }),
      );
      expect(outcomes.flat().filter((name) => !EXPECTED.has(name))).toEqual([]);
      expect([...(await broken(ids))]).toEqual([]);
      await stockIsWhole();
      const watched = ids[watcher % 2] ?? "";
      const watching = await actorFor(watcher, watched);
      if ((await outcome(call(watching, "get_order", { order_id: watched }))) === "ok")
        await buttonsWork(watching, watched);
      for (const { status } of await sql`select status from public.orders where id = any (${ids})`)
        seen.add(status);
      await tidy(orders);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  await stockIsWhole();
  expect([...seen].sort()).toEqual([...STATUSES].sort()); // the scripts are long enough to end everywhere
});
