// Who is told of what happens to an order, a wallet, a shelf or an application: those whose it is, once, and nobody else.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, SERVICE, sql } from "./database.ts";
import { fund, handOver, paymentOf, record, refund } from "./money.ts";
import { heard, toldOf, walletOf } from "./notifications.ts";
import { leaveTown, person, product } from "./shops.ts";
import {
  assign,
  type Body,
  bring,
  courier,
  delivery,
  move,
  type Order,
  orderAt,
  pickup,
  place,
  setStock,
  type World,
  world,
} from "./world.ts";

let here: World;
let colleague: string; // of the same vendor
let operator: string;
let names: Record<string, string>;

beforeAll(async () => {
  [here, colleague, operator] = await Promise.all([world(), person("vendor_admin"), person("admin")]);
  await world(); // another tenant, who must never hear a word: what is heard is compared whole
  await sql`insert into public.vendor_members (vendor_id, user_id) values (${here.vendorId}, ${colleague})`;
  names = {
    [here.customerId]: "customer",
    [here.ownerId]: "owner",
    [colleague]: "colleague",
    [here.courier.userId]: "courier",
    [operator]: "operator",
  };
});
afterAll(leaveTown);

/** What was told of an order since it was asked last. */
function news(orderId: string) {
  let known = 0;
  return async () => {
    const all = await toldOf(orderId);
    const fresh = all.slice(known).map(({ user_id, kind }) => `${names[user_id] ?? user_id}: ${kind}`);
    known = all.length;
    return fresh.sort();
  };
}

describe("an order", () => {
  it("for delivery tells each side what it waits for, step by step", async () => {
    const order = await place(here.customerId, delivery(here, [[here.productId, 1]]));
    const heardNow = news(order.id);
    expect(await heardNow()).toEqual(["colleague: order_placed", "owner: order_placed"]);
    await move(here.ownerId, order.id, "CONFIRMED");
    expect(await heardNow()).toEqual(["customer: order_confirmed"]);
    await assign(here.ownerId, order.id, here.courier.id);
    expect(await heardNow()).toEqual(["courier: courier_assigned"]);
    await move(here.ownerId, order.id, "PREPARING");
    expect(await heardNow()).toEqual([]);
    await move(here.ownerId, order.id, "READY");
    expect(await heardNow()).toEqual(["courier: order_ready"]);
    await move(here.courier.userId, order.id, "PICKED_UP");
    expect(await heardNow()).toEqual([]);
    await move(here.courier.userId, order.id, "ON_ROUTE");
    expect(await heardNow()).toEqual(["customer: order_on_route"]);
    await move(here.courier.userId, order.id, "DELIVERED");
    expect(await heardNow()).toEqual(["customer: order_delivered"]);
  });

  it("to be fetched is ready for its customer", async () => {
    const order = await place(here.customerId, pickup(here, [[here.productId, 1]]));
    for (const to of ["CONFIRMED", "PREPARING", "READY"]) await move(here.ownerId, order.id, to);
    expect(await heard(order.id, { [here.customerId]: "customer" })).toContain("customer: order_ready");
  });

  it("tells what it is about, and nothing about a person", async () => {
    const [placed] = await toldOf((await orderAt(here, "NEW")).id);
    expect(Object.keys(placed?.data ?? {}).sort()).toEqual(["number", "order_id", "type", "vendor"]);
  });

  it("that is rejected tells its customer, whoever did it", async () => {
    for (const reject of [
      (id: string) => move(here.ownerId, id, "REJECTED", { reason: "Kapalıyız" }),
      async (id: string) => {
        await sql`update public.orders set confirm_by = now() - interval '1 minute' where id = ${id}`;
        await call(SERVICE, "reject_unconfirmed_orders");
      },
    ]) {
      const order = await orderAt(here, "NEW");
      await reject(order.id);
      expect(await heard(order.id, names)).toEqual([
        "colleague: order_placed",
        "customer: order_rejected",
        "owner: order_placed",
      ]);
    }
  });

  it.each([
    ["its customer", "CANCELED_BY_USER", () => here.customerId, ["colleague", "courier", "owner"]],
    ["its vendor", "CANCELED_BY_VENDOR", () => here.ownerId, ["courier", "customer"]],
    ["an operator", "CANCELED_BY_VENDOR", () => operator, ["colleague", "courier", "customer", "owner"]],
  ])("cancelled by %s tells the other sides", async (_, to, who, others) => {
    const order = await orderAt(here, "CONFIRMED");
    await assign(here.ownerId, order.id, here.courier.id);
    await move(who(), order.id, to, { reason: "Deneme" });
    const cancelled = (await heard(order.id, names)).filter((line) => line.endsWith("order_cancelled"));
    expect(cancelled).toEqual(others.map((name) => `${name}: order_cancelled`));
  });

  it("that awaits its card is nobody's at the branch: placed is when it is paid, once", async () => {
    const unpaid = await place(
      here.customerId,
      delivery(here, [[here.productId, 1]], { payment_method: "card" }),
    );
    await call(SERVICE, "record_payment", {
      payment_id: await paymentOf(unpaid.id),
      state: { status: "canceled" },
    });
    expect(await heard(unpaid.id, names)).toEqual(["customer: order_cancelled"]);

    const paid = await place(
      here.customerId,
      delivery(here, [[here.productId, 1]], { payment_method: "card" }),
    );
    await record(await paymentOf(paid.id), "succeeded");
    expect(await heard(paid.id, names)).toEqual(["colleague: order_placed", "owner: order_placed"]);
  });

  it("handed to another courier tells the one who has it, and a courier who left nothing", async () => {
    const [second, third] = [await courier(here.vendorId), await courier(here.vendorId)];
    const order = await orderAt(here, "CONFIRMED");
    const assigned = await assign(here.ownerId, order.id, here.courier.id);
    const again = await assign(here.ownerId, order.id, second.id, { version: assigned.version });
    await assign(here.ownerId, order.id, third.id, { version: again.version });
    await sql`update public.couriers set active = false where id = ${third.id}`;
    const lines = await heard(order.id, { ...names, [second.userId]: "second", [third.userId]: "third" });
    expect(lines.filter((line) => line.endsWith("courier_assigned"))).toEqual([
      "courier: courier_assigned",
      "second: courier_assigned",
    ]);
  });

  it("paid back in part tells its customer the amount when it is given back", async () => {
    await fund(here.customerId, 50_000);
    const order = await place(
      here.customerId,
      delivery(here, [[here.productId, 1]], { payment_method: "wallet" }),
    );
    await handOver(here, order);
    await refund(here.ownerId, order.id, { amount_minor: 1500, to: "wallet" });
    const told = (await toldOf(order.id)).filter(({ kind }) => kind === "refund");
    expect(told).toMatchObject([{ user_id: here.customerId, data: { amount_minor: 1500 } }]);
    const inWallet = await heard(await walletOf(here.customerId), names);
    expect(inWallet).toEqual([]); // neither bought credit nor what `refund` has told
  });
});

