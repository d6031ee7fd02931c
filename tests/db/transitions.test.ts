// The state machine: its table equals the design's diagram, everybody else is refused with the right code and nothing changes.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, invoke, outcome, refusal, rehearse, sql } from "./database.ts";
import { city, leaveTown, person, shop } from "./shops.ts";
import {
  assign,
  courier,
  delivery,
  move,
  type Order,
  pickup,
  place,
  STATUSES,
  type World,
  world,
} from "./world.ts";

type Type = "delivery" | "pickup";
type Move = `${string} ${string} → ${string} by ${string}`;

const TYPES: Type[] = ["delivery", "pickup"];

// The diagram, one line a rule: statuses, who moves, on which orders.
const DIAGRAM = `
  NEW CONFIRMED PREPARING READY                 | vendor   | delivery pickup
  READY DELIVERED                               | vendor   | pickup
  READY PICKED_UP ON_ROUTE DELIVERED            | courier  | delivery
  NEW REJECTED                                  | vendor   | delivery pickup
  NEW REJECTED                                  | system   | delivery pickup
  NEW CANCELED_BY_USER                          | customer | delivery pickup
  NEW CANCELED_BY_USER                          | system   | delivery pickup
  CONFIRMED CANCELED_BY_USER                    | customer | delivery pickup
  CONFIRMED CANCELED_BY_VENDOR                  | vendor   | delivery pickup
  PREPARING CANCELED_BY_VENDOR                  | vendor   | delivery pickup
  READY CANCELED_BY_VENDOR                      | vendor   | delivery pickup
  PICKED_UP CANCELED_BY_VENDOR                  | admin    | delivery
  ON_ROUTE CANCELED_BY_VENDOR                   | admin    | delivery`;

const words = (text: string | undefined) => (text ?? "").trim().split(/ +/);
const moves = new Set<Move>();
for (const line of DIAGRAM.trim().split("\n")) {
  const [way, who, types] = line.split("|").map(words);
  for (const type of types as Type[]) {
    for (const [n, to] of (way ?? []).slice(1).entries()) {
      moves.add(`${type} ${way?.[n]} → ${to} by ${who?.[0]}`);
      moves.add(`${type} ${way?.[n]} → ${to} by admin`); // an operator may make any move that someone may make
    }
  }
}
const everMakes = (type: Type, to: string, actor: string) =>
  [...moves].some((rule) => rule.startsWith(type) && rule.endsWith(`→ ${to} by ${actor}`));

let here: World;
let orders: { type: Type; status: string; id: string }[];
let personas: { name: string; acts: string | null; id: Actor }[];

/** Puts an order into any status at once, past the rules: these tests ask about the rules. */
async function put(id: string, status: string): Promise<void> {
  const courierId = ["NEW", "REJECTED", "CANCELED_BY_USER"].includes(status) ? null : here.courier.id;
  await sql`update public.orders set status = ${status}::public.order_status,
    courier_id = case when type = 'delivery' then ${courierId}::uuid end where id = ${id}`;
}

beforeAll(async () => {
  here = await world();
  const elsewhere = await shop(await city());
  const [admin, customer, stranger] = await Promise.all([
    person("admin"),
    person("customer"),
    courier(elsewhere.vendorId),
  ]);
  const colleague = await courier(here.vendorId);
  personas = [
    { name: "the customer", acts: "customer", id: here.customerId },
    { name: "the vendor", acts: "vendor", id: here.ownerId },
    { name: "the courier", acts: "courier", id: here.courier.userId },
    { name: "an operator", acts: "admin", id: admin },
    { name: "another customer", acts: null, id: customer },
    { name: "another vendor", acts: null, id: elsewhere.ownerId },
    { name: "a colleague of the courier", acts: null, id: colleague.userId },
    { name: "another vendor's courier", acts: null, id: stranger.userId },
  ];
  orders = await Promise.all(
    TYPES.flatMap((type) =>
      STATUSES.map(async (status) => {
        const body = (type === "delivery" ? delivery : pickup)(here, [[here.productId, 1]]);
        const { id } = await place(here.customerId, body);
        await put(id, status);
        return { type, status, id };
      }),
    ),
  );
});
afterAll(leaveTown);

describe("the table of moves", () => {
  it("is the design's state diagram, no more and no less", async () => {
    const rows = await sql`select order_type, from_status, to_status, actor from public.order_transitions`;
    const table = rows.map(
      (row): Move => `${row.order_type} ${row.from_status} → ${row.to_status} by ${row.actor}`,
    );
    expect(table.sort()).toEqual([...moves].sort());
  });

  it("asks operators, and only them, for a reason", async () => {
    const rows =
      await sql`select distinct actor from public.order_transitions where reason_required order by actor`;
    expect(rows.map(({ actor }) => actor)).toEqual(["admin"]);
    expect(
      await sql`select from public.order_transitions where actor = 'admin' and not reason_required`,
    ).toHaveLength(0);
  });
});

/** What must come of a move, from the diagram alone. */
function verdict(order: { type: Type; status: string }, to: string, acts: string | null): string {
  const carried =
    order.type === "delivery" && !["NEW", "REJECTED", "CANCELED_BY_USER"].includes(order.status);
  if (acts === null || (acts === "courier" && !carried)) return "NOT_FOUND";
  if (moves.has(`${order.type} ${order.status} → ${to} by ${acts}`)) return "ok";
  return everMakes(order.type, to, acts) ? "INVALID_TRANSITION" : "FORBIDDEN";
}

