// Orders that no screen of ours sends: each is refused with a sentence for a person, never with a failure, whoever calls the function.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, outcome, refusal } from "./database.ts";
import { leaveTown, MODA } from "./shops.ts";
import { type Body, delivery, pickup, place, type World, world } from "./world.ts";

let here: World;
const quoteOf = (body: Body) => call<{ problems: unknown[] }>(null, "quote_order", { draft: body });

beforeAll(async () => {
  here = await world();
});
afterAll(leaveTown);

describe("an order's body", () => {
  const bodyWith = (quantity: unknown) =>
    delivery(here, [], { items: [{ product_id: here.productId, quantity }] });
  it.each([
    [0],
    [-1],
    [-99],
    [1.5],
    [0.999],
    [100],
    [1e12],
    [1e300],
    [null],
    ["NaN"],
    ["Infinity"],
    ["1e2"],
    ["abc"],
    [""],
    [true],
    [[1]],
    [{}],
  ])("a quantity of %j is refused on its field", async (quantity) => {
    const field = { status: "400", code: "VALIDATION_ERROR", details: { items: [expect.any(String)] } };
    expect(await refusal(quoteOf(bodyWith(quantity)))).toMatchObject(field);
    expect(await refusal(place(here.customerId, bodyWith(quantity)))).toMatchObject(field);
  });

  it.each([
    ["no items", { items: [] }],
    ["items that are no list", { items: {} }],
    ["51 items", { items: Array.from({ length: 51 }, () => ({ product_id: randomUUID(), quantity: 1 })) }],
    ["a negative tip", { tip_minor: -1 }],
    ["a tip beyond measure", { tip_minor: 1e12 }],
    ["half a kuruş of tip", { tip_minor: 0.5 }],
    ["a tip in words", { tip_minor: "NaN" }],
    ["no type", { type: null }],
    ["another type", { type: "drone" }],
  ])("%s: refused with 400", async (_, more) => {
    expect(await refusal(quoteOf(delivery(here, [[here.productId, 1]], more)))).toMatchObject({
      status: "400",
      code: "VALIDATION_ERROR",
    });
  });

  // These pass no door of ours (zod refuses them before); should they, Postgres' own refusal becomes a 400 in lib/platform/errors.ts.
  const MAPPED_TO_400 = [
    "22P02",
    "22003",
    "22007",
    "22008",
    "23502",
    "23503",
    "23514",
    "VALIDATION_ERROR",
    "OUTSIDE_DELIVERY_ZONE",
    "PRODUCT_UNAVAILABLE",
  ];
  it.each([
    ["a product id that is none", { items: [{ product_id: "x", quantity: 1 }] }],
    ["no product id", { items: [{ quantity: 1 }] }],
    ["an unknown product", { items: [{ product_id: randomUUID(), quantity: 1 }] }],
    ["an option id that is none", { items: [{ product_id: randomUUID(), quantity: 1, option_ids: ["x"] }] }],
    ["a point that is no number", { address: { text: "Bir sokak 1", lat: "NaN", lng: "NaN" } }],
    ["a point off the world", { address: { text: "Bir sokak 1", lat: 1e300, lng: 1e300 } }],
    ["no address", { address: null }],
    ["an address of one letter", { address: { text: "x", ...MODA } }],
    ["an unknown neighbourhood", { address: { text: "Bir sokak 1", ...MODA, neighborhood_id: -1 } }],
    ["another way to pay", { payment_method: "gold" }],
    ["no way to pay", { payment_method: null }],
    ["an address that is a word", { address: "Moda" }],
    ["options that are no list", { items: [{ product_id: randomUUID(), quantity: 1, option_ids: {} }] }],
    ["an item that is a word", { items: ["çay"] }],
    ["a note beyond measure", { note: "x".repeat(501) }],
    ["a time that is none", { scheduled_for: "yesterday-ish" }],
  ])("%s: refused, never a failure", async (_, more) => {
    expect(MAPPED_TO_400).toContain(
      await outcome(place(here.customerId, delivery(here, [[here.productId, 1]], more))),
    );
  });

  it("a pickup may leave its address out or empty", async () => {
    for (const address of [undefined, null, {}, "Moda"]) {
      expect(await outcome(place(here.customerId, pickup(here, [[here.productId, 1]], { address })))).toBe(
        "ok",
      );
    }
  });

  it("a branch that is hidden or another vendor's product is not found, not explained", async () => {
    expect(
      await refusal(quoteOf({ ...delivery(here, [[here.productId, 1]]), branch_id: randomUUID() })),
    ).toMatchObject({ status: "404" });
    const elsewhere = await world();
    const { problems } = await quoteOf(delivery(here, [[elsewhere.productId, 1]]));
    expect(problems).toMatchObject([
      { code: "PRODUCT_UNAVAILABLE", details: { product_id: elsewhere.productId, name: null } },
    ]);
  });
});
