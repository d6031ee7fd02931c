// A vendor edits its own menu and branches; nobody else's, and nobody else does.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, refusal, sql } from "./database.ts";
import { type City, city, leaveTown, person, product, type Shop, shop } from "./shops.ts";

type Row = { id: string } & Record<string, unknown>;

let town: City;
let mine: Shop;
let theirs: Shop;
const own = (name: string, args?: Record<string, unknown>) => call<Row>(mine.ownerId, name, args);

beforeAll(async () => {
  town = await city();
  [mine, theirs] = [await shop(town, "Bizim Lokanta"), await shop(town, "Onların Lokantası")];
});
afterAll(leaveTown);

it("another vendor's ids are not found, and nothing of theirs changes", async () => {
  const dish = await product(theirs.vendorId, "Onların Yemeği");
  const [category] = await sql`select id from public.categories where vendor_id = ${theirs.vendorId} limit 1`;
  const group = await call<Row>(theirs.ownerId, "save_option_group", {
    body: { name: "Boy", min_choices: 0, max_choices: 1, options: [{ name: "Büyük" }] },
  });
  const ours = await product(mine.vendorId, "Bizim Yemek");
  const state =
    () => sql`select to_jsonb(p) as p, to_jsonb(b) as b, (select count(*) from public.categories k where k.vendor_id = p.vendor_id) as n
    from public.products p join public.branches b on b.vendor_id = p.vendor_id where p.id = ${dish}`;
  const before = await state();
  const stock = { branch_id: theirs.branchId, stock_policy: "counted", quantity: 1 };
  const attempts: [string, Record<string, unknown>][] = [
    ["update_product", { product_id: dish, patch: { price_minor: 1 } }],
    ["delete_product", { product_id: dish }],
    ["set_stock", { product_id: dish, body: stock }],
    ["set_stock", { product_id: ours, body: stock }],
    ["set_stock", { product_id: dish, body: { ...stock, branch_id: mine.branchId } }],
    ["create_product", { body: { category_id: category?.id, name: "Sızma", price_minor: 1 } }],
    [
      "create_product",
      { body: { category_id: category?.id, name: "Sızma", price_minor: 1, vendor_id: theirs.vendorId } },
    ],
    ["update_product", { product_id: ours, patch: { category_id: category?.id } }],
    ["update_product", { product_id: ours, patch: { option_group_ids: [group.id] } }],
    ["save_category", { body: { id: category?.id, name: "Sızma" } }],
    ["save_category", { body: { vendor_id: theirs.vendorId, name: "Sızma" } }],
    ["delete_category", { category_id: category?.id }],
    [
      "save_option_group",
      { body: { id: group.id, name: "Sızma", min_choices: 0, max_choices: 1, options: [{ name: "x" }] } },
    ],
    [
      "save_option_group",
      {
        body: {
          name: "Sızma",
          min_choices: 0,
          max_choices: 1,
          options: [{ id: (group.options as Row[])[0]?.id, name: "x" }],
        },
      },
    ],
    ["delete_option_group", { group_id: group.id }],
    ["get_vendor_branch", { branch_id: theirs.branchId }],
    ["update_branch", { branch_id: theirs.branchId, patch: { fee_base_minor: 0 } }],
    [
      "create_branch",
      {
        body: {
          vendor_id: theirs.vendorId,
          name: "Sızma",
          district_id: town.districtId,
          address_text: "Bir Cadde 1",
          lat: 41,
          lng: 29,
        },
      },
    ],
    ["get_vendor_profile", { vendor_id: theirs.vendorId }],
    ["update_vendor_profile", { body: { vendor_id: theirs.vendorId, image_url: null } }],
    ["list_vendor_products", { filter: { vendor_id: theirs.vendorId } }],
    ["list_categories", { vendor_id: theirs.vendorId }],
    ["list_option_groups", { vendor_id: theirs.vendorId }],
    ["list_vendor_branches", { vendor_id: theirs.vendorId }],
  ];
  for (const [name, args] of attempts) {
    expect(await refusal(own(name, args)), `${name} ${JSON.stringify(args)}`).toMatchObject({
      status: "404",
      code: "NOT_FOUND",
    });
  }
  expect(await state()).toEqual(before);
});

it.each(["customer", "courier", "admin"] as const)(
  "a %s edits nothing, and a stranger cannot even call",
  async (role) => {
    const actor = await person(role);
    const args = { filter: {} };
    expect(await refusal(call(actor, "list_vendor_products", args))).toMatchObject({
      status: "403",
      code: "FORBIDDEN",
    });
    expect(
      await refusal(call(actor, "update_branch", { branch_id: mine.branchId, patch: {} })),
    ).toMatchObject({ status: "403" });
    expect(await refusal(call(null, "list_vendor_products", args))).toMatchObject({ status: "42501" });
  },
);

it("an id, vendor or version in a patch is never obeyed", async () => {
  const id = await product(mine.vendorId, "Sabit");
  const saved = await own("update_product", {
    product_id: id,
    patch: {
      id: randomUUID(),
      vendor_id: theirs.vendorId,
      deleted_at: "2020-01-01",
      currency: "USD",
      name: "Sabit 2",
    },
  });
  expect(saved).toMatchObject({
    id,
    vendor_id: mine.vendorId,
    currency: "TRY",
    name: "Sabit 2",
    version: 2,
  });
});
