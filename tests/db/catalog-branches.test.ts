// A vendor's branches under its owner's hands: saved whole or not at all, refused by name.
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, refusal, sql } from "./database.ts";
import { type City, city, leaveTown, type Shop, shop } from "./shops.ts";

type Row = { id: string; version: number } & Record<string, unknown>;

let town: City;
let mine: Shop;
const own = (name: string, args?: Record<string, unknown>) => call<Row>(mine.ownerId, name, args);

beforeAll(async () => {
  town = await city();
  mine = await shop(town, "Bizim Lokanta");
});
afterAll(leaveTown);

const zone = (west: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [west, 40.9],
      [29.1, 40.9],
      [29.1, 41.1],
      [west, 41.1],
      [west, 40.9],
    ],
  ],
});

it("start hidden, with a zone around their door", async () => {
  const made = await own("create_branch", {
    body: {
      name: "Yeni Şube",
      district_id: town.districtId,
      address_text: "Yeni Cadde 5",
      lat: 41,
      lng: 29,
      prep_minutes: 35,
    },
  });
  expect(made).toMatchObject({ active: false, prep_minutes: 35, hours: [] });
  const [row] =
    await sql`select app.serves(b, 41.005, 29.005) as near, app.serves(b, 41.05, 29) as far from public.branches b where id = ${made.id}`;
  expect(row).toEqual({ near: true, far: false });
});

it("save hours, special days, zone and fees together, or nothing of them", async () => {
  const hours = [
    { weekday: 1, opens: "09:00", closes: "24:00" },
    { weekday: 5, opens: "18:00", closes: "02:00" },
  ];
  const special_days = [{ date: "2099-01-01", closed: true, opens: null, closes: null, note: "Yılbaşı" }];
  const patch = {
    hours,
    special_days,
    zone: zone(29),
    fee_policy: "distance",
    fee_per_km_minor: 500,
    free_delivery_from_minor: 30_000,
  };
  const saved = await own("update_branch", { branch_id: mine.branchId, patch });
  expect(saved).toMatchObject(patch);
  const overlapping = [...hours, { weekday: 1, opens: "20:00", closes: "22:00" }];
  const refused = await refusal(
    own("update_branch", { branch_id: mine.branchId, patch: { fee_base_minor: 900, hours: overlapping } }),
  );
  expect(refused.details).toHaveProperty("hours");
  expect(await own("get_vendor_branch", { branch_id: mine.branchId })).toEqual(saved);
});

it.each([
  [
    "zone",
    {
      zone: {
        type: "Polygon",
        coordinates: [
          [
            [29, 41],
            [29.1, 41],
            [29, 41],
          ],
        ],
      },
    },
  ],
  ["zone", { zone: null }],
  ["district_id", { district_id: 2_147_483_647 }],
  ["hours", { hours: [{ weekday: 1, opens: "24:00", closes: "02:00" }] }],
  ["special_days", { special_days: [{ date: "2099-01-01", closed: false, opens: "09:00" }] }],
  [
    "special_days",
    {
      special_days: [
        { date: "2099-01-01", closed: true },
        { date: "2099-01-01", closed: true },
      ],
    },
  ],
])("refuse a wrong %s by name", async (field, patch) => {
  const refused = await refusal(own("update_branch", { branch_id: mine.branchId, patch }));
  expect(refused).toMatchObject({ status: "400", code: "VALIDATION_ERROR" });
  expect(refused.details).toHaveProperty(field);
});

it("in an unknown district are refused by name", async () => {
  const body = { name: "Yeni", district_id: 2_147_483_647, address_text: "Yeni Cadde 5", lat: 41, lng: 29 };
  expect((await refusal(own("create_branch", { body }))).details).toHaveProperty("district_id");
});

it("changed on an old version are refused with the present state", async () => {
  const { version } = await own("get_vendor_branch", { branch_id: mine.branchId });
  await own("update_branch", { branch_id: mine.branchId, patch: { prep_minutes: 25, version } });
  expect(
    await refusal(own("update_branch", { branch_id: mine.branchId, patch: { prep_minutes: 30, version } })),
  ).toMatchObject({
    status: "409",
    code: "VERSION_CONFLICT",
    details: { current: { prep_minutes: 25, version: version + 1 } },
  });
});
