// Whom a branch serves, what a ride costs and how long it takes.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "./database.ts";
import { city, leaveTown, MODA, type Shop, shop } from "./shops.ts";

let place: Shop;
type Point = [number, number]; // [longitude, latitude]
const square = (west: number, south: number, east: number, north: number): Point[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

async function serves(zone: unknown, lng: number, lat: number): Promise<boolean> {
  await sql`update public.branches set zone = ${sql.json(zone as never)} where id = ${place.branchId}`;
  const [row] =
    await sql`select app.serves(b, ${lat}, ${lng}) as serves from public.branches b where b.id = ${place.branchId}`;
  return row?.serves;
}

async function fee(lat: number, lng: number, subtotal = 0): Promise<number> {
  const [row] =
    await sql`select app.delivery_fee(b, ${lat}, ${lng}, ${subtotal}) as fee from public.branches b where b.id = ${place.branchId}`;
  return Number(row?.fee);
}

const policy = (kind: string, base: number, perKm: number, freeFrom: number | null) =>
  sql`update public.branches set fee_policy = ${kind}::public.fee_policy, fee_base_minor = ${base}, fee_per_km_minor = ${perKm},
    free_delivery_from_minor = ${freeFrom} where id = ${place.branchId}`;

beforeAll(async () => {
  place = await shop(await city());
});
afterAll(leaveTown);

describe("a zone", () => {
  it("serves its inside, not its hole", async () => {
    const zone = { type: "Polygon", coordinates: [square(29, 40, 30, 41), square(29.4, 40.4, 29.6, 40.6)] };
    expect(await serves(zone, 29.2, 40.2)).toBe(true);
    expect(await serves(zone, 29.5, 40.5)).toBe(false);
    expect(await serves(zone, 30.1, 40.5)).toBe(false);
  });

  it("of two parts serves both and not what lies between, within one box", async () => {
    const zone = {
      type: "MultiPolygon",
      coordinates: [[square(29, 40, 29.2, 41)], [square(29.8, 40, 30, 41)]],
    };
    expect(await serves(zone, 29.1, 40.5)).toBe(true);
    expect(await serves(zone, 29.9, 40.5)).toBe(true);
    expect(await serves(zone, 29.5, 40.5)).toBe(false);
  });

  it("that is concave leaves its bay out", async () => {
    const zone = {
      type: "Polygon",
      coordinates: [
        [
          [29, 40],
          [30, 40],
          [30, 41],
          [29.5, 40.2],
          [29, 41],
          [29, 40],
        ],
      ],
    };
    expect(await serves(zone, 29.5, 40.8)).toBe(false);
    expect(await serves(zone, 29.5, 40.1)).toBe(true);
  });

  it("serves nobody while delivery is switched off", async () => {
    await sql`update public.branches set accepts_delivery = false where id = ${place.branchId}`;
    expect(await serves({ type: "Polygon", coordinates: [square(29, 40, 30, 41)] }, 29.5, 40.5)).toBe(false);
    await sql`update public.branches set accepts_delivery = true where id = ${place.branchId}`;
  });

  it.each([
    [
      "open",
      {
        type: "Polygon",
        coordinates: [
          [
            [29, 40],
            [30, 40],
            [30, 41],
            [29, 41],
          ],
        ],
      },
    ],
    [
      "of three points",
      {
        type: "Polygon",
        coordinates: [
          [
            [29, 40],
            [30, 40],
            [29, 40],
          ],
        ],
      },
    ],
    ["off the world", { type: "Polygon", coordinates: [square(29, 40, 30, 91)] }],
    [
      "not a number",
      {
        type: "Polygon",
        coordinates: [
          [
            ["NaN", 40],
            [30, 40],
            [30, 41],
            ["NaN", 40],
          ],
        ],
      },
    ],
    ["a point", { type: "Point", coordinates: [29, 40] }],
    ["empty", { type: "MultiPolygon", coordinates: [] }],
  ])("that is %s is refused", async (_, zone) => {
    const [row] = await sql`select app.is_zone(${sql.json(zone as never)}) as fits`;
    expect(row?.fits).toBe(false);
  });

  it("drawn around a point reaches as far as it says, however far north", async () => {
    const [row] = await sql`select bool_and(app.is_zone(z) and app.point_in_zone(z, lat, 29)
        and abs(app.distance_m(lat, 29, lat, ((z -> 'coordinates' -> 0 -> 1 ->> 0)::float8)) - 1500) < 15) as fits
      from unnest(array[0, 36.5, 41, 60]::float8[]) as lat, app.zone_around(lat, 29, 1500) as z`;
    expect(row?.fits).toBe(true);
  });
});

describe("the fee", () => {
  const north = (metres: number) => MODA.lat + metres / 111_194.93; // along a meridian of the sphere the distance is measured on

  it("by zone is the base, wherever the point lies", async () => {
    await policy("zone", 1490, 700, null);
    expect([await fee(MODA.lat, MODA.lng), await fee(north(1400), MODA.lng)]).toEqual([1490, 1490]);
  });

  it("by distance adds so much a kilometre, rounded up to 50 kuruş", async () => {
    await policy("distance", 1000, 700, null);
    expect(await fee(MODA.lat, MODA.lng)).toBe(1000);
    expect(await fee(north(1), MODA.lng)).toBe(1050);
    expect(await fee(north(500), MODA.lng)).toBe(1350);
    expect(await fee(north(501), MODA.lng)).toBe(1400);
    expect(await fee(north(2000), MODA.lng)).toBe(2400);
  });

  it("is nothing from the free threshold on", async () => {
    await policy("distance", 1000, 700, 20_000);
    expect(await fee(north(500), MODA.lng, 19_999)).toBe(1350);
    expect(await fee(north(500), MODA.lng, 20_000)).toBe(0);
  });
});

it("a ride takes three minutes at the door and grows with the way", async () => {
  const [row] =
    await sql`select array_agg(app.ride_minutes(b, b.lat + metres / 111194.93, b.lng) order by metres) as minutes
    from public.branches b, unnest(array[0, 100, 1000, 3000]) as metres where b.id = ${place.branchId}`;
  expect(row?.minutes).toEqual([3, 4, 7, 15]);
});
