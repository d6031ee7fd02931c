// The record of what operators did: an entry in the transaction of each command, never without it, and a chain that shows who touched the past.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { as, call, invoke, outcome, sql } from "./database.ts";
import { fund } from "./money.ts";
import { leaveTown, person } from "./shops.ts";
import { type Order, orderAt, type World, world } from "./world.ts";

type Entry = {
  id: string;
  action: string;
  subject_id: string;
  reason: string | null;
  request_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  actor: { id: string };
};
type Page = { data: Entry[]; next_cursor: string | null };

let here: World;
let operator: string;
let other: string;
beforeAll(async () => {
  [here, operator, other] = [await world(), await person("admin"), await person("admin")];
});
afterAll(leaveTown);

const record = (filter: Record<string, unknown>, actor = operator) =>
  call<Page>(actor, "list_audit", { filter: { limit: 50, ...filter } });
const about = async (subject: string) =>
  (await record({ subject_id: subject })).data.map(({ action, reason, before, after }) => ({
    action,
    reason,
    before,
    after,
  }));

describe("every command of an operator leaves its entry", () => {
  it("an order overridden, and given to a courier", async () => {
    const order = await orderAt(here, "NEW");
    await call(operator, "transition_order", {
      order_id: order.id,
      move: { to: "CONFIRMED", reason: " Telefonda onayladı " },
    });
    await call(operator, "assign_courier", {
      order_id: order.id,
      assignment: { courier_id: here.courier.id },
    });
    expect(await about(order.id)).toEqual([
      {
        action: "order.courier_assigned",
        reason: null,
        before: { courier_id: null },
        after: { courier_id: here.courier.id },
      },
      {
        action: "order.overridden",
        reason: "Telefonda onayladı",
        before: { status: "NEW" },
        after: { status: "CONFIRMED" },
      },
    ]);
  });

  it("a refund; the vendor's own leaves none", async () => {
    await fund(here.customerId, 100_000);
    const paid = async () => {
      const { body } = await call<{ body: Order }>(here.customerId, "place_order", {
        order_body: {
          branch_id: here.branchId,
          type: "pickup",
          items: [{ product_id: here.productId, quantity: 1 }],
          payment_method: "wallet",
        },
        idempotency_key: randomUUID(),
      });
      for (const to of ["CONFIRMED", "PREPARING", "READY", "DELIVERED"]) {
        await call(here.ownerId, "transition_order", { order_id: body.id, move: { to } });
      }
      return body.id;
    };
    const [mine, theirs] = [await paid(), await paid()];
    const refund = (actor: string, order_id: string) =>
      call(actor, "refund_order", {
        order_id,
        draft: { amount_minor: 100, to: "wallet", reason: "Soğuk geldi" },
        idempotency_key: randomUUID(),
      });
    await refund(operator, mine);
    await refund(here.ownerId, theirs);
    expect(await about(mine)).toMatchObject([
      { action: "order.refunded", reason: "Soğuk geldi", after: { amount_minor: 100, to: "wallet" } },
    ]);
    expect(await about(theirs)).toEqual([]);
  });

  it("credit asked for by one operator and approved by another", async () => {
    const asked = await call<{ body: { id: string } }>(operator, "adjust_wallet", {
      adjustment: { email: `${here.customerId}@test.invalid`, amount_minor: 60_000, reason: "Özür" },
      idempotency_key: randomUUID(),
    });
    await call(other, "decide_adjustment", { adjustment_id: asked.body.id, decision: "approve" });
    const { data } = await record({ subject_id: asked.body.id });
    expect(data.map(({ action, actor }) => [action, actor.id])).toEqual([
      ["adjustment.approved", other],
      ["adjustment.requested", operator],
    ]);
  });

  it("a vendor suspended, a consumer paused, settings changed", async () => {
    await call(operator, "set_vendor_verified", {
      vendor_id: here.vendorId,
      verified: false,
      reason: "Şikâyet",
    });
    await call(operator, "set_vendor_verified", {
      vendor_id: here.vendorId,
      verified: true,
      reason: "Çözüldü",
    });
    expect((await about(here.vendorId)).map(({ action, reason }) => [action, reason])).toEqual([
      ["vendor.reinstated", "Çözüldü"],
      ["vendor.suspended", "Şikâyet"],
    ]);
    const name = `audit-${randomUUID()}`;
    await sql`insert into public.consumers (name, event_types) values (${name}, '{audit.tested}')`;
    await call(operator, "pause_consumer", { consumer_name: name, paused: true });
    await sql`delete from public.consumers where name = ${name}`;
    expect(await about(name)).toMatchObject([{ action: "consumer.paused" }]);
    const settings = await call<Record<string, unknown>>(operator, "get_money_settings");
    await call(operator, "set_money_settings", { settings: { ...settings, adjustment_limit_minor: 49_999 } });
    await call(operator, "set_money_settings", { settings });
    const [back] = await about("all");
    expect(back).toMatchObject({
      action: "money_settings.changed",
      before: { adjustment_limit_minor: 49_999 },
      after: { adjustment_limit_minor: settings.adjustment_limit_minor },
    });
  });

  it("dead letters discarded: which they were and what was wrong", async () => {
    const name = `audit-${randomUUID()}`;
    await sql`insert into public.consumers (name, event_types) values (${name}, '{audit.tested}')`;
    await sql`
      with event as (insert into public.outbox_events (type, stream_type, stream_id, published_at) values ('audit.tested', 'audit', ${randomUUID()}, now()) returning id, stream_id)
      insert into public.jobs (consumer, event_id, stream_id, state, died_at, last_error) select ${name}, id, stream_id, 'dead', now(), 'Sunucu yok' from event`;
    await call(operator, "replay_jobs", { selection: { consumer: `${name}-not` } }); // none: nothing was done
    await call(operator, "discard_jobs", { selection: { consumer: name } });
    expect(await about(`${name}-not`)).toEqual([]);
    expect(await about(name)).toMatchObject([
      {
        action: "dead_letters.discarded",
        before: { count: 1, letters: [{ consumer: name, last_error: "Sunucu yok" }] },
      },
    ]);
    await sql`delete from public.consumers where name = ${name}`;
    await sql`delete from public.outbox_events where type = 'audit.tested'`;
  });

  it("a command that fails leaves none", async () => {
    const order = await orderAt(here, "NEW");
    const move = { to: "DELIVERED", reason: "Deneme" };
    expect(await outcome(call(operator, "transition_order", { order_id: order.id, move }))).toBe(
      "INVALID_TRANSITION",
    );
    expect(await about(order.id)).toEqual([]);
  });
});

