// What a customer is told is what is charged, and only the server decides it: random baskets against a second calculation in whole numbers,
// forged bodies, wrong choices, hostile quantities.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, invoke, type Refusal, refusal, rehearse, sql } from "./database.ts";
import { type Fees, feeFor, type Good, type Group, type Line, lineTotal } from "./second-calculation.ts";
import { leaveTown, MODA, product } from "./shops.ts";
import {
  type Body,
  delivery,
  type Order,
  type Placed,
  pickup,
  place,
  setStock,
  type World,
  world,
} from "./world.ts";

type Quote = Pick<Order, "subtotal_minor" | "delivery_fee_minor" | "total_minor" | "items"> & {
  tip_minor: number;
  problems: { code: string; status: number; details: Record<string, unknown> }[];
};

let here: World;
let goods: Good[];

async function group(name: string, min: number, max: number, deltas: number[]): Promise<Group> {
  const [made] = await sql`insert into public.option_groups (vendor_id, name, min_choices, max_choices)
    values (${here.vendorId}, ${name}, ${min}, ${max}) returning id`;
  const rows = await sql`insert into public.options (group_id, name, price_delta_minor, available, position)
    select ${made?.id}, 'Seçenek ' || n, delta, delta <> 77, n from unnest(${[...deltas, 77]}::bigint[]) with ordinality as d (delta, n)
    returning id, price_delta_minor as delta, available`;
  return {
    id: made?.id,
    min,
    max,
    options: rows.filter((row) => row.available).map((row) => ({ id: row.id, delta: BigInt(row.delta) })),
    gone: rows.find((row) => !row.available)?.id, // one of each group has run out
  };
}

beforeAll(async () => {
  here = await world();
  const [size, extras, sauces] = [
    await group("Boy", 1, 1, [0, 500, 1500]),
    await group("Ekstra", 0, 3, [250, 0, -300, 1000]),
    await group("Sos", 2, 2, [-5000, 100, 0]),
  ];
  const plan: [number, Group[]][] = [
    [10_000, []],
    [12_345, [size]],
    [8_050, [size, extras]],
    [3_000, [sauces]],
    [1, [extras]],
    [100_000_000, []],
  ];
  goods = await Promise.all(
    plan.map(async ([price, groups]) => {
      const id = await product(here.vendorId, `Ürün ${price}`, price);
      for (const [position, { id: groupId }] of groups.entries()) {
        await sql`insert into public.product_option_groups (product_id, group_id, vendor_id, position) values (${id}, ${groupId}, ${here.vendorId}, ${position})`;
      }
      return { id, price: BigInt(price), groups };
    }),
  );
});
afterAll(leaveTown);

const quoteOf = (body: Body) => call<Quote>(null, "quote_order", { draft: body });
const quoteAndPlace = (body: Body) =>
  rehearse(here.customerId, async (transaction) => ({
    quote: await invoke<Quote>(transaction, "quote_order", { draft: body }),
    order: (
      await invoke<Placed>(transaction, "place_order", { order_body: body, idempotency_key: randomUUID() })
    ).body as Order & Body,
  }));

const choices = (from: Group) =>
  fc.subarray(from.options, { minLength: from.min, maxLength: Math.min(from.max, from.options.length) });
const line = () =>
  fc.nat(goods.length - 1).chain((n) => {
    const good = goods[n] as Good;
    return fc.record({
      good: fc.constant(good),
      chosen: fc.tuple(...good.groups.map(choices)).map((lists) => lists.flat()),
      quantity: fc.integer({ min: 1, max: 99 }),
    });
  });
const items = (lines: Line[]) =>
  lines.map(({ good, chosen, quantity }) => ({
    product_id: good.id,
    quantity,
    option_ids: chosen.map(({ id }) => id),
  }));