describe("told once", () => {
  it("however often the queue brings an event, and at whatever time", async () => {
    const order = await orderAt(here, "NEW");
    const [event] =
      await sql`select id from public.outbox_events where stream_id = ${order.id} and type = 'order.created'`;
    const counts = await Promise.all(
      Array.from({ length: 8 }, () => call<number>(SERVICE, "notify_of", { event_id: event?.id })),
    );
    expect(counts.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 2]);
    expect(await call<number>(SERVICE, "notify_of", { event_id: event?.id })).toBe(0);
    expect(await heard(order.id, names)).toHaveLength(2);
  });

  it("and what failed in the middle is told whole the next time", async () => {
    const order = await orderAt(here, "NEW");
    const [event] =
      await sql`select id from public.outbox_events where stream_id = ${order.id} and type = 'order.created'`;
    await sql
      .begin(async (transaction) => {
        await transaction`select public.notify_of(${event?.id})`;
        throw new Error("the worker died");
      })
      .catch(() => {});
    expect(await heard(order.id, names)).toEqual(["colleague: order_placed", "owner: order_placed"]);
  });
});

describe("a courier who comes near", () => {
  const door = { lat: 40.9833, lng: 29.0256 }; // MODA, where delivery() goes
  const north = (metres: number) => ({ lat: door.lat + metres / 111_195, lng: door.lng });
  const nearOf = async (order: Order) =>
    (await heard(order.id, names)).filter((line) => line.endsWith("order_near"));
  const report = (by: string, at: Body) => call(by, "report_position", { report: at });

  it("within 500 m is told once, of positions at the same time too", async () => {
    const by = await courier(here.vendorId);
    const order = await bring(here, await orderAt(here, "NEW"), "PICKED_UP", by);
    await report(by.userId, door); // the branch is near as well: not on the way yet
    await move(by.userId, order.id, "ON_ROUTE");
    await report(by.userId, north(520));
    expect(await nearOf(order)).toEqual([]);
    await Promise.all(Array.from({ length: 6 }, () => report(by.userId, north(480))));
    await report(by.userId, north(100));
    expect(await nearOf(order)).toEqual(["customer: order_near"]);
    const [row] =
      await sql`select count(*)::int as n from public.outbox_events where stream_id = ${order.id} and type = 'order.courier_near'`;
    expect(row?.n).toBe(1);
  });

  it("by a phone that does not know where it is, is not near", async () => {
    const by = await courier(here.vendorId);
    const order = await bring(here, await orderAt(here, "NEW"), "ON_ROUTE", by);
    await report(by.userId, { ...door, accuracy: 3000 });
    expect(await nearOf(order)).toEqual([]);
  });

  it("with two orders is told to the one whose door it is", async () => {
    const by = await courier(here.vendorId);
    const far = await place(
      here.customerId,
      delivery(here, [[here.productId, 1]], { address: { text: "Moda Caddesi 90", ...north(900) } }),
    );
    const close = await orderAt(here, "NEW");
    for (const order of [far, close]) await bring(here, order, "ON_ROUTE", by);
    await report(by.userId, { ...door, order_id: far.id });
    expect([await nearOf(far), await nearOf(close)]).toEqual([[], ["customer: order_near"]]);
  });
});