const state = (
  ids: string[],
) => sql`select o.*, (select count(*) from public.events e where e.stream_id = o.id) as events
  from public.orders o where o.id = any (${ids}) order by o.id`;

describe("every status × every target × everybody", () => {
  it("moves by the diagram, refuses the rest with 403, 404 or 409, and a refusal leaves everything as it was", async () => {
    const ids = orders.map(({ id }) => id);
    const before = await state(ids);
    const wrong: string[] = [];
    await Promise.all(
      orders.map(async (order) => {
        for (const to of STATUSES) {
          for (const { name, acts, id } of personas) {
            const attempt = rehearse(id, (transaction) =>
              invoke<Order>(transaction, "transition_order", {
                order_id: order.id,
                move: { to, reason: "Deneme" },
              }),
            );
            const [got, expected] = [await outcome(attempt), verdict(order, to, acts)];
            if (got !== expected)
              wrong.push(`${order.type} ${order.status} → ${to} by ${name}: ${got}, not ${expected}`);
            if (got === "ok" && (await attempt).status !== to)
              wrong.push(`${order.status} → ${to} became ${(await attempt).status}`);
          }
        }
      }),
    );
    expect(wrong).toEqual([]);
    expect(await state(ids)).toEqual(before);
  });

  it("shows everybody exactly the buttons that work", async () => {
    for (const order of orders) {
      for (const { acts, id } of personas.filter((persona) => persona.acts)) {
        if (verdict(order, "NEW", acts) === "NOT_FOUND") continue;
        const seen = await rehearse(id, (transaction) =>
          invoke<Order>(transaction, "get_order", { order_id: order.id }),
        );
        const works = STATUSES.filter((to) => verdict(order, to, acts) === "ok");
        expect(seen.allowed_transitions, `${order.type} ${order.status} for ${acts}`).toEqual(works);
      }
    }
  });

  it("is closed to strangers", async () => {
    const attempt = rehearse(null, (transaction) =>
      invoke(transaction, "transition_order", { order_id: orders[0]?.id, move: { to: "CONFIRMED" } }),
    );
    expect(await outcome(attempt)).toBe("42501");
  });
});

describe("what goes with a move", () => {
  const fresh = () => place(here.customerId, delivery(here, [[here.productId, 1]]));
  const operator = () => personas.find(({ acts }) => acts === "admin")?.id ?? "";

  it("a refused move tells the present state", async () => {
    const order = await fresh();
    const refused = await refusal(move(here.ownerId, order.id, "READY"));
    expect(refused).toMatchObject({
      status: "409",
      code: "INVALID_TRANSITION",
      details: { current: { id: order.id, status: "NEW", version: 1 } },
    });
  });

  it("an older version is refused with the present state, before the rules are asked", async () => {
    const order = await fresh();
    await move(here.ownerId, order.id, "CONFIRMED", { version: 1 });
    const refused = await refusal(move(here.customerId, order.id, "CANCELED_BY_USER", { version: 1 }));
    expect(refused).toMatchObject({
      status: "409",
      code: "VERSION_CONFLICT",
      details: { current: { status: "CONFIRMED", version: 2 } },
    });
  });

  it("an operator must say why, in more than blanks; the words are kept", async () => {
    const order = await fresh();
    for (const reason of [undefined, null, "", "   "]) {
      expect(await refusal(move(operator(), order.id, "REJECTED", { reason }))).toMatchObject({
        status: "400",
        details: { reason: [expect.any(String)] },
      });
    }
    await move(operator(), order.id, "REJECTED", { reason: "Sahte sipariş" });
    const [event] =
      await sql`select actor_id, actor_role, data from public.events where stream_id = ${order.id} order by version desc limit 1`;
    expect(event).toEqual({
      actor_id: operator(),
      actor_role: "admin",
      data: { from: "NEW", to: "REJECTED", reason: "Sahte sipariş" },
    });
  });

  it("a courier off shift moves nothing", async () => {
    const resting = await courier(here.vendorId);
    const order = await fresh();
    for (const to of ["CONFIRMED", "PREPARING", "READY"]) await move(here.ownerId, order.id, to);
    await assign(here.ownerId, order.id, resting.id);
    await sql`update public.couriers set shift_status = 'offline', shift_started_at = null where id = ${resting.id}`;
    expect(await refusal(move(resting.userId, order.id, "PICKED_UP"))).toMatchObject({
      status: "422",
      code: "COURIER_OFFLINE",
    });
  });

  it("nobody picks up a delivery that has no courier, and no button says so", async () => {
    const order = await fresh();
    for (const to of ["CONFIRMED", "PREPARING", "READY"]) await move(here.ownerId, order.id, to);
    const seen = await rehearse(operator(), (transaction) =>
      invoke<Order>(transaction, "get_order", { order_id: order.id }),
    );
    expect(seen.allowed_transitions).toEqual(["CANCELED_BY_VENDOR"]);
    expect(await outcome(move(operator(), order.id, "PICKED_UP", { reason: "Deneme" }))).toBe(
      "INVALID_TRANSITION",
    );
  });
});