const fees = fc.record({
  policy: fc.constantFrom("zone", "distance"),
  base: fc.integer({ min: 0, max: 5_000 }),
  perKm: fc.integer({ min: 0, max: 2_000 }),
  freeFrom: fc.option(fc.integer({ min: 0, max: 200_000 })),
});
const setFees = ({ policy, base, perKm, freeFrom }: Fees) =>
  sql`update public.branches set fee_policy = ${policy}::public.fee_policy, fee_base_minor = ${base}, fee_per_km_minor = ${perKm},
    free_delivery_from_minor = ${freeFrom} where id = ${here.branchId}`;
const spot = fc
  .record({
    lat: fc.double({ min: -0.01, max: 0.01, noNaN: true }),
    lng: fc.double({ min: -0.01, max: 0.01, noNaN: true }),
  })
  .map(({ lat, lng }) => ({ lat: MODA.lat + lat, lng: MODA.lng + lng }));

describe("money", () => {
  it("of a quote is the sum of its parts, and of the order what the quote said", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line(), { minLength: 1, maxLength: 8 }),
        fees,
        spot,
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.boolean(),
        async (lines, fee, to, tip, counter) => {
          await setFees(fee);
          const more = { items: items(lines), tip_minor: tip };
          const body = counter
            ? pickup(here, [], more)
            : delivery(here, [], { ...more, address: { text: "Bir sokak 1", ...to } });
          const subtotal = lines.reduce((sum, each) => sum + lineTotal(each), 0n);
          const parts = { subtotal, fee: counter ? 0n : feeFor(fee, to, subtotal), tip: BigInt(tip) };
          const { quote, order } = await quoteAndPlace(body);
          expect(quote.problems).toEqual([]);
          for (const told of [quote, order]) {
            expect(told.items.map(({ line_total_minor }) => BigInt(line_total_minor))).toEqual(
              lines.map(lineTotal),
            );
            expect(BigInt(told.subtotal_minor)).toBe(parts.subtotal);
            expect(BigInt(told.delivery_fee_minor)).toBe(parts.fee);
            expect(BigInt(told.total_minor)).toBe(parts.subtotal + parts.fee + parts.tip);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("is not moved by prices, totals, ids, status or courier forged in the body", async () => {
    await setFees({ policy: "zone", base: 1_990, perKm: 0, freeFrom: null });
    const forgery = fc.record(
      {
        id: fc.uuid(),
        number: fc.nat(),
        customer_id: fc.uuid(),
        vendor_id: fc.uuid(),
        courier_id: fc.constant(here.courier.id),
        status: fc.constantFrom("DELIVERED", "CONFIRMED"),
        version: fc.nat(),
        payment_status: fc.constant("paid"),
        subtotal_minor: fc.integer(),
        delivery_fee_minor: fc.integer(),
        discount_minor: fc.integer(),
        total_minor: fc.integer(),
        currency: fc.constant("USD"),
        confirm_by: fc.constant("2099-01-01T00:00:00Z"),
        eta_at: fc.constant("2020-01-01T00:00:00Z"),
        created_at: fc.constant("2020-01-01T00:00:00Z"),
        prep_minutes: fc.constant(1),
        end_reason: fc.string(),
        minimum_order_minor: fc.constant(0),
      },
      { requiredKeys: [] },
    );
    const forgedLine = {
      name: "Bedava",
      price_minor: 1,
      unit_price_minor: 1,
      line_total_minor: 1,
      options: [],
      counted: false,
      line: 7,
    };
    const decided = ({ id, number, created_at, updated_at, ...order }: Order & Body) => order;
    await fc.assert(
      fc.asyncProperty(fc.array(line(), { minLength: 1, maxLength: 3 }), forgery, async (lines, forged) => {
        const honest = delivery(here, [], { items: items(lines) });
        const [plain, tampered] = await rehearse(here.customerId, async (transaction) => {
          const placeOne = async (order_body: Body) =>
            (await invoke<Placed>(transaction, "place_order", { order_body, idempotency_key: randomUUID() }))
              .body as Order & Body;
          return [
            await placeOne(honest),
            await placeOne({
              ...forged,
              ...honest,
              items: items(lines).map((each) => ({ ...forgedLine, ...each })),
            }),
          ];
        });
        expect(decided(tampered)).toEqual(decided(plain));
        expect([tampered.status, tampered.courier, tampered.payment_status, tampered.version]).toEqual([
          "NEW",
          null,
          "pending",
          1,
        ]);
        expect(tampered.id).not.toBe(forged.id);
      }),
      { numRuns: 40 },
    );
  });

  it("that changed since the customer looked is told with a fresh quote, and takes nothing", async () => {
    await setFees({ policy: "zone", base: 1_000, perKm: 0, freeFrom: null });
    const counted = await product(here.vendorId, "Zamlanan", 5_000);
    await setStock(here.branchId, counted, 3);
    const body = delivery(here, [[counted, 2]]);
    const { total_minor: seen } = await quoteOf(body);
    await sql`update public.products set price_minor = 6000 where id = ${counted}`;
    const refused = await refusal(place(here.customerId, { ...body, expected_total_minor: seen }));
    expect(refused).toMatchObject({
      status: "409",
      code: "PRICE_CHANGED",
      details: { quote: { total_minor: 13_000, problems: [] } },
    });
    const fresh = refused.details.quote as Quote;
    expect(await place(here.customerId, { ...body, expected_total_minor: fresh.total_minor })).toMatchObject({
      total_minor: 13_000,
    });
    const [row] = await sql`select quantity from public.branch_stock where product_id = ${counted}`;
    expect(row?.quantity).toBe(1);
  });
});

describe("choices", () => {
  const plain = (good: Good): Line => ({
    good,
    chosen: good.groups.flatMap(({ min, options }) => options.slice(0, min)),
    quantity: 1,
  });
  const told = async (wrong: Line): Promise<Refusal> => {
    const body = delivery(here, [], { items: items([plain(goods[0] as Good), wrong]) });
    const { problems } = await quoteOf(body);
    const refused = await refusal(place(here.customerId, body));
    expect(problems).toHaveLength(1);
    expect({ ...refused, status: Number(refused.status) }).toMatchObject({
      status: problems[0]?.status,
      code: problems[0]?.code,
      details: problems[0]?.details,
    });
    return refused;
  };
  const chosen = (n: number, pick: (groups: Group[]) => (string | undefined)[]): Line => {
    const good = goods[n] as Good;
    return { good, quantity: 1, chosen: pick(good.groups).map((id) => ({ id: id ?? "", delta: 0n })) };
  };
  const wrongField = {
    status: "400",
    code: "VALIDATION_ERROR",
    details: { "items.1.option_ids": [expect.any(String)] },
  };

  it("too few are refused on the line's field", async () => {
    expect(await told(chosen(1, () => []))).toMatchObject(wrongField);
    expect(await told(chosen(3, ([sauces]) => [sauces?.options[0]?.id]))).toMatchObject(wrongField);
  });
  it("too many are refused", async () => {
    expect(await told(chosen(1, ([size]) => [size?.options[0]?.id, size?.options[1]?.id]))).toMatchObject(
      wrongField,
    );
  });
  it("an option counts once, however often it is named", async () => {
    expect(
      await told(chosen(3, ([sauces]) => [sauces?.options[0]?.id, sauces?.options[0]?.id])),
    ).toMatchObject(wrongField);
  });
  it("another product's option is refused, and one that is nobody's", async () => {
    expect(await told(chosen(0, () => [(goods[1] as Good).groups[0]?.options[0]?.id]))).toMatchObject(
      wrongField,
    );
    expect(await told(chosen(0, () => [randomUUID()]))).toMatchObject(wrongField);
  });
  it("an option that has run out is refused", async () => {
    expect(await told(chosen(1, ([size]) => [size?.gone]))).toMatchObject({
      status: "422",
      code: "PRODUCT_UNAVAILABLE",
      details: { product_id: (goods[1] as Good).id },
    });
  });
});