it("the request's id is kept, and pages follow each other without a gap", async () => {
  const order = await orderAt(here, "NEW");
  await as(operator, async (transaction) => {
    await transaction`select set_config('request.headers', '{"x-request-id": "audit-request"}', true)`;
    await invoke(transaction, "transition_order", {
      order_id: order.id,
      move: { to: "CONFIRMED", reason: "Bir" },
    });
  });
  await call(operator, "transition_order", {
    order_id: order.id,
    move: { to: "PREPARING", reason: "İki" },
  });
  const first = await record({ subject_id: order.id, limit: 1 });
  const second = await record({ subject_id: order.id, limit: 1, cursor: first.next_cursor });
  expect([first, second].map(({ data }) => data[0]?.reason)).toEqual(["İki", "Bir"]);
  expect(second.data[0]?.request_id).toBe("audit-request");
  expect(second.next_cursor).toBeNull();
  expect((await record({ actor_id: operator, action: "order.overridden" })).data.length).toBeGreaterThan(1);
});

describe("the chain", () => {
  const check = () => call<{ entries: number; broken_at: string | null }>(operator, "check_audit");
  const LAST = sql`(select max(id) from public.audit_entries)`;
  const undone = new Error("undone");

  /** What the check says after somebody with every right changed the past; then it is undone. */
  async function afterTampering(statement: string): Promise<string | null> {
    let said: string | null = "not asked";
    await sql
      .begin(async (transaction) => {
        await transaction`alter table public.audit_entries disable trigger audit_entries_are_immutable`;
        await transaction.unsafe(statement);
        await transaction`select set_config('request.jwt.claims', ${JSON.stringify({ sub: operator })}, true)`;
        said = (await invoke<{ broken_at: string | null }>(transaction, "check_audit")).broken_at;
        throw undone;
      })
      .catch((error) => {
        if (error !== undone) throw error;
      });
    return said;
  }

  it("is whole, also after twenty operators at once", async () => {
    const orders = await Promise.all(Array.from({ length: 20 }, () => orderAt(here, "NEW")));
    await Promise.all(
      orders.map(({ id }) =>
        call(operator, "transition_order", { order_id: id, move: { to: "CONFIRMED", reason: "Toplu" } }),
      ),
    );
    expect(await check()).toMatchObject({ broken_at: null });
  });

  it.each([
    ["a reason rewritten", "update public.audit_entries set reason = 'Başka' where id = 3", "3"],
    [
      "another's name under it",
      "update public.audit_entries set actor_id = gen_random_uuid() where id = 2",
      "2",
    ],
    ["an entry taken out", "delete from public.audit_entries where id = 4", "4"],
    [
      "an entry rewritten with its own hash",
      "update public.audit_entries set reason = 'x' where id = 3; update public.audit_entries e set hash = app.audit_hash(e) where id = 3",
      "4",
    ],
  ])("shows %s", async (_, statement, at) => {
    expect(await afterTampering(statement)).toBe(at);
  });

  it("shows that the newest entry was cut off", async () => {
    const [row] = await sql`select ${LAST}::text as id`;
    expect(await afterTampering(`delete from public.audit_entries where id = ${row?.id}`)).toBe(row?.id);
  });

  it("an entry cannot be changed, not even by the service", async () => {
    for (const statement of [
      "update public.audit_entries set reason = 'x'",
      "delete from public.audit_entries",
    ]) {
      expect(await outcome(as("service_role", (transaction) => transaction.unsafe(statement)))).toBe("42501");
      expect(await outcome(sql.unsafe(statement))).toBe("INVALID_TRANSITION");
    }
  });
});