describe("beside orders", () => {
  it("a shelf running low is told when it crosses the line, not with each sale", async () => {
    const goods = await product(here.vendorId, "Sayılı");
    await setStock(here.branchId, goods, 8);
    const low = async () =>
      (await toldOf(here.branchId))
        .filter(({ data }) => data.product_id === goods)
        .map(({ user_id, kind, data }) => `${names[user_id] ?? user_id}: ${kind} ${data.quantity}`)
        .sort();
    const buy = (quantity: number) => place(here.customerId, pickup(here, [[goods, quantity]]));
    await buy(2);
    expect(await low()).toEqual([]);
    await buy(2);
    expect(await low()).toEqual(["colleague: low_stock 4", "owner: low_stock 4"]);
    await buy(1);
    expect(await low()).toHaveLength(2);
    const recount = (quantity: number) =>
      call(here.ownerId, "set_stock", {
        product_id: goods,
        body: { branch_id: here.branchId, stock_policy: "counted", quantity },
      });
    await recount(20);
    await recount(5); // by the owner's own hand: the colleague is told
    expect(await low()).toEqual(["colleague: low_stock 4", "colleague: low_stock 5", "owner: low_stock 4"]);
  });

  it("credit from a friend or an operator is told to who got it", async () => {
    const friend = await person("customer");
    await fund(here.customerId, 5_000);
    await call(here.customerId, "transfer_credit", {
      transfer: { to_email: `${friend}@test.invalid`, amount_minor: 700 },
      idempotency_key: crypto.randomUUID(),
    });
    await call(operator, "adjust_wallet", {
      adjustment: { email: `${friend}@test.invalid`, amount_minor: 900, reason: "Özür" },
      idempotency_key: crypto.randomUUID(),
    });
    const told = await toldOf(await walletOf(friend));
    expect(told.map(({ user_id, kind, data }) => [user_id, kind, data.amount_minor])).toEqual([
      [friend, "wallet_credit", 700],
      [friend, "wallet_credit", 900],
    ]);
    expect(await heard(await walletOf(here.customerId), names)).toEqual([]);
  });

  it.each(["approved", "rejected"])("an application that is %s tells its applicant", async (decision) => {
    const applicant = await person("customer");
    const [{ district_id }] =
      (await sql`select district_id from public.branches where id = ${here.branchId}`) as unknown as [
        { district_id: number },
      ];
    const { id } = await call<{ id: string }>(applicant, "submit_application", {
      body: {
        business_name: "Yeni Dükkân",
        business_type: "cafe",
        legal_name: "Yeni Ltd.",
        tax_number: "1234567890",
        tax_office: "Kadıköy",
        iban: `TR${"0".repeat(24)}`,
        contact_name: "Yeni",
        contact_phone: "+902160000000",
        address_text: "Moda Caddesi 1",
        district_id,
        ...{ lat: 40.98, lng: 29.02 },
      },
    });
    await call(operator, "decide_application", {
      application_id: id,
      body: { decision, reason: "Evrak eksik" },
    });
    expect(await toldOf(id)).toMatchObject([
      { user_id: applicant, kind: "application_decided", data: { application_id: id, decision } },
    ]);
    await sql`update public.vendors set verified = false where name = 'Yeni Dükkân'`;
  });
});
